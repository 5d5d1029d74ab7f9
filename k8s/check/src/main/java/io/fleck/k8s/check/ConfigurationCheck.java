package io.fleck.k8s.check;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fleck.cli.Fleck;
import io.fleck.stream.config.FleckConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import picocli.CommandLine;

/**
 * The application takes its settings and its arguments, and what they name is there: variables, secret files, folders to
 * write to, models.
 */
final class ConfigurationCheck implements CrossCheck {
    @Override
    public void check(Overlay overlay, Findings findings) {
        findings.require(
                overlay.configuration().refusal().isEmpty(),
                "the application refuses its settings: "
                        + overlay.configuration().refusal());
        findings.require(
                overlay.applicationContainer().isPresent(), "there is no Deployment fleck with a container fleck");
        overlay.application()
                .ifPresent(deployment -> overlay.applicationContainer().ifPresent(container -> {
                    Mounts mounts = new Mounts(overlay.manifests(), deployment, container);
                    arguments(container, mounts, findings);
                    references(overlay.configuration().settings(), container, mounts, findings);
                    overlay.configuration().config().ifPresent(config -> folders(config, mounts, findings));
                }));
    }

    private static void arguments(Container container, Mounts mounts, Findings findings) {
        String line = String.join(" ", container.getArgs());
        try {
            CommandLine.ParseResult parsed =
                    Fleck.commandLine().parseArgs(container.getArgs().toArray(String[]::new));
            Path file = parsed.hasSubcommand()
                    ? parsed.subcommand().matchedOptionValue("--config", Path.of(""))
                    : Path.of("");
            findings.requireEqual("--config of the container", file, Configuration.FOLDER.resolve(Configuration.FILE));
            findings.require(mounts.holds(file), "the container's " + line + ": that file is not mounted");
        } catch (CommandLine.ParameterException e) {
            findings.require(false, "the launcher refuses '" + line + "': " + e.getMessage());
        }
    }

    private static void references(
            Map<String, String> settings, Container container, Mounts mounts, Findings findings) {
        Map<String, EnvVar> variables =
                container.getEnv().stream().collect(Collectors.toMap(EnvVar::getName, variable -> variable));
        settings.forEach((key, value) -> {
            Matcher reference = Configuration.REFERENCE.matcher(value);
            while (reference.find()) {
                String place = reference.group(2);
                boolean there = switch (reference.group(1)) {
                    case "env" -> variables.containsKey(place);
                    case "directory" -> mounts.holds(Path.of(place, String.valueOf(reference.group(3))));
                    default -> mounts.holds(Path.of(place));
                };
                findings.require(
                        there, key + " points to " + reference.group() + ", which the container does not have");
            }
            if (key.endsWith(".location")) {
                findings.require(
                        mounts.holds(Path.of(value)), key + "=" + value + ": the container does not have that file");
            }
        });
    }

    private static void folders(FleckConfig config, Mounts mounts, Findings findings) {
        Path state = config.stream().stateDirectory();
        findings.require(mounts.writable(state), "state.dir=" + state + " is not below a volume that may be written");
        findings.require(mounts.writable(Path.of("/tmp")), "/tmp is not a volume that may be written");
        config.models()
                .values()
                .forEach(model -> findings.require(
                        mounts.at(model.path())
                                .flatMap(mounts::volume)
                                .filter(volume -> volume.getPersistentVolumeClaim() != null)
                                .isPresent(),
                        "models." + model.name() + ".path=" + model.path() + " is not below the volume of models"));
    }
}
