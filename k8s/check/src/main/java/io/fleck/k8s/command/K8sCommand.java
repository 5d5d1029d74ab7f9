package io.fleck.k8s.command;

import io.fleck.cli.FleckCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code k8s}: the manifests, without a cluster. */
@Command(
        name = "k8s",
        description = "Hold the Kubernetes manifests against themselves and the code, without a cluster.",
        subcommands = CheckCommand.class,
        synopsisSubcommandLabel = "(check)")
public final class K8sCommand implements FleckCommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Missing command: check");
    }
}
