package io.fleck.stream.app;

import io.fleck.stream.admin.Health;
import io.fleck.stream.outage.Circuit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/** Ready: the stream runs and nothing that it needs is away. Alive: it runs or may come to run again. */
final class StreamHealth implements Health {
    private static final Set<KafkaStreams.State> DEAD =
            Set.of(KafkaStreams.State.ERROR, KafkaStreams.State.NOT_RUNNING);

    private final Supplier<KafkaStreams.State> state;
    private final Circuit circuit;

    StreamHealth(Supplier<KafkaStreams.State> state, Circuit circuit) {
        this.state = state;
        this.circuit = circuit;
    }

    @Override
    public List<String> notReady() {
        List<String> problems = new ArrayList<>();
        KafkaStreams.State now = state.get();
        if (now != KafkaStreams.State.RUNNING) {
            problems.add("stream: " + now);
        }
        problems.addAll(circuit.problems());
        return problems;
    }

    @Override
    public List<String> notAlive() {
        KafkaStreams.State now = state.get();
        return DEAD.contains(now) ? List.of("stream: " + now) : List.of();
    }
}
