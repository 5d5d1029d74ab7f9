package io.fleck.fitting.command;

import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Figures;
import io.fleck.fitting.synthetic.wafer.Signature;
import io.fleck.fitting.synthetic.wafer.WaferTable;
import io.fleck.fitting.wafer.LabelledWafer;
import io.fleck.fitting.wafer.WaferRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wafers draw}: labelled wafers that never existed, to try the training with. */
@Command(
        name = "draw",
        description = {
            "Draws synthetic wafers with known signatures into a table that fit-wafers and evaluate read.",
            "They are made up: a model that is good on them is not good on real wafers for that."
        })
final class DrawWafersCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Table to write, replaced if there.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(
            names = "--each",
            paramLabel = "N",
            defaultValue = "400",
            description = "Wafers a signature (default: ${DEFAULT-VALUE}).")
    private int each;

    @Option(
            names = "--planted",
            description = "Draw the patterns for planting too, which the demo's model has not seen.")
    private boolean planted;

    @Option(names = "--seed", paramLabel = "N", description = "Which wafers (default: 0).")
    private long seed;

    @Override
    public Integer call() {
        if (each < 1) {
            throw CommandException.usage("--each " + each + ": must be at least 1");
        }
        List<Signature> signatures = planted ? Arrays.asList(Signature.values()) : Signature.known();
        List<LabelledWafer> wafers = WaferTable.draw(signatures, each, seed);
        try {
            WaferRows.write(out, wafers);
        } catch (IOException e) {
            throw CommandException.failed(out + ": cannot be written: " + e.getMessage(), e);
        }
        common.publish(new Figures().put("wafers", wafers.size()).put("signatures", signatures.size()));
        return ExitCode.DONE;
    }
}
