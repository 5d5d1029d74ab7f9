package io.fleck.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SmallDiskTest {
    @TempDir
    private Path folder;

    /** A disk, where this machine and this user may mount one. */
    private SmallDisk mount() throws InterruptedException {
        try {
            return SmallDisk.mount(folder.resolve("disk"));
        } catch (SkippedException e) {
            assumeThat(false).as(String.valueOf(e.getMessage())).isTrue();
            throw e;
        }
    }

    @Test
    void shouldTakeNothingMoreOnceFullUntilItIsFreed() throws Exception {
        try (SmallDisk disk = mount()) {
            Path file = disk.directory().resolve("file");
            Files.write(file, new byte[1_000]);
            disk.fill();
            assertThatThrownBy(() -> Files.write(disk.directory().resolve("more"), new byte[100_000]))
                    .isInstanceOf(IOException.class);
            disk.free();
            Files.write(file, new byte[100_000]);
            assertThat(file).hasSize(100_000);
        }
        assertThat(folder.resolve("disk")).as("what was mounted is gone").isEmptyDirectory();
    }

    @Test
    void shouldBeSkippedWhereNothingCanBeMounted() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThatThrownBy(() -> SmallDisk.mount(file))
                .isInstanceOf(SkippedException.class)
                .hasMessageStartingWith("a small tmpfs cannot be mounted here: ");
    }
}
