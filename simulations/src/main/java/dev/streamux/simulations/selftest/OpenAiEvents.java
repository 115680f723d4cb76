package dev.streamux.simulations.selftest;

/** Events of OpenAI's chat dialect, written by hand so that no encoder of ours can hide a mistake of the decoder. */
final class OpenAiEvents {
    static final String ROLE = data("{\"role\":\"assistant\",\"content\":\"\"}");
    static final String FINISH =
            "data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    static final String USAGE =
            "data: {\"id\":\"c1\",\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":40}}\n\n";
    static final String DONE = "data: [DONE]\n\n";
    static final String PING = ": ping\n\n";
    static final String ERROR = "data: {\"error\":{\"message\":\"overloaded\",\"type\":\"server_error\"}}\n\n";

    private OpenAiEvents() {}

    /** The text of token {@code index}: a blank and a word, so that a lost blank is a wrong text. */
    static String word(int index) {
        return " w" + index;
    }

    /** The event of one token. */
    static String token(int index) {
        return text(word(index));
    }

    /** An event with this visible text. */
    static String text(String content) {
        return data("{\"content\":\"" + content + "\"}");
    }

    /** An event with this reasoning. */
    static String reasoning(String content) {
        return data("{\"reasoning_content\":\"" + content + "\"}");
    }

    /** An event with this delta of choice 0. */
    static String data(String delta) {
        return "data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":" + delta + "}]}\n\n";
    }
}
