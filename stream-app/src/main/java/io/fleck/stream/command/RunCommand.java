package io.fleck.stream.command;

import io.fleck.cli.CommandException;
import io.fleck.cli.ExitCode;
import io.fleck.cli.FleckCommand;
import io.fleck.core.engine.EngineUnavailableException;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.model.ModelException;
import io.fleck.serdes.SerdeException;
import io.fleck.stream.admin.AdminException;
import io.fleck.stream.app.AppException;
import io.fleck.stream.app.EngineHungException;
import io.fleck.stream.app.FleckApp;
import io.fleck.stream.config.ConfigurationException;
import io.fleck.stream.config.FleckConfig;
import io.fleck.stream.topics.TopicsException;
import java.nio.file.Path;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fleck run}: the application, production form, until SIGTERM or Ctrl-C. */
@Command(name = "run", description = "Inspects frames from Kafka until it is stopped.")
public final class RunCommand implements FleckCommand {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description = "Settings as Java properties; docs/configuration.md lists them all.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path config;

    @Override
    public Integer call() throws InterruptedException {
        try (FleckApp app = start(load());
                StopOnSignal hook = StopOnSignal.of(app)) {
            app.awaitEnd();
            app.failure().ifPresent(error -> {
                throw ended(error);
            });
            return hook.signalled() ? ExitCode.INTERRUPTED : ExitCode.DONE;
        }
    }

    static CommandException ended(Throwable error) {
        return error instanceof EngineHungException
                ? CommandException.hung(String.valueOf(error.getMessage()), error)
                : CommandException.failed("the stream failed for good: " + rootMessage(error), error);
    }

    /** What Kafka Streams wraps around it says where it happened, over many lines. */
    private static String rootMessage(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.toString() : root.getMessage();
        return message.lines().findFirst().orElse(root.toString());
    }

    private FleckConfig load() {
        try {
            return FleckConfig.load(config);
        } catch (ConfigurationException e) {
            throw CommandException.usage("--config " + config + ": " + e.getMessage());
        }
    }

    private static FleckApp start(FleckConfig config) {
        try {
            return FleckApp.start(config);
        } catch (ConfigurationException | ModelException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        } catch (EngineUnavailableException e) {
            throw CommandException.missing(String.valueOf(e.getMessage()), e);
        } catch (AppException | AdminException | InferenceException | TopicsException | SerdeException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw CommandException.failed(String.valueOf(cause.getMessage()), e);
        }
    }
}
