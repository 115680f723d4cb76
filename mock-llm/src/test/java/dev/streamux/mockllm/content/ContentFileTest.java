package dev.streamux.mockllm.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamux.trace.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentFileTest {

    @TempDir
    private Path folder;

    @Test
    void aJsonFileHoldsRulesAndAnyOtherOneText() throws IOException {
        Path rules = Files.writeString(folder.resolve("answers.JSON"), "[{\"text\":\"Yes.\"}]");
        Path text = Files.writeString(folder.resolve("answer.md"), "# Yes");
        assertThat(ContentFile.read(rules)).isInstanceOf(Content.Scripted.class);
        assertThat(ContentFile.read(text)).isEqualTo(new Content.Fixed("# Yes"));
    }

    @Test
    void aFileThatCannotBeUsedIsAMistakeOfTheUser() throws IOException {
        Path bytes = Files.write(folder.resolve("bytes.txt"), new byte[] {(byte) 0xff, 1});
        Path empty = Files.writeString(folder.resolve("empty.txt"), "");
        for (Path wrong : new Path[] {folder.resolve("absent.txt"), bytes, empty}) {
            assertThatThrownBy(() -> ContentFile.read(wrong)).isInstanceOf(InvalidInputException.class);
        }
    }
}
