package io.fleck.k8s.command;

import io.fleck.cli.CommandException;
import io.fleck.cli.CommonOptions;
import io.fleck.cli.ExitCode;
import io.fleck.cli.Figures;
import io.fleck.k8s.check.CrossChecks;
import io.fleck.k8s.check.Findings;
import io.fleck.k8s.manifest.Kustomize;
import io.fleck.k8s.manifest.ManifestException;
import io.fleck.k8s.manifest.ManifestReader;
import io.fleck.k8s.manifest.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code k8s check}: every overlay rendered, read and compared. */
@Command(
        name = "check",
        description = "Render every overlay with kustomize, read every object strictly, and compare what has to agree:"
                + " selectors, ports, probes, volumes, settings, memory, topics, rules of access, metrics. Exit code 1 if"
                + " anything differs.")
final class CheckCommand implements Callable<Integer> {
    private static final String KUSTOMIZATION = "kustomization.yaml";

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = "--overlays",
            paramLabel = "DIR",
            description = "Folder of overlays (default: k8s/overlays of this project).")
    private @Nullable Path overlays;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final String searchPath;
    private final List<String> failures = new ArrayList<>();
    private int manifests;
    private int comparisons;

    /** Finds kustomize on the search path of this process. */
    CheckCommand() {
        this(Objects.requireNonNullElse(System.getenv("PATH"), ""));
    }

    CheckCommand(String searchPath) {
        this.searchPath = searchPath;
    }

    @Override
    public Integer call() {
        Kustomize kustomize = Kustomize.find(searchPath)
                .orElseThrow(() -> CommandException.missing(
                        "neither kustomize nor kubectl is on the PATH; one of them renders the manifests", null));
        folders().forEach(overlay -> check(kustomize, overlay));
        failures.forEach(failure -> spec.commandLine().getErr().println("k8s: " + failure));
        common.publish(new Figures()
                .put("manifests", manifests)
                .put("cross_checks", comparisons)
                .put("failures", failures));
        return failures.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void check(Kustomize kustomize, Path overlay) {
        String name = String.valueOf(overlay.getFileName());
        try {
            Manifests read = ManifestReader.read(name, kustomize.render(overlay));
            Findings findings = CrossChecks.check(read);
            manifests += read.objects().size();
            comparisons += findings.comparisons();
            findings.failures().forEach(failure -> failures.add(name + ": " + failure));
        } catch (ManifestException e) {
            failures.add(String.valueOf(e.getMessage()));
        }
    }

    private List<Path> folders() {
        Path folder = overlays != null ? overlays : Path.of(System.getProperty("fleck.root", "."), "k8s", "overlays");
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> found = entries.filter(entry -> Files.exists(entry.resolve(KUSTOMIZATION)))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw CommandException.usage("--overlays " + folder + ": no folder in it has a " + KUSTOMIZATION);
            }
            return found;
        } catch (IOException e) {
            throw CommandException.usage("--overlays " + folder + ": cannot be read: " + e.getMessage());
        }
    }
}
