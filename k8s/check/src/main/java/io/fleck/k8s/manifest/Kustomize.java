package io.fleck.k8s.manifest;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Kustomize itself, by itself or within kubectl: what it renders is what {@code kubectl apply -k} sends to a cluster, which
 * no renderer of our own could promise.
 */
public final class Kustomize {
    private static final long LIMIT_SECONDS = 60;
    /** In this order: the program, and how it renders a folder. */
    private static final Map<String, List<String>> PROGRAMS =
            Map.of("kustomize", List.of("build"), "kubectl", List.of("kustomize"));

    private final List<String> command;

    private Kustomize(List<String> command) {
        this.command = command;
    }

    /**
     * Finds it on a search path.
     *
     * @param searchPath folders as in {@code PATH}
     */
    public static Optional<Kustomize> find(String searchPath) {
        return List.of("kustomize", "kubectl").stream()
                .flatMap(program -> Arrays.stream(searchPath.split(File.pathSeparator, -1))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, program)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Kustomize::of);
    }

    private static Kustomize of(Path program) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(PROGRAMS.getOrDefault(String.valueOf(program.getFileName()), List.of()));
        return new Kustomize(command);
    }

    /**
     * Renders a folder with a kustomization.yaml to YAML documents.
     *
     * @throws ManifestException when kustomize refuses; the message is its own
     */
    public String render(Path folder) {
        List<String> line = new ArrayList<>(command);
        line.add(folder.toString());
        try {
            Process process = new ProcessBuilder(line).start();
            process.getOutputStream().close();
            CompletableFuture<String> refusal =
                    CompletableFuture.supplyAsync(() -> text(process.getErrorStream()::readAllBytes));
            String rendered = text(process.getInputStream()::readAllBytes);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new ManifestException(folder + ": " + line.get(0) + " took longer than 60 s", null);
            }
            if (process.exitValue() != 0) {
                throw new ManifestException(folder + ": " + refusal.join().strip(), null);
            }
            return rendered;
        } catch (IOException e) {
            throw new ManifestException(folder + ": " + line.get(0) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ManifestException(folder + ": interrupted", e);
        }
    }

    @FunctionalInterface
    private interface Bytes {
        byte[] read() throws IOException;
    }

    private static String text(Bytes stream) {
        try {
            return new String(stream.read(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ManifestException("kustomize's output cannot be read: " + e.getMessage(), e);
        }
    }
}
