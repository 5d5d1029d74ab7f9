package io.fleck.stream.topics.command;

import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.FleckCommand;
import io.fleck.stream.topics.TopicAdmin;
import io.fleck.stream.topics.TopicPlan;
import io.fleck.stream.topics.TopicsException;
import java.time.Duration;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code topics}: what the application needs on a cluster that lets it create nothing. */
@Command(
        name = "topics",
        description = "Compare a cluster's topics with what Fleck needs, and bring them there.",
        synopsisSubcommandLabel = "(plan | apply)")
public final class TopicsCommand implements FleckCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Missing command: plan or apply");
    }

    @Command(name = "plan", description = "Say what is missing or differs, changing nothing; exit code 1 if anything.")
    int plan(@Mixin CommonOptions common, @Mixin ClusterOptions cluster) {
        return with(cluster, admin -> {
            TopicPlan plan = admin.plan(cluster.layout());
            return TopicReport.planned(plan, common, spec.commandLine().getOut());
        });
    }

    @Command(
            name = "apply",
            description = "Create what is missing and change what differs; exit code 1 if not all can.")
    int apply(@Mixin CommonOptions common, @Mixin ClusterOptions cluster) {
        return with(cluster, admin -> {
            TopicPlan plan = admin.plan(cluster.layout());
            TopicPlan left = admin.apply(plan);
            return TopicReport.applied(plan, left, common, spec.commandLine().getOut());
        });
    }

    private static int with(ClusterOptions cluster, ToIntFunction<TopicAdmin> work) {
        try (Admin admin = cluster.connect()) {
            return work.applyAsInt(new TopicAdmin(admin, PATIENCE));
        } catch (TopicsException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }
}
