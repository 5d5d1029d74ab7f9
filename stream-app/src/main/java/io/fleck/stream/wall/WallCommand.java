package io.fleck.stream.wall;

import io.fleck.cli.CommandException;
import io.fleck.cli.ExitCode;
import io.fleck.cli.FleckCommand;
import io.fleck.serdes.AvroCodec;
import io.fleck.stream.connection.ConnectionOptions;
import io.fleck.stream.wall.live.WallException;
import io.fleck.stream.wall.live.WallSettings;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fleck wall}: the live page on its own. */
@Command(name = "wall", description = "Serves the live page of a running inspection to browsers on this machine.")
public final class WallCommand implements FleckCommand {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8090",
            description = "Port on the loopback interface; 0: any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            defaultValue = "Live inspection",
            description = "Heading of the page (default: ${DEFAULT-VALUE}).")
    private String title = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        WallSettings settings =
                ConnectionOptions.checked(() -> new WallSettings(title, false, OptionalDouble.empty(), port));
        try (AvroCodec codec = connection.codec();
                Wall wall = ConnectionOptions.checked(() -> Wall.start(settings, source(codec)))) {
            spec.commandLine().getErr().println("wall: " + wall.address() + " (Ctrl-C ends it)");
            new CountDownLatch(1).await();
            return ExitCode.DONE;
        } catch (WallException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private Wall.Source source(AvroCodec codec) {
        return new Wall.Source(connection.bootstrap(), connection.consumer(), codec, connection.topics());
    }
}
