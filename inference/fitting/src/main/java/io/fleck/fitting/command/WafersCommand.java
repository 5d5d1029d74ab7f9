package io.fleck.fitting.command;

import io.fleck.cli.FleckCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wafers}: what files of wafer maps hold, and files of wafers that never existed. */
@Command(
        name = "wafers",
        description = "Looks at files of wafer maps: KLARF 1.1, 1.2 and 1.8, SEMI G85 and E142, WM-811K rows.",
        synopsisSubcommandLabel = "(show | draw)",
        subcommands = {ShowWafersCommand.class, DrawWafersCommand.class})
public final class WafersCommand implements FleckCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Missing command: show or draw");
    }
}
