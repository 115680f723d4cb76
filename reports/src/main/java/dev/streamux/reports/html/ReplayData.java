package dev.streamux.reports.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.streamux.analyzer.curve.TextCurve;
import dev.streamux.reports.chart.ReportedArm;
import dev.streamux.reports.run.RunReport;
import dev.streamux.reports.sample.Specimen;
import dev.streamux.reports.words.Escape;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The arrivals that the replay plays: for each arm its typical and its worst response. Equal texts are there once. */
final class ReplayData {
    private static final int MOST_CHARACTERS = RunReport.MOST_REPLAYED_CHARACTERS;
    private static final int MOST_STEPS = RunReport.MOST_REPLAYED_STEPS;

    private static final double SAME = 0.05;
    private static final double JUST_SEEN_MILLIS = 50;
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Integer> texts = new LinkedHashMap<>();

    private ReplayData() {}

    /** The data as JSON, escaped for a script element. */
    static String of(RunReport report) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            new ReplayData().write(report, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Escape.scriptJson(out.toString());
    }

    private void write(RunReport report, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("horizon", Math.round(report.samples().horizonMillis()));
        json.writeNumberField("speed", report.options().metrics().readingSpeed().milliCharactersPerSecond() / 1000.0);
        json.writeArrayFieldStart("arms");
        for (ReportedArm arm : report.arms()) {
            json.writeStartObject();
            json.writeStringField("name", arm.name());
            json.writeStringField("verdict", arm.verdict());
            json.writeStringField("kind", arm.verdictInk().styleClass());
            specimen(json, "typical", arm.sample().typical());
            if (differs(arm)) {
                specimen(json, "worst", arm.sample().worst());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("texts");
        for (String text : texts.keySet()) {
            json.writeString(text);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Nobody sees a difference of a twentieth between two waits; the typical answer is replayed for both then. */
    private static boolean differs(ReportedArm arm) {
        OptionalDouble typical = arm.result().statistic("reader-wait", "p50");
        OptionalDouble worst = arm.result().statistic("reader-wait", "max");
        return typical.isEmpty()
                || worst.isEmpty()
                || worst.getAsDouble() - typical.getAsDouble()
                        > Math.max(JUST_SEEN_MILLIS, SAME * typical.getAsDouble());
    }

    private void specimen(JsonGenerator json, String key, Optional<Specimen> chosen) throws IOException {
        if (chosen.isEmpty()) {
            return;
        }
        Specimen specimen = chosen.get();
        String text = specimen.trace().text().orElse("");
        int characters = text.codePointCount(0, text.length());
        boolean cut = characters > MOST_CHARACTERS;
        String shown = cut ? text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS)) : text;
        json.writeObjectFieldStart(key);
        json.writeStringField("id", specimen.trace().id());
        json.writeNumberField("text", texts.computeIfAbsent(shown, unused -> texts.size()));
        json.writeNumberField("characters", specimen.curve().characters());
        json.writeBooleanField("cut", cut);
        json.writeNumberField("end", Math.round(specimen.endMillis()));
        json.writeStringField("outcome", specimen.trace().outcome().word());
        json.writeStringField("steps", steps(specimen.curve()));
        json.writeEndObject();
    }

    /** Pairs of whole milliseconds and characters, each less the pair before it. */
    private static String steps(TextCurve curve) {
        StringBuilder out = new StringBuilder();
        long lastMillis = 0;
        long lastCharacters = 0;
        int stride = Math.max(1, (curve.size() + MOST_STEPS - 1) / MOST_STEPS);
        for (int i = 0; i < curve.size(); i++) {
            if ((i + 1) % stride == 0 || i == curve.size() - 1 || i == 0) {
                long millis = Math.round(curve.timeNanos(i) / 1e6);
                append(out, millis - lastMillis);
                append(out, curve.cumulative(i) - lastCharacters);
                lastMillis = millis;
                lastCharacters = curve.cumulative(i);
            }
        }
        return out.toString();
    }

    /** A number ≥ 0 as digits to the base 32, the lowest first; all but the last are from the upper half of the letters. */
    private static void append(StringBuilder out, long number) {
        long rest = Math.max(0, number);
        while (rest >= 32) {
            out.append(DIGITS.charAt((int) (32 + rest % 32)));
            rest /= 32;
        }
        out.append(DIGITS.charAt((int) rest));
    }
}
