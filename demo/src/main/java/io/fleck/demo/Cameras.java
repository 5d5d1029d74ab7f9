package io.fleck.demo;

import io.fleck.avro.CameraFrame;
import io.fleck.avro.FrameFormat;
import io.fleck.cli.CommandException;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.serdes.AvroCodec;
import io.fleck.stream.gateway.FrameGateway;
import io.fleck.stream.gateway.FrameItem;
import io.fleck.stream.gateway.FrameTransport;
import io.fleck.stream.gateway.Gateway;
import io.fleck.stream.gateway.GatewayCounts;
import io.fleck.stream.gateway.GatewayListener;
import io.fleck.stream.gateway.GatewaySettings;
import io.fleck.stream.gateway.LoopingSource;
import io.fleck.stream.gateway.MemoryLedger;
import io.fleck.stream.gateway.ProducerSettings;
import io.fleck.stream.gateway.SystemGatewayClock;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A camera a station: each sends its pictures over and over, with new ids every round. */
final class Cameras implements AutoCloseable {
    private final FrameTransport transport;
    private final List<Gateway> gateways = new ArrayList<>();

    private Cameras(FrameTransport transport) {
        this.transport = transport;
    }

    /**
     * Starts sending.
     *
     * @param rate frames a second of all cameras together
     */
    static Cameras start(
            List<Station> stations,
            double rate,
            String topic,
            String bootstrap,
            AvroCodec codec,
            GatewayListener listener) {
        Cameras cameras = new Cameras(
                new FrameTransport(ProducerSettings.open(bootstrap, Map.of()), codec.serializer(CameraFrame.class)));
        for (Station station : stations) {
            String camera = "camera-" + (cameras.gateways.size() + 1);
            cameras.gateways.add(FrameGateway.start(
                    GatewaySettings.of(topic, camera, station.name(), rate / stations.size()),
                    new LoopingSource(
                            station.stream().stream().map(Cameras::item).toList()),
                    new MemoryLedger(camera),
                    cameras.transport,
                    new SystemGatewayClock(),
                    listener));
        }
        return cameras;
    }

    private static FrameItem item(LabelledImage image) {
        try {
            long size = Files.size(image.file());
            return new FrameItem(
                    image.name(), format(image.name()), size, null, () -> Files.readAllBytes(image.file()));
        } catch (IOException e) {
            throw CommandException.failed(image.file() + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static FrameFormat format(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".png") ? FrameFormat.PNG : FrameFormat.JPEG;
    }

    /** Stops sending and waits for what is in flight. */
    void stop() {
        gateways.forEach(Gateway::stop);
        gateways.forEach(Gateway::close);
    }

    /** Frames that the broker has acknowledged. */
    long acknowledged() {
        return gateways.stream()
                .map(Gateway::counts)
                .mapToLong(GatewayCounts::acknowledged)
                .sum();
    }

    @Override
    public void close() {
        stop();
        transport.close();
    }
}
