package io.fleck.stream.pending;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * The results that one task waits for: a queue a key, each forwarded in arrival order from its own head, so that a slow
 * key holds up no other. A commit waits for all of them, so that no crash loses an input.
 *
 * <p>Kafka Streams commits a record once {@code process()} has returned. What it calls before it commits is
 * {@code flushCache()}, and only on stores that implement {@link CachedStateStore}; {@code StateStore.commit} comes after
 * the offsets (kafka 4.3.1). So this is a store without content, and the one class that touches internals of Kafka
 * Streams. {@code PendingResultsTest} and the kill tests turn red should an upgrade move the hook.
 *
 * <p>Used by the task's stream thread only; futures may complete on any thread.
 *
 * @param <T> what the processor keeps of an input
 * @param <R> its result
 */
public final class PendingResults<T, R> implements StateStore, CachedStateStore<Object, Object> {
    private static final class Entry<T, R> {
        private final T pending;
        private final @Nullable ProcessorRecordContext context;
        private final CompletableFuture<R> future;

        private Entry(T pending, @Nullable ProcessorRecordContext context, CompletableFuture<R> future) {
            this.pending = pending;
            this.context = context;
            this.future = future;
        }
    }

    private record Attached<T, R>(
            InternalProcessorContext<?, ?> context,
            @Nullable ProcessorNode<?, ?, ?, ?> node,
            Conclusion<T, R> conclusion,
            Waiting<R> waiting) {}

    private final String name;
    private final Supplier<DrainBudget> budget;
    private final Map<String, Deque<Entry<T, R>>> queues = new LinkedHashMap<>();
    private Queue<String> arrived = new ConcurrentLinkedQueue<>();
    private Optional<Attached<T, R>> attached = Optional.empty();
    private int size;
    private boolean expired;
    private boolean open;

    PendingResults(String name, Supplier<DrainBudget> budget) {
        this.name = name;
        this.budget = budget;
    }

    /**
     * Called by the processor's {@code init}: forgets what an earlier life of the task left behind, which was not
     * committed and comes again.
     */
    public void attach(ProcessorContext<?, ?> context, Conclusion<T, R> conclusion, Waiting<R> waiting) {
        InternalProcessorContext<?, ?> internal = (InternalProcessorContext<?, ?>) context;
        attached = Optional.of(new Attached<>(internal, internal.currentNode(), conclusion, waiting));
        int unused = abandon();
        expired = false;
    }

    /** Queues the result of the record that is being processed. */
    public void add(String key, T pending, CompletableFuture<R> future) {
        Entry<T, R> entry = new Entry<>(pending, attached().context().recordContext(), future);
        queues.computeIfAbsent(key, unused -> new ArrayDeque<>()).addLast(entry);
        size++;
        Queue<String> arrivals = arrived;
        CompletableFuture<R> unused = future.whenComplete((result, error) -> arrivals.add(key));
    }

    /** Forwards what has arrived, of each key as far as its head has; called between records and by a punctuator. */
    public void forwardArrived() {
        budget.get().processing();
        for (String key = arrived.poll(); key != null; key = arrived.poll()) {
            forwardHead(key);
        }
    }

    /** Inputs whose results are not forwarded yet. */
    public int size() {
        return size;
    }

    private void forwardHead(String key) {
        Deque<Entry<T, R>> queue = queues.get(key);
        while (queue != null && !queue.isEmpty() && queue.getFirst().future.isDone()) {
            conclude(queue.getFirst());
            queue.removeFirst();
            size--;
        }
        if (queue != null && queue.isEmpty()) {
            queues.remove(key);
        }
    }

    private void conclude(Entry<T, R> entry) {
        InternalProcessorContext<?, ?> context = attached().context();
        ProcessorRecordContext previous = context.recordContext();
        context.setRecordContext(entry.context);
        try {
            attached().conclusion().succeeded(entry.pending, entry.future.get());
        } catch (ExecutionException e) {
            attached().conclusion().failed(entry.pending, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StreamsException("interrupted while forwarding results of " + name, e);
        } finally {
            context.setRecordContext(previous);
        }
    }

    /** Waits, so that at most so many stay pending; spends the same budget as a commit. */
    public void limitTo(int most) {
        while (size > most) {
            Map.Entry<String, Deque<Entry<T, R>>> oldest =
                    queues.entrySet().iterator().next();
            awaitHead(oldest.getValue().getFirst());
            forwardHead(oldest.getKey());
        }
    }

    /** Gives up what is pending, because it will not be committed and comes again; how many that were. */
    public int abandon() {
        int abandoned = size;
        queues.clear();
        arrived = new ConcurrentLinkedQueue<>();
        size = 0;
        return abandoned;
    }

    /** The hook: Kafka Streams is about to commit. Waits for all that is pending and forwards it. */
    @Override
    public void flushCache() {
        // After a drain that ran out of time the task is closed dirty, and the hook runs again: nothing will be
        // committed.
        if (size == 0 || expired) {
            return;
        }
        InternalProcessorContext<?, ?> context = attached().context();
        ProcessorNode<?, ?, ?, ?> previous = context.currentNode();
        context.setCurrentNode(attached().node());
        try {
            for (String key : List.copyOf(queues.keySet())) {
                drain(key);
            }
        } finally {
            context.setCurrentNode(previous);
        }
    }

    private void drain(String key) {
        for (Deque<Entry<T, R>> queue = queues.get(key); queue != null; queue = queues.get(key)) {
            awaitHead(queue.getFirst());
            forwardHead(key);
        }
    }

    private void awaitHead(Entry<T, R> head) {
        Duration remaining = budget.get().remaining();
        try {
            if (!head.future.isDone()) {
                R unused = attached().waiting().await(head.future, remaining);
            }
        } catch (ExecutionException e) {
            // The failure is concluded like any other outcome.
            return;
        } catch (TimeoutException e) {
            expired = true;
            throw attached().conclusion().expired(head.pending, e);
        } catch (InterruptedException e) {
            expired = true;
            Thread.currentThread().interrupt();
            throw new StreamsException("interrupted while a commit waited for " + name, e);
        }
    }

    private Attached<T, R> attached() {
        return attached.orElseThrow(() -> new IllegalStateException("store " + name + " is not attached"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public void clearCache() {
        // Nothing is cached: what is pending is dropped by attach().
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<Object, Object> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
