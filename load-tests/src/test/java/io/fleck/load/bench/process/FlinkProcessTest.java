package io.fleck.load.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkProcessTest {
    @TempDir
    private Path built;

    @Test
    void shouldBeAbsentUntilItIsBuilt() throws IOException {
        assertThat(FlinkProcess.classPath(built)).as("nothing there").isEmpty();
        Files.writeString(built.resolve("classpath"), "a.jar");
        assertThat(FlinkProcess.classPath(built)).as("no classes").isEmpty();
    }

    @Test
    void shouldPutItsOwnClassesFirst() throws IOException {
        Path classes = Files.createDirectories(built.resolve("classes"));
        Files.writeString(built.resolve("classpath"), "a.jar:b.jar\n");

        assertThat(FlinkProcess.classPath(built))
                .contains(classes + System.getProperty("path.separator") + "a.jar:b.jar");
    }
}
