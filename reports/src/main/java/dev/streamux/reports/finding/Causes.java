package dev.streamux.reports.finding;

import dev.streamux.analyzer.delivery.DeliveryVerdict;
import dev.streamux.analyzer.result.ArmResult;
import dev.streamux.reports.finding.Finding.Cause;
import dev.streamux.reports.finding.Finding.Reason;
import dev.streamux.reports.words.Amounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From how the answers of an arm came to why, and to the line that changes it. */
final class Causes {
    private static final Pattern SIZE = Pattern.compile("size:(\\d{1,9})");
    private static final Pattern TIME = Pattern.compile("time:(\\d{1,9}(?:ms|s))");

    private Causes() {}

    /** The causes of these arms; arms with the same remedy share one, and arms with the same reason share that,
     * with the evidence of the first. */
    static List<Cause> of(List<ArmResult> arms) {
        Map<Remedy, List<Reason>> byRemedy = new LinkedHashMap<>();
        for (ArmResult arm : arms) {
            arm.deliveryVerdict()
                    .ifPresent(verdict -> add(
                            byRemedy.computeIfAbsent(Remedy.of(arm, verdict.kind()), unused -> new ArrayList<>()),
                            new Reason(List.of(arm.name()), why(arm, verdict), verdict.reason())));
        }
        return byRemedy.entrySet().stream()
                .map(entry -> new Cause(
                        entry.getValue(), entry.getKey().words(), entry.getKey().code()))
                .toList();
    }

    private static void add(List<Reason> reasons, Reason reason) {
        for (int i = 0; i < reasons.size(); i++) {
            Reason other = reasons.get(i);
            if (other.why().equals(reason.why())) {
                List<String> arms = new ArrayList<>(other.arms());
                arms.addAll(reason.arms());
                reasons.set(i, new Reason(arms, other.why(), other.evidence()));
                return;
            }
        }
        reasons.add(reason);
    }

    private static String why(ArmResult arm, DeliveryVerdict verdict) {
        return switch (verdict.kind()) {
            case STREAMED -> "Text is passed on as it is written.";
            case COALESCED -> lumps(arm.route());
            case BUFFERED ->
                arm.delivery().equals("json")
                        ? "The request asked for one JSON body, which cannot be shown before it is whole."
                        : "The route " + arm.route() + " keeps the whole answer until it is complete.";
        };
    }

    /** A route that states its policy is believed; the pattern of another leaves open whether size or time decides. */
    private static String lumps(String route) {
        Matcher size = SIZE.matcher(route);
        if (size.find()) {
            long bytes = Long.parseLong(size.group(1));
            String words = bytes % 1024 == 0 ? bytes / 1024 + " KiB" : Amounts.count(bytes) + " bytes";
            return "A buffer of " + words + " has to fill before anything is passed on.";
        }
        Matcher time = TIME.matcher(route);
        return time.find()
                ? "A timer passes text on only every " + time.group(1).replaceFirst("(m?s)$", " $1") + "."
                : "The route " + route + " collects text, in a buffer or by a timer, before it passes it on.";
    }
}
