package io.fleck.stream.gateway.wafers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.wafer.format.ReadLimits;
import io.fleck.core.wafer.format.SampleMaps;
import io.fleck.stream.gateway.FrameItem;
import io.fleck.stream.gateway.Gateway;
import io.fleck.stream.gateway.GatewayCounts;
import io.fleck.stream.gateway.GatewayException;
import io.fleck.stream.gateway.GatewayListener;
import io.fleck.stream.gateway.SystemGatewayClock;
import io.fleck.stream.gateway.files.FileKind;
import io.fleck.stream.gateway.files.FolderSource;
import io.fleck.stream.gateway.files.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The gateway with a real folder and a real journal. */
@Timeout(60)
final class WaferGatewayTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    private final Wire wire = new Wire();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private Path maps = Path.of("");
    private Path journal = Path.of("");
    private ReadLimits limits = ReadLimits.DEFAULT;
    private int written;

    @BeforeEach
    void makeFolder() throws IOException {
        maps = Files.createDirectory(folder.resolve("maps"));
        journal = folder.resolve("journal");
    }

    private void write(String name, String text) throws IOException {
        Path file = Files.writeString(maps.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(NOON.plusSeconds(written++)));
    }

    private Gateway start() {
        Journal ledger = Journal.open(journal, "wafer-maps", Clock.systemUTC());
        return WaferGateway.start(
                new WaferSettings(Wire.TOPIC, 0, limits),
                FolderSource.list(maps, ledger, FileKind.WAFER_MAPS),
                ledger,
                wire.transport(),
                new SystemGatewayClock(),
                new Told());
    }

    private GatewayCounts run() throws InterruptedException {
        try (Gateway gateway = start()) {
            return gateway.await();
        }
    }

    @Test
    void shouldSendOneRecordAWaferOldestFileFirst() throws Exception {
        write("z.001", SampleMaps.KLARF_12);
        write("a.xml", SampleMaps.G85);

        assertThat(run()).isEqualTo(new GatewayCounts(4, 0, 0));
        assertThat(wire.keys()).containsExactly("LOT1/W01", "LOT1/W02", "LOT3/W01", "LOT3/W02");
        assertThat(wire.maps().get(3).getInspectedAt()).as("the file's time").isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void shouldSendNothingTwiceAcrossRuns() throws Exception {
        write("a.001", SampleMaps.KLARF_12);
        run();
        write("b.xml", SampleMaps.E142);

        assertThat(run()).isEqualTo(new GatewayCounts(2, 0, 0));
        assertThat(wire.keys()).containsExactly("LOT1/W01", "LOT1/W02", "LOT4/W01", "/W02");
        assertThat(run()).isEqualTo(new GatewayCounts(0, 0, 0));
    }

    @Test
    void shouldNameAMalformedFileAndGoOn() throws Exception {
        write("a.001", SampleMaps.KLARF_12.replace("1 2 0.1 3 2", "1 9 0.1 3 2"));
        write("b.txt", "MIT License");
        write("c.xml", SampleMaps.G85);

        assertThat(run()).isEqualTo(new GatewayCounts(2, 2, 0));
        assertThat(told)
                .startsWith(
                        "failed a.001: line 38: NDEFECT: the summary of wafer 'W01' counts 10 defects over its tests,"
                                + " the list has 3",
                        "failed b.txt: line 1: it is none of the formats KLARF, SEMI G85, SEMI E142, WM-811K");
        assertThat(wire.keys()).as("nothing of a malformed file").containsExactly("LOT3/W01", "LOT3/W02");
        assertThat(run().failed()).as("a file that failed is looked at again").isEqualTo(2);
    }

    @Test
    void shouldRefuseAFileThatIsTooLargeWithoutReadingIt() throws Exception {
        limits = new ReadLimits(1_000, 9, 9, 9);
        write("a.001", SampleMaps.KLARF_12);

        assertThat(run()).isEqualTo(new GatewayCounts(0, 1, 0));
        assertThat(told.get(0)).endsWith("bytes; at most 1000");
    }

    @Test
    void shouldSendAllOfAFileAgainUntilItsLastWaferIsAcknowledged() throws Exception {
        write("a.001", SampleMaps.KLARF_12);
        wire.keepSilent();
        try (Gateway gateway = start()) {
            while (wire.keys().size() < 2) {
                Thread.onSpinWait();
            }
            gateway.stop();
            assertThat(gateway.await()).isEqualTo(new GatewayCounts(0, 0, 2));
        }
        Wire again = new Wire();
        Journal ledger = Journal.open(journal, "wafer-maps", Clock.systemUTC());
        try (Gateway gateway = WaferGateway.start(
                new WaferSettings(Wire.TOPIC, 0, limits),
                FolderSource.list(maps, ledger, FileKind.WAFER_MAPS),
                ledger,
                again.transport(),
                new SystemGatewayClock(),
                new Told())) {
            assertThat(gateway.await()).isEqualTo(new GatewayCounts(2, 0, 0));
        }
        assertThat(again.maps()).as("under the same ids").isEqualTo(wire.maps());
    }

    @Test
    void shouldTryAgainWhenThereIsNoRoom() throws Exception {
        write("a.001", SampleMaps.KLARF_12);
        wire.haveNoRoom(1);

        assertThat(run()).isEqualTo(new GatewayCounts(2, 0, 0));
        assertThat(told).contains("waiting: the broker does not take wafer maps: no room in the buffer", "resumed");
        assertThat(wire.keys()).containsExactly("LOT1/W01", "LOT1/W02");
    }

    @Test
    void shouldNameAWaferThatTheBrokerRefusesAndSendTheOthers() throws Exception {
        write("a.001", SampleMaps.KLARF_12);
        wire.answer("LOT1/W01", new RecordTooLargeException("30 MB"));

        assertThat(run()).isEqualTo(new GatewayCounts(1, 1, 0));
        assertThat(told).contains("failed a.001: wafer LOT1/W01: the broker refuses it: 30 MB");
        assertThat(run().acknowledged()).as("the file is not done").isEqualTo(1);
    }

    @Test
    void shouldStopWhereTheBrokerRefusesEverything() throws Exception {
        write("a.001", SampleMaps.KLARF_12);
        wire.answer("LOT1/W01", new TopicAuthorizationException("not allowed"));

        try (Gateway gateway = start()) {
            assertThatThrownBy(gateway::await)
                    .isInstanceOf(GatewayException.class)
                    .hasMessageContaining("the broker refuses wafer maps: ")
                    .hasMessageContaining("not allowed");
        }
    }

    @Test
    void shouldPassOverPicturesAndDocuments() throws Exception {
        write("a.001", SampleMaps.KLARF_12);
        write("defect-1.jpg", "picture");
        write("defect-2.TIF", "picture");

        assertThat(run().failed()).isZero();
        Journal ledger = Journal.open(journal, "wafer-maps", Clock.systemUTC());
        try (ledger) {
            assertThat(FolderSource.list(maps, ledger, FileKind.WAFER_MAPS).notes())
                    .containsExactly("2 files are pictures or documents by their names and are not sent");
        }
    }

    @Test
    void shouldRefuseSettingsOutOfRange() {
        assertThatThrownBy(() -> new WaferSettings("t", -1, ReadLimits.DEFAULT))
                .hasMessage("rate is -1.0; it must be 0 (no limit) to 1000000 a second");
        assertThatThrownBy(() -> new WaferSettings(" ", 0, ReadLimits.DEFAULT)).hasMessageContaining("topic");
    }

    private final class Told implements GatewayListener {
        @Override
        public void failed(FrameItem item, String reason) {
            told.add("failed " + item.name() + ": " + reason);
        }

        @Override
        public void waiting(String reason) {
            told.add("waiting: " + reason);
        }

        @Override
        public void resumed() {
            told.add("resumed");
        }
    }
}
