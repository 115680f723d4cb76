package dev.streamux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamux.trace.file.TraceReader;
import dev.streamux.trace.run.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rehearsals with real answers. Few of them, so only what does not depend on the machine is asserted. */
class RehearseCommandIT {
    @TempDir
    private Path folder;

    @Test
    void theUsersRulesAreRehearsedWhateverTheirArmsAreCalled() throws Exception {
        Path rules = Files.writeString(folder.resolve("rules.yaml"), """
                baseline: direct
                control: direct-again
                arms: [nginx-*]
                rules:
                  - rule: time-to-last-token < baseline + 100%
                    arms: nginx-default
                """);
        CommandRun run = CommandRun.of(
                "rehearse", "--gates", "1", "--pairs", "2", "--rules", rules.toString(), "--out", folder.toString());
        // No answer is twice as late as another, so whatever the machine does, this rule is blind to 15 %.
        assertThat(run.code()).as(run.err()).isEqualTo(3);
        assertThat(run.out())
                .contains("one arm 15 % slower: ")
                .contains("never fired: time-to-last-token < baseline + 100%")
                .contains("behind a proxy that buffers (full): 0 pass 1 fail 0 inconclusive; each names buffering")
                .contains("fired 1 of 1: not buffered")
                .contains("the gate is NOT sound here");
        // The self-check takes no delay behind a proxy for lateness of ours.
        RunDirectory buffered = new RunDirectory(folder.resolve("buffered").resolve("00"));
        assertThat(TraceReader.responses(buffered.responses()))
                .extracting(trace -> trace.arm() + " " + trace.route())
                .containsOnly("baseline direct", "candidate proxy/full");
    }
}
