package dev.streamux.simulations.origin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The events of an answer in OpenAI's chat form, each of exactly the same size.
 *
 * <p>The filler is seeded random words, because text that repeats itself would vanish inside a compressor.
 */
final class EventText {
    private static final String BEFORE =
            "data: {\"object\":\"chat.completion.chunk\",\"choices\":[{\"delta\":{\"content\":\"";
    private static final String AFTER = "\"}}]}\n\n";

    private final int eventBytes;
    private final long seed;

    EventText(int eventBytes, long seed) {
        this.eventBytes = eventBytes;
        this.seed = seed;
    }

    byte[] event(int index) {
        return (BEFORE + filler(index) + AFTER).getBytes(StandardCharsets.US_ASCII);
    }

    private String filler(int index) {
        int length = Math.max(1, eventBytes - BEFORE.length() - AFTER.length());
        RandomGenerator random = new java.util.SplittableRandom(seed * 1_000_003 + index);
        StringBuilder words = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            words.append(random.nextInt(6) == 0 ? ' ' : (char) ('a' + random.nextInt(26)));
        }
        return words.toString();
    }

    byte[] terminal() {
        String finish =
                "data: {\"object\":\"chat.completion.chunk\",\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}";
        return String.join("\n\n", List.of(finish, "data: [DONE]", "")).getBytes(StandardCharsets.US_ASCII);
    }

    byte[] error() {
        return "data: {\"error\":{\"message\":\"the probe ends here\",\"type\":\"server_error\",\"code\":\"probe\"}}\n\n"
                .getBytes(StandardCharsets.US_ASCII);
    }

    String whole(int events) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < events; i++) {
            text.append(filler(i));
        }
        return "{\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
                + text + "\"},\"finish_reason\":\"stop\"}]}";
    }
}
