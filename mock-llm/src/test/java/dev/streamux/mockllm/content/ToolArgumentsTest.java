package dev.streamux.mockllm.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ToolArgumentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DRAWS = 200;

    @Test
    void everyTypeFitsItsBounds() throws JsonProcessingException {
        JsonNode schema = schema("""
                {"type":"object","properties":{
                  "count":{"type":"integer","minimum":3,"maximum":9,"multipleOf":3},
                  "share":{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":1},
                  "below":{"type":"integer","maximum":-5},
                  "unit":{"enum":["celsius","fahrenheit"]},
                  "fixed":{"const":42},
                  "flag":{"type":"boolean"},
                  "tags":{"type":"array","items":{"type":"string","minLength":20,"maxLength":25},"minItems":2},
                  "none":{"type":"null"},
                  "maybe":{"type":["null","string"]},
                  "when":{"type":"string","format":"date"}}}""");
        for (int seed = 0; seed < DRAWS; seed++) {
            JsonNode arguments = arguments(schema, seed);
            assertThat(arguments.get("count").intValue()).as("seed %d", seed).isIn(3, 6, 9);
            assertThat(arguments.get("share").doubleValue())
                    .as("seed %d", seed)
                    .isGreaterThan(0)
                    .isLessThan(1);
            assertThat(arguments.get("below").intValue()).as("seed %d", seed).isLessThanOrEqualTo(-5);
            assertThat(arguments.get("unit").asText()).isIn("celsius", "fahrenheit");
            assertThat(arguments.get("fixed").intValue()).isEqualTo(42);
            assertThat(arguments.get("flag").isBoolean()).isTrue();
            assertThat(arguments.get("tags"))
                    .hasSize(2)
                    .allMatch(tag -> tag.asText().length() >= 20 && tag.asText().length() <= 25);
            assertThat(arguments.get("none").isNull()).isTrue();
            assertThat(arguments.get("maybe").isTextual()).isTrue();
            assertThat(arguments.get("when").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
        }
    }

    @Test
    void referencesAndChoicesAreFollowed() throws JsonProcessingException {
        JsonNode schema = schema("""
                {"type":"object","properties":{
                   "place":{"$ref":"#/$defs/place"},
                   "either":{"anyOf":[{"type":"null"},{"type":"integer"}]},
                   "both":{"allOf":[{"properties":{"a":{"type":"boolean"}}},{"properties":{"b":{"type":"boolean"}}}]}},
                 "$defs":{"place":{"type":"object","properties":{"city":{"type":"string"}}}}}""");
        JsonNode arguments = arguments(schema, 1);
        assertThat(arguments.at("/place/city").isTextual()).isTrue();
        assertThat(arguments.get("either").isInt()).isTrue();
        assertThat(arguments.at("/both/a").isBoolean()).isTrue();
        assertThat(arguments.at("/both/b").isBoolean()).isTrue();
    }

    @Test
    void aSchemaThatContainsItselfEnds() throws JsonProcessingException {
        JsonNode tree = schema("""
                {"type":"object","properties":{"left":{"$ref":"#"},"right":{"$ref":"#"}},"required":["left"]}""");
        assertThat(arguments(tree, 1).isObject()).isTrue();
        JsonNode circle = schema("{\"$ref\":\"#\"}");
        assertThat(arguments(circle, 1)).isEmpty();
    }

    @Test
    void capitalsAndMissingTypesAreUnderstood() throws JsonProcessingException {
        JsonNode schema = schema("{\"type\":\"OBJECT\",\"properties\":{\"n\":{\"type\":\"INTEGER\"},\"s\":{}}}");
        assertThat(arguments(schema, 1).get("n").isInt()).isTrue();
        assertThat(arguments(schema, 1).get("s").isTextual()).isTrue();
    }

    @Test
    void noSchemaMeansNoArguments() throws JsonProcessingException {
        assertThat(arguments(schema("{}"), 1).isObject()).isTrue();
        assertThat(arguments(schema("{\"type\":\"string\"}"), 1)).isEmpty();
    }

    @Test
    void oneSeedIsOneCall() throws JsonProcessingException {
        JsonNode schema = schema("{\"properties\":{\"n\":{\"type\":\"integer\"},\"s\":{\"type\":\"string\"}}}");
        assertThat(arguments(schema, 5)).isEqualTo(arguments(schema, 5));
    }

    private static JsonNode arguments(JsonNode schema, long seed) throws JsonProcessingException {
        return JSON.readTree(new ToolArguments(schema, new SplittableRandom(seed)).json());
    }

    private static JsonNode schema(String json) throws JsonProcessingException {
        return JSON.readTree(json);
    }
}
