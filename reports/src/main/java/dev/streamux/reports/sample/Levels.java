package dev.streamux.reports.sample;

import dev.streamux.reports.sample.ArmSample.Start;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The responses of a run that held several numbers of users at a time, by that number. */
public final class Levels {
    private Levels() {}

    /**
     * The times to the first text of complete responses in milliseconds, sorted, by the users at a time; empty if the run did
     * not note any.
     */
    public static SortedMap<Integer, List<Double>> of(List<Start> starts) {
        SortedMap<Integer, List<Double>> levels = new TreeMap<>();
        for (Start start : starts) {
            if (start.level() > 0 && start.complete() && start.firstTextMillis() > 0) {
                levels.computeIfAbsent(start.level(), unused -> new ArrayList<>())
                        .add(start.firstTextMillis());
            }
        }
        levels.values().forEach(Collections::sort);
        return levels;
    }
}
