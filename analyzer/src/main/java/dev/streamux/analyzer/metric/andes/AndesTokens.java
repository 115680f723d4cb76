package dev.streamux.analyzer.metric.andes;

import dev.streamux.analyzer.metric.MetricOptions;
import dev.streamux.analyzer.metric.MetricValue;
import dev.streamux.analyzer.metric.ObservedResponse;
import dev.streamux.analyzer.reading.Reading;
import dev.streamux.analyzer.reading.TokenTimeline;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/** Andes QoE on virtual tokens. */
final class AndesTokens {
    private AndesTokens() {}

    static MetricValue value(ObservedResponse response, ToDoubleBiFunction<TokenTimeline, MetricOptions> qoe) {
        Optional<String> absence = response.wholeTextAbsence();
        if (absence.isPresent()) {
            return MetricValue.absent(absence.get());
        }
        MetricOptions options = response.options();
        int characters = options.fluidityCharacters();
        Reading reading = response.reading().orElseThrow();
        // Whoever is a token ahead of the ideal all the time is never late, in either form.
        if (reading.waitNanos()
                <= options.targetNanos() - options.readingSpeed().nanosToRead(characters)) {
            return MetricValue.of(1);
        }
        TokenTimeline tokens = TokenTimeline.ofVirtualTokens(response.curve(), characters);
        return MetricValue.of(qoe.applyAsDouble(tokens, options));
    }
}
