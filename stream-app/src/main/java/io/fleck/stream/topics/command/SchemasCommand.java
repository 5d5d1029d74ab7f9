package io.fleck.stream.topics.command;

import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.FleckCommand;
import io.fleck.serdes.AvroCodec;
import io.fleck.serdes.SerdeException;
import io.fleck.stream.connection.ConnectionOptions;
import io.fleck.stream.topics.SchemaAdmin;
import io.fleck.stream.topics.SchemaPlan;
import io.fleck.stream.topics.TopicsException;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code schemas}: what the application needs in a registry that lets it register nothing. */
@Command(
        name = "schemas",
        description = "Compare a registry's schemas with Fleck's records, and register them.",
        synopsisSubcommandLabel = "(check | register)")
public final class SchemasCommand implements FleckCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Missing command: check or register");
    }

    @Command(name = "check", description = "Say which schemas are registered and compatible; exit code 1 if any isn't.")
    int check(@Mixin CommonOptions common, @Mixin ConnectionOptions connection) {
        return run(common, connection, admin -> admin.plan(connection.topics()));
    }

    @Command(name = "register", description = "Register the schemas that are missing; none if any is incompatible.")
    int register(@Mixin CommonOptions common, @Mixin ConnectionOptions connection) {
        return run(common, connection, admin -> admin.register(connection.topics()));
    }

    private int run(CommonOptions common, ConnectionOptions connection, Function<SchemaAdmin, SchemaPlan> work) {
        try (AvroCodec codec = connection.codec()) {
            SchemaPlan plan = work.apply(new SchemaAdmin(codec.registrations()));
            return SchemaReport.publish(plan, common, spec.commandLine().getOut());
        } catch (TopicsException | SerdeException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }
}
