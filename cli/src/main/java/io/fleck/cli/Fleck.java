package io.fleck.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Main class: {@code fleck COMMAND [options]}. */
@Command(
        name = "fleck",
        description = "Real-time streaming visual inspection on Kafka.",
        mixinStandardHelpOptions = true,
        versionProvider = FleckVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true)
public final class Fleck implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Print the stack trace of an error.")
    private boolean verbose;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing command");
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The whole command line, as main runs it. */
    public static CommandLine commandLine() {
        return commandLine(installed());
    }

    static CommandLine commandLine(List<FleckCommand> commands) {
        Fleck root = new Fleck();
        CommandLine line = new CommandLine(root);
        commands.forEach(line::addSubcommand);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        addHelp(line);
        line.registerConverter(java.time.Duration.class, Units::duration);
        line.setParameterExceptionHandler(Fleck::explainUsage);
        line.setExecutionExceptionHandler((error, command, parsed) -> root.explain(error, command));
        return line;
    }

    private static List<FleckCommand> installed() {
        return ServiceLoader.load(FleckCommand.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Fleck::nameOf))
                .toList();
    }

    private static String nameOf(FleckCommand command) {
        Command annotation = command.getClass().getAnnotation(Command.class);
        return annotation == null ? command.getClass().getName() : annotation.name();
    }

    /** Every command, however deep, answers {@code --help}. */
    private static void addHelp(CommandLine line) {
        line.getSubcommands().values().forEach(command -> {
            command.getCommandSpec().mixinStandardHelpOptions(true);
            command.getCommandSpec().usageMessage().autoWidth(true);
            addHelp(command);
        });
    }

    private static int explainUsage(CommandLine.ParameterException error, String[] args) {
        CommandLine command = error.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("fleck: " + firstLine(error) + " (see "
                + command.getCommandSpec().qualifiedName() + " --help)");
        return ExitCode.USAGE;
    }

    private int explain(Exception error, CommandLine command) {
        PrintWriter err = command.getErr();
        err.println("fleck: " + firstLine(error));
        if (verbose) {
            error.printStackTrace(err);
        }
        if (error instanceof InterruptedException) {
            return ExitCode.INTERRUPTED;
        }
        return error instanceof CommandException known ? known.exitCode() : ExitCode.FAILED;
    }

    private static String firstLine(Exception error) {
        String message = error.getMessage();
        if (error instanceof CommandException || error instanceof CommandLine.ParameterException) {
            return String.valueOf(message).lines().findFirst().orElse("");
        }
        return error.getClass().getSimpleName()
                + (message == null ? "" : ": " + message.lines().findFirst().orElse(""));
    }
}
