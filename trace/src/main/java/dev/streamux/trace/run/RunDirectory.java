package dev.streamux.trace.run;

import dev.streamux.trace.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of one run and the names of the files in it.
 *
 * @param path the folder
 */
public record RunDirectory(Path path) {

    /**
     * The folder, made if it is not there.
     *
     * @throws InvalidInputException if it cannot be made or is a file
     */
    public static RunDirectory create(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "the run directory " + path + " cannot be made: " + e.getMessage() + "; name another with --out",
                    e);
        }
        return new RunDirectory(path);
    }

    /**
     * A folder that is there and holds {@code responses.jsonl} or {@code responses.sux}.
     *
     * @throws InvalidInputException if it does not
     */
    public static RunDirectory open(Path path) {
        RunDirectory run = new RunDirectory(path);
        if (!Files.isDirectory(path)) {
            throw new InvalidInputException(
                    path + " is not a run directory; name the folder that streamux compare or streamux run made");
        }
        if (!Files.exists(run.responses()) && !Files.exists(run.compactResponses())) {
            throw new InvalidInputException(path + " holds neither responses.jsonl nor responses.sux;"
                    + " name the folder that streamux compare or streamux run made");
        }
        return run;
    }

    /** The manifest. */
    public Path manifest() {
        return path.resolve("run.json");
    }

    /** How many rounds were added to the run and are planned; there when {@code streamux gate --rounds auto} played it on. */
    public Path rounds() {
        return path.resolve("rounds.json");
    }

    /** The folder of the {@code number}-th group of rounds; the first group is the run itself, so numbers start at 2. */
    public Path round(int number) {
        return path.resolve("rounds").resolve(String.valueOf(number));
    }

    /** What the client received, one response a line. */
    public Path responses() {
        return path.resolve("responses.jsonl");
    }

    /** The same in the compact form. */
    public Path compactResponses() {
        return path.resolve("responses.sux");
    }

    /** What the mock sent, one request a line; there when the mock was ours. */
    public Path emissions() {
        return path.resolve("emissions.jsonl");
    }

    /** The metrics, statistics and verdicts. */
    public Path result() {
        return path.resolve("result.json");
    }

    /** What each route does to streams, and which line changes that; there when the routes could be examined. */
    public Path diagnosis() {
        return path.resolve("diagnosis.json");
    }

    /** The page. */
    public Path report() {
        return path.resolve("report.html");
    }

    /** The self-test of the client that was made before the run; there unless it was left out. */
    public Path selfTest() {
        return path.resolve("selftest.json");
    }

    /** The folder of Gatling's own report. */
    public Path gatling() {
        return path.resolve("gatling");
    }
}
