package io.fleck.stream.deadletters.command;

import io.fleck.cli.FleckCommand;
import io.fleck.stream.connection.ConnectionOptions;
import io.fleck.stream.topics.Topic;
import io.fleck.stream.topics.TopicScan;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dead-letters}: look at what could not be inspected, and send it again once its cause is mended. */
@Command(
        name = "dead-letters",
        description = "Look at inputs that could not be inspected, and send them again.",
        subcommands = {ListLettersCommand.class, ReplayLettersCommand.class},
        synopsisSubcommandLabel = "(list | replay)")
public final class DeadLettersCommand implements FleckCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Missing command: list or replay");
    }

    static TopicScan scan(ConnectionOptions connection) {
        String topic = connection.topics().name(Topic.DEAD_LETTERS);
        return ConnectionOptions.checked(
                () -> TopicScan.open(connection.bootstrap(), connection.consumer(), topic, PATIENCE));
    }
}
