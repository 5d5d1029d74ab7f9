package io.fleck.stream.gateway.wafers;

import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.format.MapFile;
import io.fleck.core.wafer.format.WaferMapException;
import io.fleck.core.wafer.readers.WaferMapReaders;
import io.fleck.stream.gateway.FrameItem;
import io.fleck.stream.gateway.FrameLedger;
import io.fleck.stream.gateway.FrameSource;
import io.fleck.stream.gateway.GatewayClock;
import io.fleck.stream.gateway.GatewayCounts;
import io.fleck.stream.gateway.GatewayException;
import io.fleck.stream.gateway.GatewayListener;
import io.fleck.stream.gateway.Holdup;
import io.fleck.stream.gateway.Pacer;
import io.fleck.stream.gateway.wafers.WaferOutcomes.Sending;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends a source's files of wafer maps, one record a wafer, in order, on a thread of its own. A file that cannot be read
 * whole is told, counted as failed, and nothing of it is sent; the next one goes on.
 *
 * <p>A file is in the ledger before its first wafer is sent, and done there once the broker has its last. The gateway
 * waits for a broker or a registry that is away. It closes its source and its ledger, not its transport.
 */
public final class WaferGateway implements AutoCloseable {
    static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final WaferSettings settings;
    private final FrameSource source;
    private final FrameLedger ledger;
    private final GatewayClock clock;
    private final WaferOutcomes outcomes;
    private final Holdup holdup;
    private final WaferSender sender;
    private final Pacer pacer;
    private final Thread thread;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private WaferGateway(
            WaferSettings settings,
            FrameSource source,
            FrameLedger ledger,
            WaferTransport transport,
            GatewayClock clock,
            GatewayListener listener) {
        this.settings = settings;
        this.source = source;
        this.ledger = ledger;
        this.clock = clock;
        this.outcomes = new WaferOutcomes(ledger, listener);
        this.holdup = new Holdup(listener);
        this.sender = new WaferSender(settings.topic(), transport, clock, outcomes, holdup);
        this.pacer = new Pacer(settings.rate(), clock);
        this.thread = new Thread(this::work, "gateway-wafers");
    }

    /**
     * Starts sending.
     *
     * @param clock for this gateway alone
     */
    public static WaferGateway start(
            WaferSettings settings,
            FrameSource source,
            FrameLedger ledger,
            WaferTransport transport,
            GatewayClock clock,
            GatewayListener listener) {
        WaferGateway gateway = new WaferGateway(settings, source, ledger, transport, clock, listener);
        gateway.thread.start();
        return gateway;
    }

    private void work() {
        try {
            run();
        } catch (GatewayException e) {
            outcomes.broken(e);
        } catch (InterruptedException | RuntimeException e) {
            outcomes.broken(new GatewayException("the gateway stopped on " + e, e));
        } finally {
            ended.countDown();
        }
    }

    private void run() throws InterruptedException {
        while (!over() && !source.exhausted()) {
            Optional<FrameItem> file = source.poll(WAIT);
            if (file.isPresent()) {
                send(file.get());
            }
        }
        while (!over() && !outcomes.awaitSettled(SILENCE)) {
            holdup.begin("the broker has not acknowledged " + outcomes.counts().inFlight() + " wafer maps yet");
        }
    }

    private boolean over() {
        return stopping.get() || outcomes.broken().isPresent();
    }

    private void send(FrameItem file) throws InterruptedException {
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
            send(maps, file, bytes);
        } catch (IOException e) {
            outcomes.failed(file, "it cannot be read: " + e.getMessage());
        } catch (WaferMapException e) {
            outcomes.failed(file, reason(e));
        }
    }

    private void send(List<DefectMap> maps, FrameItem file, byte[] bytes) throws InterruptedException {
        if (maps.isEmpty()) {
            outcomes.failed(file, "it has no wafers");
            return;
        }
        Sending sending = outcomes.begin(file, ledger.assign(file, bytes), maps.size());
        ledger.sync();
        for (DefectMap map : maps) {
            pacer.await();
            sender.send(map, sending, this::over);
        }
    }

    /** The file's name is told with it. */
    private static String reason(WaferMapException e) {
        String line = e.line() > 0 ? "line " + e.line() + ": " : "";
        return line + (e.field().isEmpty() ? "" : e.field() + ": ") + e.reason();
    }

    /** Wafers acknowledged and in flight, files and wafers failed, so far. */
    public GatewayCounts counts() {
        return outcomes.counts();
    }

    /** Stops sending; returns at once. What is in flight may still be acknowledged until {@link #close}. */
    public void stop() {
        stopping.set(true);
        clock.release();
    }

    /**
     * Waits until every wafer of the source is acknowledged or failed, or until somebody stops the gateway.
     *
     * @throws GatewayException when the gateway could not go on
     */
    public GatewayCounts await() throws InterruptedException {
        ended.await();
        outcomes.broken().ifPresent(reason -> {
            throw new GatewayException(String.valueOf(reason.getMessage()), reason);
        });
        return counts();
    }

    /** Stops, waits at most 5 s for what is in flight, and leaves the rest to the ledger. */
    @Override
    public void close() {
        stop();
        try {
            thread.join();
            if (outcomes.broken().isEmpty()) {
                outcomes.awaitSettled(STOP_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        outcomes.close();
        source.close();
        ledger.close();
    }
}
