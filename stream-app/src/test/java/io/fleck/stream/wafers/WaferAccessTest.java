package io.fleck.stream.wafers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleck.stream.access.AccessPlan;
import io.fleck.stream.access.Role;
import io.fleck.stream.topics.Topics;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

/** What the streams of wafers read and write is what the application's role may. */
final class WaferAccessTest {
    private static final AccessPlan PLAN = new AccessPlan(Topics.unprefixed(), "fleck");

    private static Set<String> allowed(AclOperation operation) {
        return PLAN.grants(Role.APP).stream()
                .filter(grant -> grant.operations().contains(operation))
                .map(grant -> grant.resource().name())
                .collect(Collectors.toSet());
    }

    private static void read(TopologyDescription.Node node, Set<String> sources, Set<String> sinks) {
        if (node instanceof TopologyDescription.Source source) {
            sources.addAll(source.topicSet());
        } else if (node instanceof TopologyDescription.Sink sink && sink.topic() != null) {
            sinks.add(sink.topic());
        }
    }

    @Test
    void shouldReadAndWriteOnlyWhatTheApplicationMay() {
        Set<String> sources = new TreeSet<>();
        Set<String> sinks = new TreeSet<>();
        try (WaferPipeline pipeline = WaferPipeline.start()) {
            pipeline.built()
                    .describe()
                    .subtopologies()
                    .forEach(part -> part.nodes().forEach(node -> read(node, sources, sinks)));
        }
        // Those between two parts of the stream carry the application's id in front and are its own.
        sources.removeIf(topic -> !topic.startsWith("inspection."));
        sinks.removeIf(topic -> !topic.startsWith("inspection."));
        assertThat(sources).contains("inspection.wafer-maps").isSubsetOf(allowed(AclOperation.READ));
        assertThat(sinks).contains("inspection.results").isSubsetOf(allowed(AclOperation.WRITE));
    }
}
