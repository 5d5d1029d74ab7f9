package io.fleck.load.bench.traffic;

import io.fleck.load.bench.measure.BenchException;
import io.fleck.load.bench.measure.CpuTimes;
import io.fleck.load.bench.measure.Meter;
import io.fleck.load.bench.measure.Span;
import io.fleck.load.bench.measure.StageTimes;
import io.fleck.serdes.AvroCodec;
import io.fleck.stream.reconcile.Outcomes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A line's driver and reader. Every load is followed to its end: when a method returns, all that was sent has been read.
 *
 * <p>Used by one thread.
 */
public final class Traffic implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final long LOOK_MILLIS = 50;

    private final Meter meter;
    private final EpochMicros clock = new EpochMicros(Clock.systemUTC(), System::nanoTime);
    private final Semaphore read = new Semaphore(0);
    private final FrameSender sender;
    private final ResultReader reader;

    /**
     * Connects; the line's topics are there already.
     *
     * @param cpu whose CPU time to watch
     */
    public Traffic(Line line, AvroCodec codec, CpuTimes cpu) {
        this.meter = new Meter(cpu);
        this.sender = new FrameSender(line, codec, meter);
        this.reader = new ResultReader(line, codec, clock, meter, this::read);
    }

    private void read(int results) {
        meter.add(results);
        read.release(results);
    }

    /**
     * Sends one frame and waits for its result: the stream is known to work.
     *
     * @throws BenchException when none comes in time
     */
    public void awaitFirst(Duration limit) throws InterruptedException {
        sender.send(clock.getAsLong());
        drain(limit);
    }

    /**
     * Keeps so many frames under way, which must be enough to keep the stream busy, and measures what comes out.
     *
     * @param window frames sent and not yet read
     * @throws BenchException when the stream breaks down, or a frame does not come out
     */
    public Saturated saturate(int window, Duration warmUp, Duration measured) throws InterruptedException {
        StageTimes stages = new StageTimes();
        Span span;
        try (Driver unused = Driver.start(meter, driver -> keepUnderWay(window, driver))) {
            meter.await(warmUp);
            reader.observe(stages::add);
            span = meter.measure(Duration.ZERO, measured);
            reader.observe(Observer.NONE);
        }
        drain(PATIENCE);
        return new Saturated(span, stages);
    }

    private void keepUnderWay(int window, Driver driver) throws InterruptedException {
        read.drainPermits();
        for (int i = 0; i < window && driver.goesOn(); i++) {
            sender.send(clock.getAsLong());
        }
        while (driver.goesOn()) {
            if (read.tryAcquire(1, TimeUnit.SECONDS)) {
                sender.send(clock.getAsLong());
            }
        }
    }

    /**
     * Offers frames at even intervals, whether the stream keeps up or not; measured are the frames that were due in the
     * measured time, however late they come.
     *
     * @param perSecond frames a second, above 0
     * @throws BenchException when the stream breaks down, or a frame does not come out
     */
    public Offered offer(double perSecond, Duration warmUp, Duration measured) throws InterruptedException {
        Schedule schedule = new Schedule(clock.getAsLong(), perSecond);
        long from = schedule.start() + warmUp.toNanos() / 1_000;
        Arrivals arrivals = new Arrivals(from, from + measured.toNanos() / 1_000);
        reader.observe(arrivals);
        Span span;
        try (Driver unused = Driver.start(meter, driver -> schedule.run(clock, sender::send, driver))) {
            span = meter.measure(warmUp, measured);
        }
        drain(PATIENCE);
        reader.observe(Observer.NONE);
        return new Offered(perSecond, arrivals.added(), arrivals.total(), arrivals.stages(), span);
    }

    /** Waits for what is under way, as long as something comes. */
    private void drain(Duration patience) throws InterruptedException {
        sender.flush();
        long progressAt = System.nanoTime();
        for (long before = meter.frames(); meter.frames() < sender.sent(); ) {
            meter.requireSound();
            boolean unused = read.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (meter.frames() > before) {
                before = meter.frames();
                progressAt = System.nanoTime();
            } else if (System.nanoTime() - progressAt > patience.toNanos()) {
                throw new BenchException(
                        "of " + sender.sent() + " frames " + before + " came out, and then none for "
                                + patience.toSeconds() + " s",
                        null);
            }
        }
    }

    /**
     * Stops reading and compares the counts: every frame that was sent has a result, none a dead letter.
     *
     * @param duplicates whether one may have several, as after an instance lost its partitions under at_least_once
     * @return results beyond the first of their frames
     * @throws BenchException when the counts do not agree
     */
    public long reconcile(boolean duplicates) {
        Outcomes outcomes = reader.stop();
        boolean complete = outcomes.inputs() == sender.sent();
        boolean sound = duplicates || (outcomes.duplicated() == 0 && outcomes.reordered() == 0);
        if (!complete || !sound) {
            throw new BenchException("the counts do not agree: sent " + sender.sent() + ", came out " + outcomes, null);
        }
        return outcomes.duplicated();
    }

    @Override
    public void close() {
        sender.close();
        reader.close();
    }
}
