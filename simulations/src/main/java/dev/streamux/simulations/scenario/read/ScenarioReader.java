package dev.streamux.simulations.scenario.read;

import dev.streamux.simulations.client.request.Limits;
import dev.streamux.simulations.scenario.Answers;
import dev.streamux.simulations.scenario.Arm;
import dev.streamux.simulations.scenario.Budget;
import dev.streamux.simulations.scenario.Conversation;
import dev.streamux.simulations.scenario.Load;
import dev.streamux.simulations.scenario.Scenario;
import dev.streamux.simulations.scenario.Stamps;
import dev.streamux.simulations.scenario.Target;
import dev.streamux.trace.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads scenario files. Files that a scenario names are looked for beside it. */
public final class ScenarioReader {
    /** Asked when a scenario has no prompts. */
    static final List<String> DEFAULT_PROMPTS = List.of(
            "Explain how a heat pump warms a house in winter.",
            "Write a short plan for a walk of three days in the hills.",
            "What speaks for and against a four-day week? Give a table.");

    private static final long DEFAULT_SEED = 1;
    private static final int MOST_FILE_CHARACTERS = 1 << 20;

    private ScenarioReader() {}

    /**
     * Reads a file.
     *
     * @throws InvalidInputException if it cannot be read, or with all its mistakes, one a line
     */
    public static Scenario read(Path file) {
        return read(file, Changes.NONE);
    }

    /**
     * Reads a file with these changes, which are judged as if they stood in it.
     *
     * @throws InvalidInputException if it cannot be read, or with all its mistakes, one a line
     */
    public static Scenario read(Path file, Changes changes) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the scenario " + file + " cannot be read; name a YAML file such as"
                            + " simulations/scenarios/buffered-vs-streamed.yaml",
                    e);
        }
        return parse(text, file, changes);
    }

    /**
     * Reads a text as if it stood in {@code file}.
     *
     * @throws InvalidInputException with all its mistakes, one a line
     */
    public static Scenario parse(String text, Path file) {
        return parse(text, file, Changes.NONE);
    }

    private static Scenario parse(String text, Path file, Changes changes) {
        Problems problems = new Problems(file.toString());
        Section root = new Section("", compose(text, file), ScenarioKeys.ROOT, problems);
        Target target = TargetReader.target(root, folderOf(file));
        List<Arm> arms = ArmReader.arms(root, target.isOwnMock());
        LoadReader.TimedLoad timed = LoadReader.load(root, folderOf(file), changes.measure());
        List<Budget> budgets = BudgetReader.budgets(root, problems);
        if (timed.load() instanceof Load.Saturation && budgets.isEmpty()) {
            root.problem(
                    "budgets",
                    "is missing; a saturation search needs at least one, such as \"" + BudgetReader.EXAMPLE + "\"");
        }
        String name = root.text("name").orElse("");
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            root.problem("name", "is \"" + name + "\"; it must be a word of a-z, 0-9 and hyphens");
            name = "unnamed";
        }
        Optional<Long> written = root.whole("seed", Long.MIN_VALUE);
        long seed = changes.seed().or(() -> written).orElse(DEFAULT_SEED);
        Answers answers = answers(root);
        Conversation conversation = conversation(root);
        List<String> prompts = prompts(root, folderOf(file));
        Limits limits = limits(root);
        Stamps stamps = stamps(root);
        problems.throwIfAny();
        return new Scenario(
                name,
                question(text),
                seed,
                target,
                arms,
                timed.load(),
                timed.phases(),
                answers,
                conversation,
                prompts,
                budgets,
                limits,
                stamps);
    }

    private static Node compose(String text, Path file) {
        if (text.length() > MOST_FILE_CHARACTERS) {
            throw new InvalidInputException(file + " has " + text.length() + " characters; a scenario may have "
                    + MOST_FILE_CHARACTERS + "; keep long prompts in a file and name it under prompts.file");
        }
        try {
            return new Compose(LoadSettings.builder().setLabel(file.toString()).build())
                    .composeString(text)
                    .orElseThrow(() -> new InvalidInputException(
                            file + ":1: the scenario is empty; it must have the keys name, arms and load"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new InvalidInputException(
                    file + ":" + line + ": is no YAML: " + e.getProblem() + "; look at the indentation and the quotes",
                    e);
        } catch (YamlEngineException e) {
            throw new InvalidInputException(file + ":1: is no YAML: " + e.getMessage(), e);
        }
    }

    private static Path folderOf(Path file) {
        @Nullable Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    /** The comment on line 1 without its mark; empty if line 1 is none. */
    private static String question(String text) {
        return text.lines()
                .findFirst()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .orElse("");
    }

    private static Answers answers(Section root) {
        Answers fallback = Answers.DEFAULT;
        return root.section("answers", ScenarioKeys.ANSWERS)
                .map(section -> new Answers(
                        section.whole("tokens", 1).map(Long::intValue).orElse(fallback.tokens()),
                        section.duration("ttft").orElse(fallback.ttft()),
                        section.duration("itl").orElse(fallback.itl())))
                .orElse(fallback);
    }

    private static Conversation conversation(Section root) {
        Conversation fallback = Conversation.SINGLE;
        return root.section("conversation", ScenarioKeys.CONVERSATION)
                .map(section -> new Conversation(
                        section.whole("turns", 1).map(Long::intValue).orElse(fallback.turns()),
                        section.duration("think-time").orElse(fallback.thinkTime())))
                .orElse(fallback);
    }

    private static Limits limits(Section root) {
        Limits fallback = Limits.DEFAULT;
        return root.section("limits", ScenarioKeys.LIMITS)
                .map(section -> new Limits(
                        limit(section, "connect", fallback.connect()),
                        limit(section, "idle", fallback.idle()),
                        limit(section, "total", fallback.total())))
                .orElse(fallback);
    }

    private static Duration limit(Section section, String key, Duration fallback) {
        return section.positiveDuration(key).orElse(fallback);
    }

    private static Stamps stamps(Section root) {
        return root.section("client", ScenarioKeys.CLIENT)
                .flatMap(section -> section.word("stamps", Stamps.words()))
                .filter(Stamps.KERNEL.word()::equals)
                .map(word -> Stamps.KERNEL)
                .orElse(Stamps.USER);
    }

    private static List<String> prompts(Section root, Path folder) {
        if (!root.has("prompts")) {
            return DEFAULT_PROMPTS;
        }
        List<String> prompts = new ArrayList<>();
        if (root.isList("prompts")) {
            root.texts("prompts").forEach(line -> prompts.add(line.text()));
        } else {
            Optional<Section> section = root.section("prompts", ScenarioKeys.PROMPTS);
            section.flatMap(given -> given.text("file"))
                    .ifPresent(name -> prompts.addAll(promptLines(folder.resolve(name), section.get())));
        }
        prompts.removeIf(String::isBlank);
        if (prompts.isEmpty()) {
            root.problem("prompts", "has no prompt; it must be a list of texts, or file: with one prompt a line");
        }
        return prompts;
    }

    private static List<String> promptLines(Path file, Section section) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            section.problem("file", "is \"" + file + "\", which cannot be read; it must have one prompt a line");
            return List.of();
        }
    }
}
