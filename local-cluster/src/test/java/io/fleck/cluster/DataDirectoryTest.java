package io.fleck.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataDirectoryTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @Test
    void shouldKeepTheClustersId() {
        String id;
        try (DataDirectory first = DataDirectory.open(Optional.of(directory), 1)) {
            id = first.clusterId();
        }
        assertThat(id).isNotBlank();
        try (DataDirectory again = DataDirectory.open(Optional.of(directory), 1)) {
            assertThat(again.clusterId()).isEqualTo(id);
        }
    }

    @Test
    void shouldRefuseAnotherNumberOfBrokers() {
        DataDirectory.open(Optional.of(directory), 3).close();
        assertThatThrownBy(() -> DataDirectory.open(Optional.of(directory), 1))
                .isInstanceOf(ClusterException.class)
                .hasMessage("data directory " + directory + " was made for 3 brokers, not for 1");
        DataDirectory.open(Optional.of(directory), 3).close(); // the refusal let go of the lock
    }

    @Test
    void shouldRefuseToBeOpenedTwice() {
        try (DataDirectory open = DataDirectory.open(Optional.of(directory), 1)) {
            assertThatThrownBy(() -> DataDirectory.open(Optional.of(open.root()), 1))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("in use by another cluster");
        }
    }

    @Test
    void shouldRefuseAFileInItsPlace() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "not a directory");
        assertThatThrownBy(() -> DataDirectory.open(Optional.of(file), 1))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void shouldDeleteOnlyATemporaryDirectory() {
        DataDirectory temporary = DataDirectory.open(Optional.empty(), 1);
        DataDirectory kept = DataDirectory.open(Optional.of(directory), 1);
        temporary.close();
        kept.close();
        assertThat(temporary.root()).doesNotExist();
        assertThat(kept.root()).isDirectory();
    }
}
