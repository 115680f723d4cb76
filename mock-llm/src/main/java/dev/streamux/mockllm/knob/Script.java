package dev.streamux.mockllm.knob;

import dev.streamux.mockllm.fault.Fault;
import dev.streamux.mockllm.load.Load;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * All that was resolved for one request.
 *
 * @param seed decides text, draws and ids; empty if nothing set it, then it follows from the run's seed and the prompt
 * @param tokens how many output tokens, reasoning left out
 * @param reasoningTokens how many tokens of reasoning
 * @param timing when things leave
 * @param load what other answers do to it
 * @param granularity how they are cut
 * @param faults what goes wrong
 * @param mark whether every event carries its emission time
 * @param obfuscation whether deltas carry the vendor's padding; empty for as the request asks
 * @param accelBufferingNo whether {@code X-Accel-Buffering: no} is sent
 * @param content what the answer is made of; empty for the server's choice
 * @param tokensSet the number of tokens that somebody asked for; empty if it is the default
 */
public record Script(
        OptionalLong seed,
        int tokens,
        int reasoningTokens,
        Timing timing,
        Load load,
        Granularity granularity,
        List<Fault> faults,
        boolean mark,
        Optional<Boolean> obfuscation,
        boolean accelBufferingNo,
        Optional<String> content,
        OptionalInt tokensSet) {
    public Script {
        faults = List.copyOf(faults);
    }
}
