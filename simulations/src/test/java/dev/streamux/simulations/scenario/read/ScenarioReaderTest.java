package dev.streamux.simulations.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.protocol.chat.Delivery;
import dev.streamux.protocol.chat.Dialect;
import dev.streamux.simulations.arrival.Spacing;
import dev.streamux.simulations.arrival.StagedArrival;
import dev.streamux.simulations.client.request.StopCondition;
import dev.streamux.simulations.run.RunSettings;
import dev.streamux.simulations.scenario.Answers;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.simulations.scenario.Budget;
import dev.streamux.simulations.scenario.BudgetMetric;
import dev.streamux.simulations.scenario.Load;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.simulations.scenario.Stamps;
import dev.streamux.simulations.scenario.Target;
import dev.streamux.trace.InvalidInputException;
import dev.streamux.trace.run.RunDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioReaderTest {
    private static final Path FILE = Path.of("s.yaml");
    private static final String SMALLEST = "name: small\narms:\n  - name: streamed\nload:\n  closed: {users: 2}\n";

    @TempDir
    private Path folder;

    private static Scenario parse(String... lines) {
        return ScenarioReader.parse(String.join("\n", lines), FILE);
    }

    private static List<String> mistakes(String... lines) {
        try {
            parse(lines);
        } catch (InvalidInputException e) {
            return List.of(String.valueOf(e.getMessage()).split("\n", -1));
        }
        throw new AssertionError("no mistake was found");
    }

    @Test
    void whatIsLeftOutHasADefault() {
        Scenario scenario = parse(SMALLEST);
        assertThat(scenario.target()).isEqualTo(Target.MOCK);
        assertThat(scenario.arms()).containsExactly(Arm.streamed("streamed"));
        assertThat(scenario.answers()).isEqualTo(Answers.DEFAULT);
        assertThat(scenario.seed()).isEqualTo(1);
        assertThat(scenario.prompts()).hasSize(3);
        assertThat(scenario.phases().measure()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void theClientsStampsAreItsOwnUnlessTheKernelsAreWanted() {
        assertThat(parse(SMALLEST).stamps()).isEqualTo(Stamps.USER);
        assertThat(parse(SMALLEST, "client: {stamps: user}").stamps()).isEqualTo(Stamps.USER);
        assertThat(parse(SMALLEST, "client: {stamps: kernel}").stamps()).isEqualTo(Stamps.KERNEL);
        assertThat(mistakes(SMALLEST, "client: {stamps: kernal}"))
                .singleElement()
                .asString()
                .contains("stamps is \"kernal\"; it must be one of user, kernel")
                .contains("kernel");
    }

    @Test
    void aScenarioThatWantsTheKernelsStampsGetsThemWithoutASwitch() {
        for (boolean kernel : new boolean[] {false, true}) {
            Scenario scenario = parse(SMALLEST, "client: {stamps: " + (kernel ? "kernel" : "user") + "}");
            RunSettings settings = new RunSettings(
                    scenario, RunDirectory.create(folder), 0, Map.of("streamed", URI.create("http://127.0.0.1:1")));
            assertThat(settings.kernelStamps()).isEqualTo(kernel);
        }
    }

    @Test
    void theQuestionIsTheCommentOnLineOne() {
        assertThat(parse("# Is it so?", SMALLEST).question()).isEqualTo("Is it so?");
        assertThat(parse(SMALLEST).question()).isEmpty();
    }

    @Test
    void armsTakeWhatDefaultsSay() {
        Scenario scenario = parse(
                "name: x",
                "defaults: {dialect: anthropic, delivery: json}",
                "arms:",
                "  - {name: a}",
                "  - {name: b, delivery: sse, stop: {after-tokens: 20}}",
                "load: {closed: {users: 2, ramp: 1s, think-time: 500ms}}");
        assertThat(scenario.arms()).extracting(Arm::dialect).containsExactly(Dialect.ANTHROPIC, Dialect.ANTHROPIC);
        assertThat(scenario.arms()).extracting(Arm::delivery).containsExactly(Delivery.JSON, Delivery.SSE);
        assertThat(scenario.arms().get(1).stop()).isEqualTo(new StopCondition.AfterTokens(20));
    }

    @Test
    void stagesMakeTheLengthAndWarmUpIsCutFromIt() {
        Scenario scenario = parse(
                "name: x",
                "arms: [{name: a}]",
                "load:",
                "  open:",
                "    spacing: gamma",
                "    shape: 4",
                "    stages:",
                "      - {rate-per-second: 5, during: 10s}",
                "      - {from-per-second: 5, to-per-second: 0, during: 5s}",
                "phases: {warmup: 2s, cooldown: 1s}");
        StagedArrival arrival = (StagedArrival) ((Load.Open) scenario.load()).arrival();
        assertThat(arrival.spacing()).isEqualTo(new Spacing.Gamma(4));
        // 15 s less 2 s and 1 s.
        assertThat(scenario.phases().measure()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void budgetsAreReadWithTheirUnits() {
        Scenario scenario =
                parse(SMALLEST, "budgets:", "  - time-to-first-visible-text p95 < 1.5s", "  - failed-share <= 1%");
        assertThat(scenario.budgets())
                .containsExactly(
                        new Budget(
                                "time-to-first-visible-text p95 < 1.5s",
                                BudgetMetric.TIME_TO_FIRST_VISIBLE_TEXT,
                                0.95,
                                1500,
                                false),
                        new Budget("failed-share <= 1%", BudgetMetric.FAILED_SHARE, 1, 1, true));
    }

    @Test
    void everyMistakeIsToldAtOnceWithItsLine() {
        assertThat(mistakes(
                        "name: x",
                        "arms:",
                        "  - name: a",
                        "    delivry: sse",
                        "    dialect: opanai-chat",
                        "  - name: a",
                        "load:",
                        "  open:",
                        "    rate-per-second: -2",
                        "budgets:",
                        "  - longest-gop p95 < 1s"))
                .containsExactly(
                        "s.yaml:4: arms[0].delivry is no known key; the keys here are name, dialect, delivery, route, url,"
                                + " model, http, gzip, fault, stop, recovery; did you mean \"delivery\"?",
                        "s.yaml:5: arms[0].dialect is \"opanai-chat\"; it must be one of openai-chat, openai-responses,"
                                + " anthropic, gemini; did you mean \"openai-chat\"?",
                        "s.yaml:6: arms[1].name is \"a\", which an arm above has; names must differ",
                        "s.yaml:9: load.open.rate-per-second is \"-2\"; it must be a number > 0",
                        "s.yaml:11: budget \"longest-gop p95 < 1s\": unknown metric \"longest-gop\"; it must be one of"
                                + " time-to-first-visible-text, longest-gap, response-time, service-time, schedule-lag,"
                                + " failed-share; did you mean \"longest-gap\"?");
    }

    @Test
    void aKeyInTheFileIsRefused() {
        assertThat(mistakes(
                        SMALLEST,
                        "target:",
                        "  url: https://api.example.com",
                        "  key-env: sk-123",
                        "  headers: {Authorization: Bearer 1}"))
                .anySatisfy(line -> assertThat(line).contains("never the key itself"))
                .anySatisfy(line -> assertThat(line).contains("\"Authorization\", which is a secret"));
    }

    @Test
    void brokenYamlIsNamedWithItsLine() {
        assertThatThrownBy(() -> parse("name: x", "arms: [", "load: }"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("s.yaml:3: is no YAML: ");
    }

    @Test
    void aListInThePlaceOfAMappingIsAMistakeAndNoFault() {
        assertThat(mistakes("- a", "- b")).first().asString().startsWith("s.yaml:1: the file is no mapping");
    }

    @Test
    void aSaturationSearchWithoutBudgetsIsRefused() {
        assertThat(mistakes("name: x", "arms: [{name: a}]", "load: {saturation: {from: 1, to: 8}}"))
                .containsExactly("s.yaml:1: budgets is missing; a saturation search needs at least one, such as"
                        + " \"time-to-first-visible-text p95 < 1s\"");
    }

    @Test
    void promptsAndArrivalsMayComeFromFilesBesideTheScenario() throws IOException {
        Files.writeString(folder.resolve("p.txt"), "One?\nTwo?\n\n");
        Files.writeString(folder.resolve("a.txt"), "10\n11.5\n");
        Path file = Files.writeString(
                folder.resolve("s.yaml"),
                "name: x\narms: [{name: a}]\nload: {replay: {file: a.txt}}\nprompts: {file: p.txt}\n");
        Scenario scenario = ScenarioReader.read(file);
        assertThat(scenario.prompts()).containsExactly("One?", "Two?");
        assertThat(scenario.phases().total()).isEqualTo(Duration.ofNanos(1_500_000_001L));
    }

    @Test
    void aMissingFileIsTheUsersMistake() {
        assertThatThrownBy(() -> ScenarioReader.read(folder.resolve("none.yaml")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cannot be read; name a YAML file");
    }
}
