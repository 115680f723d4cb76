package dev.streamux.simulations.gatling;

import dev.streamux.trace.Outcome;
import dev.streamux.trace.ResponseTrace;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a response must be like; one that is not makes the row {@code stream} KO and the session failed. */
@FunctionalInterface
public interface ResponseCheck {
    /** What is wrong with the response, in words; empty if nothing is. */
    Optional<String> complaint(ResponseTrace response);

    /** The response ended so; replaces the rule that it must be complete. */
    static ResponseCheck outcomeIs(Outcome expected) {
        return new OutcomeCheck(expected);
    }

    /** The visible text has this in it. */
    static ResponseCheck textContains(String part) {
        return response -> response.text().orElse("").contains(part)
                ? Optional.empty()
                : Optional.of("text has no \"" + part + "\" in it");
    }

    /** The visible text has a part that matches. */
    static ResponseCheck textMatches(Pattern pattern) {
        return response -> pattern.matcher(response.text().orElse("")).find()
                ? Optional.empty()
                : Optional.of("text does not match " + pattern.pattern());
    }

    /** The visible text has at least so many code points. */
    static ResponseCheck textLengthAtLeast(int characters) {
        return response -> response.chunks().totalCharacters() >= characters
                ? Optional.empty()
                : Optional.of("text is shorter than " + characters + " characters");
    }

    /** The server stated token counts. */
    static ResponseCheck usageIsStated() {
        return response -> response.usage().isPresent() ? Optional.empty() : Optional.of("usage is not stated");
    }

    /** The server stated at least so many output tokens. */
    static ResponseCheck outputTokensAtLeast(int tokens) {
        return response ->
                response.usage().map(usage -> usage.outputTokens() >= tokens).orElse(false)
                        ? Optional.empty()
                        : Optional.of("usage states fewer than " + tokens + " output tokens");
    }

    /**
     * The rule about how the response must end.
     *
     * @param expected the end that is right
     */
    record OutcomeCheck(Outcome expected) implements ResponseCheck {
        @Override
        public Optional<String> complaint(ResponseTrace response) {
            return response.outcome() == expected
                    ? Optional.empty()
                    : Optional.of("outcome is " + ResponseRows.error(response).orElse(Outcome.COMPLETE.word())
                            + "; expected " + expected.word());
        }
    }
}
