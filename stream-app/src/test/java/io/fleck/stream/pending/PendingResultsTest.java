package io.fleck.stream.pending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The contract with Kafka Streams: the driver commits after every record, so a result that comes later on another thread
 * is there when {@code pipeInput} returns, or the hook does not work any more.
 */
@Timeout(60)
final class PendingResultsTest {
    private static final Duration BOUND = Duration.ofSeconds(20);

    /** What the engine would do: the test decides when and how each value is answered. */
    private interface Answers {
        CompletableFuture<String> submit(String value);
    }

    private Answers answers = value -> CompletableFuture.completedFuture(value.toUpperCase(java.util.Locale.ROOT));
    private final List<Integer> sizesAfterProcess = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private long now;
    private int limit = Integer.MAX_VALUE;
    private boolean waitsTimeOut;
    private boolean closed;
    private TopologyTestDriver driver;
    private TestInputTopic<String, String> input;
    private TestOutputTopic<String, String> output;

    private final class Inspecting implements Processor<String, String, String, String> {
        private ProcessorContext<String, String> context;
        private PendingResults<Record<String, String>, String> pending;

        @Override
        public void init(ProcessorContext<String, String> context) {
            this.context = context;
            this.pending = context.getStateStore("pending");
            pending.attach(context, new Forwarding(), this::await);
            context.schedule(Duration.ofMillis(10), PunctuationType.WALL_CLOCK_TIME, time -> pending.forwardArrived());
        }

        private String await(CompletableFuture<String> future, Duration timeout)
                throws InterruptedException, java.util.concurrent.ExecutionException, TimeoutException {
            waits.add(timeout);
            if (waitsTimeOut) {
                throw new TimeoutException();
            }
            return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void process(Record<String, String> record) {
            pending.add(record.key(), record, answers.submit(record.value()));
            pending.forwardArrived();
            pending.limitTo(limit);
            sizesAfterProcess.add(pending.size());
        }

        private final class Forwarding implements Conclusion<Record<String, String>, String> {
            @Override
            public void succeeded(Record<String, String> record, String result) {
                context.forward(record.withValue(
                        result + "@" + context.recordMetadata().orElseThrow().offset()));
            }

            @Override
            public void failed(Record<String, String> record, Throwable error) {
                context.forward(record.withValue("failed: " + error.getMessage()));
            }

            @Override
            public RuntimeException expired(Record<String, String> record, TimeoutException error) {
                return new IllegalStateException("no result for " + record.value(), error);
            }
        }
    }

    @BeforeEach
    void start() {
        Topology topology = new Topology();
        topology.addSource("in", new StringDeserializer(), new StringDeserializer(), "in");
        topology.addProcessor("inspect", Inspecting::new, "in");
        topology.addStateStore(new PendingResultsBuilder<>("pending", new DrainBudgets(BOUND, () -> now)), "inspect");
        topology.addSink("out", "out", new StringSerializer(), new StringSerializer(), "inspect");
        driver = new TopologyTestDriver(topology, new Properties());
        input = driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
        output = driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer());
    }

    @AfterEach
    void stop() {
        if (!closed) {
            driver.close();
        }
    }

    @Test
    void shouldMakeACommitWaitForAResultThatComesLater() {
        answers = value -> CompletableFuture.supplyAsync(
                () -> "late", CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));
        input.pipeInput("camera", "frame");
        assertThat(sizesAfterProcess).as("pending when process() returned").containsExactly(1);
        assertThat(output.readValuesToList())
                .as("forwarded before the commit; if empty, Kafka Streams no longer calls the hook")
                .containsExactly("late@0");
    }

    @Test
    void shouldForwardAtOnceWhatIsThere() {
        input.pipeInput("camera", "frame");
        assertThat(sizesAfterProcess).containsExactly(0);
        assertThat(output.readValuesToList()).containsExactly("FRAME@0");
        assertThat(waits).isEmpty();
    }

    @Test
    void shouldGiveEachResultTheContextOfItsInput() {
        input.pipeRecordList(
                List.of(new TestRecord<>("a", "x"), new TestRecord<>("b", "y"), new TestRecord<>("a", "z")));
        assertThat(output.readValuesToList()).containsExactly("X@0", "Y@1", "Z@2");
    }

    @Test
    void shouldForwardAFailureInTheItemsPlace() {
        answers = value -> CompletableFuture.failedFuture(new IllegalStateException("poison"));
        input.pipeInput("camera", "frame");
        assertThat(output.readValuesToList()).containsExactly("failed: poison");
    }

    @Test
    void shouldWaitForTheOldestKeyOnceTooManyArePending() {
        answers = value -> CompletableFuture.supplyAsync(
                () -> value, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
        limit = 0;
        input.pipeInput("camera", "frame");
        assertThat(sizesAfterProcess).as("process() waited").containsExactly(0);
        assertThat(output.readValuesToList()).containsExactly("frame@0");
    }

    @Test
    void shouldCommitNothingWhenTheBoundIsSpent() {
        answers = value -> new CompletableFuture<>();
        waitsTimeOut = true;
        assertThatThrownBy(() -> input.pipeInput("camera", "frame"))
                .isInstanceOf(StreamsException.class)
                .hasRootCauseInstanceOf(TimeoutException.class)
                .hasStackTraceContaining("no result for frame");
        assertThat(output.isEmpty()).isTrue();
        closed = true;
        driver.close();
        assertThat(waits).as("the dirty close does not wait again").hasSize(1);
    }
}
