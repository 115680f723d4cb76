package dev.streamux.analyzer.gate.rule;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of arms; a {@code *} in a name stands for any characters.
 *
 * @param patterns at least one; an arm is selected if one of them matches
 */
public record ArmSelector(List<String> patterns) {
    /** Every arm. */
    public static final ArmSelector ALL = new ArmSelector(List.of("*"));

    public ArmSelector {
        patterns = List.copyOf(patterns);
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("arms is empty; it must name at least one arm, or * for all");
        }
    }

    /** Whether the arm is selected. */
    public boolean matches(String arm) {
        return patterns.stream()
                .anyMatch(pattern -> expression(pattern).matcher(arm).matches());
    }

    private static Pattern expression(String pattern) {
        String[] literal = pattern.split("\\*", -1);
        return Pattern.compile(List.of(literal).stream().map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    @Override
    public String toString() {
        return String.join(", ", patterns);
    }
}
