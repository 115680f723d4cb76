package dev.streamux.reports.finding;

import dev.streamux.analyzer.delivery.DeliveryKind;
import dev.streamux.reports.words.Amounts;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the name of a route suggests, where no probe has looked at it. */
final class LikelyCause {
    private static final Pattern SIZE = Pattern.compile("size:(\\d{1,9})");
    private static final Pattern TIME = Pattern.compile("time:(\\d{1,9}(?:ms|s))");

    private LikelyCause() {}

    /** A sentence that goes on after a colon; a route that states its policy is believed. Untrusted text. */
    static String of(String route, DeliveryKind kind) {
        if (kind == DeliveryKind.BUFFERED) {
            return "the route " + route + " keeps the whole answer until it is complete.";
        }
        Matcher size = SIZE.matcher(route);
        if (size.find()) {
            long bytes = Long.parseLong(size.group(1));
            String words = bytes % 1024 == 0 ? bytes / 1024 + " KiB" : Amounts.count(bytes) + " bytes";
            return "by its name, a buffer of " + words + " has to fill before anything is passed on.";
        }
        Matcher time = TIME.matcher(route);
        return time.find()
                ? "by its name, a timer passes text on only every "
                        + time.group(1).replaceFirst("(m?s)$", " $1") + "."
                : "likely a buffer that has to fill, or a timer, on the route " + route + ".";
    }
}
