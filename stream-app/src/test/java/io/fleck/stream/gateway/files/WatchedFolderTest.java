package io.fleck.stream.gateway.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.stream.gateway.FrameItem;
import io.fleck.stream.gateway.GatewayException;
import io.fleck.stream.gateway.SystemGatewayClock;
import io.fleck.stream.gateway.TurnedClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class WatchedFolderTest {
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final TurnedClock clock = new TurnedClock(Pictures.NOON);
    private final HandFedChanges changes = new HandFedChanges();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path state;

    @SuppressWarnings("NullAway.Init")
    private Journal journal;

    @BeforeEach
    void openJournal() {
        journal = Journal.open(state.resolve("journal"), "camera-1", Clock.systemUTC());
    }

    @AfterEach
    void closeJournal() {
        journal.close();
    }

    @Test
    void shouldTakeWhatIsThereOnceItHasSettled() throws Exception {
        Pictures.write(folder, "b.jpg", 1);
        Pictures.write(folder, "a.jpg", 2);
        WatchedFolder source = watch();
        assertThat(names(source)).as("first look").isEmpty();
        clock.turn(QUIET);
        assertThat(names(source)).containsExactly("b.jpg", "a.jpg");
        clock.turn(Duration.ofMinutes(1));
        assertThat(names(source)).as("each once").isEmpty();
    }

    @Test
    void shouldLeaveAHalfWrittenFileAlone() throws Exception {
        WatchedFolder source = watch();
        assertThat(names(source)).isEmpty();
        for (int second = 0; second < 5; second++) {
            changes.add(Pictures.write(folder, "a.jpg", second, "x".repeat(second + 1)));
            assertThat(names(source)).as("still written in second %d", second).isEmpty();
            clock.turn(Duration.ofMillis(900));
        }
        assertThat(names(source)).isEmpty();
        clock.turn(QUIET);
        Optional<FrameItem> item = source.poll(Duration.ZERO);
        assertThat(item)
                .hasValueSatisfying(
                        i -> assertThat(i.size()).as("the whole file").isEqualTo(5));
    }

    @Test
    void shouldTakeARenamedFileAtOnce() throws Exception {
        WatchedFolder source = watch();
        Path part = Pictures.write(folder, "a.jpg.part", 0);
        changes.add(part);
        assertThat(names(source)).isEmpty();
        changes.add(Files.move(part, folder.resolve("a.jpg"), StandardCopyOption.ATOMIC_MOVE));
        assertThat(names(source)).containsExactly("a.jpg");
    }

    @Test
    void shouldFindWithoutEventsWhatARescanSees() throws Exception {
        WatchedFolder source = watch();
        assertThat(names(source)).isEmpty();
        Pictures.write(folder, "new/a.jpg", 0);
        clock.turn(QUIET);
        assertThat(names(source)).as("nobody told").isEmpty();
        clock.turn(WatchedFolder.RESCAN);
        assertThat(names(source)).as("seen for the first time").isEmpty();
        clock.turn(QUIET);
        assertThat(names(source)).containsExactly("new/a.jpg");
        assertThat(changes.folders).contains(folder.toRealPath().resolve("new"));
    }

    @Test
    void shouldLookIntoANewFolder() throws Exception {
        WatchedFolder source = watch();
        assertThat(names(source)).isEmpty();
        Pictures.write(folder, "new/a.jpg", 0);
        changes.add(folder.resolve("new"));
        assertThat(names(source)).isEmpty();
        clock.turn(QUIET);
        assertThat(names(source)).containsExactly("new/a.jpg");
    }

    @Test
    void shouldTakeAFileWrittenAnewUnderItsOldName() throws Exception {
        Pictures.write(folder, "a.jpg", 0);
        WatchedFolder source = watch();
        assertThat(names(source)).isEmpty();
        clock.turn(QUIET);
        assertThat(names(source)).containsExactly("a.jpg");
        changes.add(Pictures.write(folder, "a.jpg", 9, "the next part"));
        assertThat(names(source)).isEmpty();
        clock.turn(QUIET);
        assertThat(names(source)).containsExactly("a.jpg");
    }

    @Test
    void shouldBeginWithWhatTheLastRunLeft() throws Exception {
        Pictures.write(folder, "done.jpg", 0);
        Pictures.write(folder, "pending.jpg", 1);
        try (FolderSource first = FolderSource.list(folder, journal)) {
            FrameItem done = first.poll(Duration.ZERO).orElseThrow();
            journal.acknowledged(journal.assign(done, done.content().read()));
            FrameItem pending = first.poll(Duration.ZERO).orElseThrow();
            journal.assign(pending, pending.content().read());
        }
        Pictures.write(folder, "older.jpg", -5);
        WatchedFolder source = watch();
        assertThat(names(source)).as("numbered before: at once").containsExactly("pending.jpg");
        clock.turn(QUIET);
        assertThat(names(source)).containsExactly("older.jpg");
    }

    @Test
    void shouldNotOfferAFailedFileAgainAndAgain() throws Exception {
        Pictures.write(folder, "a.jpg", 0);
        WatchedFolder source = watch();
        assertThat(names(source)).isEmpty();
        clock.turn(QUIET);
        journal.failed(source.poll(Duration.ZERO).orElseThrow(), "access is denied");
        for (int i = 0; i < 5; i++) {
            clock.turn(WatchedFolder.RESCAN);
            assertThat(names(source)).isEmpty();
        }
    }

    @Test
    void shouldSurviveThatTheFolderIsAwayForAWhile() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("mount"));
        WatchedFolder source = new WatchedFolder(inner, QUIET, journal, FileKind.PICTURES, clock, changes);
        assertThat(names(source)).isEmpty();
        Files.delete(inner);
        clock.turn(WatchedFolder.RESCAN);
        assertThat(names(source)).isEmpty();
        Pictures.write(inner, "a.jpg", 0);
        clock.turn(WatchedFolder.RESCAN);
        assertThat(names(source)).isEmpty();
        clock.turn(QUIET);
        assertThat(names(source)).containsExactly("a.jpg");
    }

    @Test
    @Timeout(30)
    void shouldNoticeARealFileThroughTheSystem() throws Exception {
        try (WatchedFolder source = WatchedFolder.open(
                folder, Duration.ofMillis(50), journal, FileKind.PICTURES, new SystemGatewayClock())) {
            assertThat(source.poll(Duration.ZERO)).isEmpty();
            Path part = Pictures.write(folder, "sub/a.jpg.part", 0);
            Files.move(part, folder.resolve("sub/a.jpg"));
            Optional<FrameItem> item = Optional.empty();
            while (item.isEmpty()) {
                item = source.poll(Duration.ofMillis(200));
            }
            assertThat(item.get().name()).isEqualTo("sub/a.jpg");
            assertThat(source.exhausted()).isFalse();
        }
    }

    @Test
    void shouldRefuseAFolderThatIsNotThereAndASettleTimeOfZero() {
        SystemGatewayClock real = new SystemGatewayClock();
        assertThatThrownBy(() -> WatchedFolder.open(folder.resolve("none"), QUIET, journal, FileKind.PICTURES, real))
                .isInstanceOf(GatewayException.class);
        assertThatThrownBy(() -> WatchedFolder.open(folder, Duration.ZERO, journal, FileKind.PICTURES, real))
                .hasMessageContaining("settle time is 0 ms");
    }

    private WatchedFolder watch() throws IOException {
        return new WatchedFolder(folder.toRealPath(), QUIET, journal, FileKind.PICTURES, clock, changes);
    }

    private static List<String> names(WatchedFolder source) throws InterruptedException {
        List<String> names = new ArrayList<>();
        Optional<FrameItem> item = source.poll(Duration.ZERO);
        while (item.isPresent()) {
            names.add(item.get().name());
            item = source.poll(Duration.ZERO);
        }
        return names;
    }

    private static final class HandFedChanges implements FolderChanges {
        private final Set<Path> folders = new HashSet<>();
        private final Set<Path> changed = new HashSet<>();

        void add(Path path) throws IOException {
            changed.add(path.toRealPath());
        }

        @Override
        public void listen(Collection<Path> more) {
            folders.addAll(more);
        }

        @Override
        public Set<Path> await(Duration wait) {
            Set<Path> now = new HashSet<>(changed);
            changed.clear();
            return now;
        }

        @Override
        public void close() {
            changed.clear();
        }
    }
}
