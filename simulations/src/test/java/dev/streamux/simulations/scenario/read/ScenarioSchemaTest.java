package dev.streamux.simulations.scenario.read;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.streamux.simulations.scenario.BudgetMetric;
import dev.streamux.simulations.scenario.RecoveryPolicy;
import dev.streamux.simulations.scenario.Stamps;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that editors use says the same as the reader. */
class ScenarioSchemaTest {
    private static final String ARM = "/properties/arms/items";
    private static final String LOAD = "/properties/load";

    static Stream<Arguments> keys() {
        return Stream.of(
                Arguments.of("", ScenarioKeys.ROOT),
                Arguments.of("/properties/target", ScenarioKeys.TARGET),
                Arguments.of("/properties/defaults", ScenarioKeys.DEFAULTS),
                Arguments.of(ARM, ScenarioKeys.ARM),
                Arguments.of(ARM + "/properties/stop", ScenarioKeys.STOP),
                Arguments.of(LOAD, ScenarioKeys.LOAD),
                Arguments.of(LOAD + "/properties/open", ScenarioKeys.OPEN),
                Arguments.of(LOAD + "/properties/open/properties/stages/items", ScenarioKeys.STAGE),
                Arguments.of(LOAD + "/properties/closed", ScenarioKeys.CLOSED),
                Arguments.of(LOAD + "/properties/saturation", ScenarioKeys.SATURATION),
                Arguments.of(LOAD + "/properties/replay", ScenarioKeys.REPLAY),
                Arguments.of("/properties/phases", ScenarioKeys.PHASES),
                Arguments.of("/properties/answers", ScenarioKeys.ANSWERS),
                Arguments.of("/properties/conversation", ScenarioKeys.CONVERSATION),
                Arguments.of("/properties/prompts/oneOf/1", ScenarioKeys.PROMPTS),
                Arguments.of("/properties/limits", ScenarioKeys.LIMITS),
                Arguments.of("/properties/client", ScenarioKeys.CLIENT));
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of(ARM + "/properties/dialect", ArmReader.DIALECTS),
                Arguments.of(ARM + "/properties/delivery", ArmReader.DELIVERIES),
                Arguments.of(ARM + "/properties/http", ArmReader.HTTP_VERSIONS),
                Arguments.of(ARM + "/properties/recovery", RecoveryPolicy.words()),
                Arguments.of(LOAD + "/properties/open/properties/spacing", LoadReader.SPACINGS),
                Arguments.of("/properties/target/properties/knobs", TargetReader.KNOBS),
                Arguments.of("/properties/client/properties/stamps", Stamps.words()));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void theSchemaHasTheKeysOfTheReader(String pointer, List<String> expected) {
        List<String> keys = new ArrayList<>();
        schema().at(pointer + "/properties").fieldNames().forEachRemaining(keys::add);
        assertThat(keys).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(schema().at(pointer + "/additionalProperties").isBoolean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("words")
    void theSchemaHasTheWordsOfTheReader(String pointer, List<String> expected) {
        List<String> words = new ArrayList<>();
        schema().at(pointer + "/enum").forEach(word -> words.add(word.asText()));
        assertThat(words).containsExactlyElementsOf(expected);
    }

    @Test
    void theSchemaKnowsEveryBudgetMetric() {
        assertThat(schema().at("/properties/budgets/items/pattern").asText()).contains(BudgetMetric.words());
    }

    private static JsonNode schema() {
        try (InputStream in = requireNonNull(ScenarioSchemaTest.class.getResourceAsStream(
                "/dev/streamux/simulations/scenario/scenario.schema.json"))) {
            return JsonMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
