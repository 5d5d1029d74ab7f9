package io.fleck.stream.topology;

import io.fleck.core.batch.Callers;
import io.fleck.stream.metrics.InputMetrics;
import io.fleck.stream.pending.DrainBudgets;
import io.fleck.stream.pending.PendingResults;
import io.fleck.stream.pending.PendingResultsBuilder;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * How inputs of one kind are taken up: makes the processor of each task, and the stores that it needs. What belongs to a
 * kind bears its name: stores ({@code frames-pending}, {@code frames-seen}) and the nodes that take the outcomes ({@code
 * frames-results}).
 */
public final class Intake<S extends Subject, R> implements ProcessorSupplier<byte[], byte[], byte[], byte[]> {
    private final String kind;
    private final Inspection<S, R> inspection;
    private final Function<Input, String> order;
    private final DeadLetters deadLetters;
    private final InputMetrics metrics;
    private final Shared with;
    private final Set<StoreBuilder<?>> stores = new HashSet<>();

    /**
     * What the intakes of an application share.
     *
     * @param callers the stream threads, as the models' batchers know them
     * @param flow how much is in flight
     * @param budgets for how long a commit waits
     * @param clock wall clock, for send times
     * @param nanoTime monotonic clock, for durations
     */
    public record Shared(Callers callers, Flow flow, DrainBudgets budgets, Clock clock, LongSupplier nanoTime) {}

    /**
     * An intake of a kind.
     *
     * @param kind name of the kind, in the plural
     * @param inspection its steps
     * @param order inputs for which this gives the same keep their order
     * @param deadLetters makes dead letters
     * @param metrics counts this kind
     */
    public Intake(
            String kind,
            Inspection<S, R> inspection,
            Function<Input, String> order,
            DeadLetters deadLetters,
            InputMetrics metrics,
            Shared with) {
        this.kind = kind;
        this.inspection = inspection;
        this.order = order;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.with = with;
        stores.add(new PendingResultsBuilder<PendingInput<S>, R>(pendingStore(), with.budgets()));
        if (with.flow().findsDuplicates()) {
            stores.add(SeenInputs.store(seenStore(), with.flow().duplicateWindow()));
        }
    }

    @Override
    public Processor<byte[], byte[], byte[], byte[]> get() {
        return new InputProcessor<>(this);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.copyOf(stores);
    }

    /** Name of a node behind the processors. */
    public String child(String name) {
        return kind + '-' + name;
    }

    /** Name of the {@link PendingResults}. */
    String pendingStore() {
        return child("pending");
    }

    /** Name of the store of inputs that had a verdict. */
    String seenStore() {
        return child("seen");
    }

    Inspection<S, R> inspection() {
        return inspection;
    }

    Function<Input, String> order() {
        return order;
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    InputMetrics metrics() {
        return metrics;
    }

    Shared with() {
        return with;
    }
}
