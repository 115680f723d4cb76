package dev.streamux.mockllm.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts requests by key, so that a fault can strike the first few only. Safe for several threads.
 *
 * <p>Bounded: beyond {@link #MOST_KEYS} the key that was used longest ago is forgotten.
 */
public final class FaultCounter {
    private static final int MOST_KEYS = 100_000;

    private final Map<String, Integer> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /** Whether the fault strikes this time; each call counts one request for a fault with {@code times}. */
    public boolean strikes(Fault fault) {
        Whom whom = fault.whom();
        return whom.times() == 0 || next(fault.action().word() + ' ' + whom.key()) <= whom.times();
    }

    /** How often the key was counted, this time included: 1 for the first. */
    public int next(String key) {
        synchronized (counts) {
            return counts.merge(key, 1, Integer::sum);
        }
    }
}
