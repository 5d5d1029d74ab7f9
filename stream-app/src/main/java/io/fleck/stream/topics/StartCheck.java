package io.fleck.stream.topics;

import io.fleck.stream.topics.TopicDifference.Missing;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be true before the application starts: its topics are there and take its records, its schemas are
 * registered. Where creation is allowed, what is missing is created; what is there is never changed from here.
 */
public final class StartCheck {
    private static final Logger LOG = LoggerFactory.getLogger(StartCheck.class);

    private StartCheck() {}

    /**
     * Checks the topics.
     *
     * @param create whether missing ones may be created
     * @throws TopicsException naming every topic that is missing or cannot hold the records, or that could not be asked
     */
    public static void topics(TopicAdmin admin, TopicLayout layout, boolean create) {
        TopicPlan plan = admin.plan(layout);
        if (create && !plan.missing().isEmpty()) {
            LOG.info("creating topics {}", names(plan.missing(), Missing::topic));
            plan = admin.createMissing(plan);
        }
        if (!plan.blocking().isEmpty()) {
            throw new TopicsException("topics are not as they have to be (./fleck topics plan, apply): "
                    + names(plan.blocking(), TopicDifference::describe));
        }
        plan.differences().stream()
                .filter(difference -> !difference.blocking())
                .forEach(difference -> LOG.warn("topics differ from the configuration: {}", difference.describe()));
    }

    /**
     * Checks the schemas.
     *
     * @param register whether missing ones may be registered
     * @throws TopicsException naming every schema that is not registered or is incompatible
     * @throws io.fleck.serdes.RegistryUnavailableException when the registry cannot serve
     */
    public static void schemas(SchemaAdmin admin, Topics names, boolean register) {
        SchemaPlan plan = register ? admin.register(names) : admin.plan(names);
        if (!plan.fine()) {
            List<SchemaState> wrong =
                    plan.states().stream().filter(state -> !state.fine()).toList();
            throw new TopicsException("schemas are not as they have to be (./fleck schemas check, register): "
                    + names(wrong, SchemaState::describe));
        }
    }

    private static <T> String names(List<T> items, Function<T, String> name) {
        return items.stream().map(name).collect(Collectors.joining("; "));
    }
}
