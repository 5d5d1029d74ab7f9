package io.fleck.stream.gateway.wafers;

import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.format.MapFile;
import io.fleck.core.wafer.format.WaferMapException;
import io.fleck.core.wafer.readers.WaferMapReaders;
import io.fleck.stream.gateway.FrameItem;
import io.fleck.stream.gateway.FrameLedger;
import io.fleck.stream.gateway.FrameSource;
import io.fleck.stream.gateway.Gateway;
import io.fleck.stream.gateway.Pacer;
import io.fleck.stream.gateway.RecordSender;
import io.fleck.stream.gateway.wafers.WaferOutcomes.Sending;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Reads one file after the other, whole or not at all, and sends its wafers. Used by one thread. */
final class WaferFiles implements Gateway.Work {
    private static final Duration WAIT = Duration.ofMillis(200);

    private final WaferSettings settings;
    private final FrameSource source;
    private final FrameLedger ledger;
    private final WaferTransport transport;
    private final WaferOutcomes outcomes;
    private final Pacer pacer;
    private final RecordSender sender;

    WaferFiles(
            WaferSettings settings,
            FrameSource source,
            FrameLedger ledger,
            WaferTransport transport,
            WaferOutcomes outcomes,
            Pacer pacer,
            RecordSender sender) {
        this.settings = settings;
        this.source = source;
        this.ledger = ledger;
        this.transport = transport;
        this.outcomes = outcomes;
        this.pacer = pacer;
        this.sender = sender;
    }

    @Override
    public void next(BooleanSupplier over) throws InterruptedException {
        Optional<FrameItem> file = source.poll(WAIT);
        if (file.isPresent()) {
            send(file.get(), over);
        }
    }

    private void send(FrameItem file, BooleanSupplier over) throws InterruptedException {
        if (file.size() > settings.limits().maxBytes()) {
            outcomes.failed(
                    file,
                    "it has " + file.size() + " bytes; at most "
                            + settings.limits().maxBytes());
            return;
        }
        try {
            byte[] bytes = file.content().read();
            List<DefectMap> maps = WaferMapReaders.read(
                            MapFile.of(file.name(), bytes, settings.limits()), settings.limits())
                    .maps();
            send(maps, file, bytes, over);
        } catch (IOException e) {
            outcomes.failed(file, "it cannot be read: " + e.getMessage());
        } catch (WaferMapException e) {
            outcomes.failed(file, reason(e));
        }
    }

    private void send(List<DefectMap> maps, FrameItem file, byte[] bytes, BooleanSupplier over)
            throws InterruptedException {
        if (maps.isEmpty()) {
            outcomes.failed(file, "it has no wafers");
            return;
        }
        Sending sending = outcomes.begin(file, ledger.assign(file, bytes), maps.size());
        ledger.sync();
        for (DefectMap map : maps) {
            pacer.await();
            sender.send(sent -> record(map, file, sent), outcomes.receipt(WaferRecords.key(map), sending), over);
        }
    }

    private ProducerRecord<String, byte[]> record(DefectMap map, FrameItem file, Instant sent) {
        Instant otherwise = file.capturedAt().orElse(sent);
        byte[] value = transport.serializer().serialize(settings.topic(), WaferRecords.of(map, otherwise));
        return new ProducerRecord<>(settings.topic(), null, sent.toEpochMilli(), WaferRecords.key(map), value);
    }

    /** The file's name is told with it. */
    private static String reason(WaferMapException e) {
        String line = e.line() > 0 ? "line " + e.line() + ": " : "";
        return line + (e.field().isEmpty() ? "" : e.field() + ": ") + e.reason();
    }
}
