package dev.streamux.trace.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineFactsTest {
    @Test
    void theFactsNameTheMachineButNotItsOwner() {
        assertThat(MachineFacts.read())
                .containsEntry("cores", Runtime.getRuntime().availableProcessors())
                .containsKeys("jdk", "os", "heapMiB")
                .doesNotContainValue(System.getProperty("user.name"));
    }
}
