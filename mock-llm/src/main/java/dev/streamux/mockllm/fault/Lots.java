package dev.streamux.mockllm.fault;

import dev.streamux.protocol.chat.answer.Mix;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws which faults strike a request, and where. Safe for several threads.
 *
 * <p>Each fault of a request has draws of its own, so that one more fault leaves those before it as they were. Only
 * {@code times} depends on who came before.
 */
public final class Lots {
    /** Keeps these draws apart from those of the same seed for text and pace: an arbitrary number. */
    private static final long SALT = 0x6661756c74L;

    private final FaultCounter counter = new FaultCounter();

    /**
     * Those of the faults that strike, each in the place that was drawn.
     *
     * @param seed the request's own; equal seeds draw equally
     */
    public List<Fault> draw(List<Fault> ordered, long seed) {
        List<Fault> struck = new ArrayList<>(ordered.size());
        for (int i = 0; i < ordered.size(); i++) {
            Fault fault = ordered.get(i);
            SplittableRandom random = new SplittableRandom(Mix.of(seed ^ SALT, i));
            if (random.nextDouble() < fault.whom().chance() && counter.strikes(fault)) {
                struck.add(fault.at(fault.after().drawn(random)));
            }
        }
        return struck;
    }

    /** Whether any of the faults leaves something to chance. */
    public static boolean any(List<Fault> ordered) {
        return ordered.stream().anyMatch(fault -> fault.whom().chance() < 1 || fault.after() instanceof After.Between);
    }
}
