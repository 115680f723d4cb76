package dev.streamux.reports.gate;

import dev.streamux.analyzer.gate.verdict.GateVerdict;
import dev.streamux.analyzer.gate.verdict.RuleOutcome;
import dev.streamux.reports.words.Escape;
import dev.streamux.reports.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Workflow commands that GitHub shows beside the rules file; no token, no network, at most {@value #MOST}. */
public final class Annotations {
    /** GitHub keeps ten errors and ten warnings a step and drops the rest without a word. */
    public static final int MOST = 10;

    // GitHub cuts a message at 4 KiB and a title at 255 characters; escapes make each up to three times as long.
    private static final int MOST_OF_A_MESSAGE = 1000;
    private static final int MOST_OF_A_TITLE = 60;
    private static final Pattern PLACE = Pattern.compile("(.+):(\\d+)", Pattern.DOTALL);

    private Annotations() {}

    /** The commands, one a line: failures that count first, then the others; the last one says how many are missing. */
    public static List<String> of(GateReport report) {
        List<RuleOutcome> worth = new ArrayList<>();
        for (GateVerdict verdict : List.of(GateVerdict.FAIL, GateVerdict.INCONCLUSIVE)) {
            report.result().with(verdict).stream()
                    .filter(outcome -> outcome.rule().counts())
                    .forEach(worth::add);
        }
        report.result().with(GateVerdict.FAIL).stream()
                .filter(outcome -> !outcome.rule().counts())
                .forEach(worth::add);
        List<String> commands = new ArrayList<>();
        int most = worth.size() > MOST ? MOST - 1 : worth.size();
        for (RuleOutcome outcome : worth.subList(0, most)) {
            commands.add(command(outcome));
        }
        if (worth.size() > MOST) {
            commands.add("::warning title=streamux gate::" + (worth.size() - most) + " more are in gate.json");
        }
        return commands;
    }

    private static String command(RuleOutcome outcome) {
        boolean error = outcome.verdict() == GateVerdict.FAIL && outcome.rule().counts();
        StringBuilder command = new StringBuilder(error ? "::error " : "::warning ");
        Matcher place = PLACE.matcher(outcome.rule().origin());
        if (place.matches()) {
            command.append("file=").append(Escape.annotationProperty(place.group(1)));
            command.append(",line=").append(place.group(2)).append(',');
        }
        command.append("title=")
                .append(Escape.annotationProperty("streamux gate "
                        + outcome.verdict().name() + ": " + Sentence.shortened(outcome.arm(), MOST_OF_A_TITLE)));
        String message = Sentence.shortened(outcome.rule().text() + ": " + outcome.explanation(), MOST_OF_A_MESSAGE);
        return command.append("::").append(Escape.annotation(message)).toString();
    }
}
