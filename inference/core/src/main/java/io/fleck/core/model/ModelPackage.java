package io.fleck.core.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A model directory: {@code graph.onnx} and the {@code model.json} that describes it.
 *
 * @param directory where it lies
 * @param manifest what its model.json says
 */
public record ModelPackage(Path directory, ModelManifest manifest) {
    static final String GRAPH = "graph.onnx";
    static final String MANIFEST = "model.json";

    /**
     * Reads a model directory and checks its graph against the digest in model.json.
     *
     * @throws ModelException when a file is missing, a field is missing, unknown or out of range, or the digest differs
     */
    public static ModelPackage load(Path directory) {
        requireFile(directory.resolve(MANIFEST));
        requireFile(directory.resolve(GRAPH));
        ModelManifest manifest = ManifestJson.read(directory.resolve(MANIFEST));
        requireDigest(directory.resolve(GRAPH), manifest.graphSha256());
        return new ModelPackage(directory, manifest);
    }

    /**
     * Writes a model directory so that no reader ever takes half of one for a model. An existing model is replaced by two
     * renames: a reader that comes in between finds none, or files whose digest differs, and {@link #load} says so. A
     * directory that holds anything else is refused.
     *
     * @param directory where to; its parents are made
     * @param manifest whose {@code graphSha256} is the digest of {@code graph}
     * @param graph bytes of the ONNX file
     * @throws IllegalArgumentException when the digest differs
     * @throws ModelException when the directory holds something else or cannot be written
     */
    public static ModelPackage write(Path directory, ModelManifest manifest, byte[] graph) {
        String digest = Sha256.of(graph);
        if (!digest.equals(manifest.graphSha256())) {
            throw new IllegalArgumentException(
                    "graphSha256 " + manifest.graphSha256() + " is not the digest " + digest + " of the graph");
        }
        ModelWriter.write(directory, graph, ManifestJson.write(manifest));
        return new ModelPackage(directory, manifest);
    }

    /** The ONNX file. */
    public Path graph() {
        return directory.resolve(GRAPH);
    }

    private static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new ModelException(
                    file + ": no such file; a model directory holds " + GRAPH + " and " + MANIFEST, null);
        }
    }

    private static void requireDigest(Path graph, String expected) {
        String actual;
        try {
            actual = Sha256.of(graph);
        } catch (IOException e) {
            throw new ModelException(graph + ": cannot be read: " + e, e);
        }
        if (!actual.equals(expected)) {
            throw new ModelException(
                    graph + ": its SHA-256 is " + actual + ", but graphSha256 in " + MANIFEST + " says " + expected,
                    null);
        }
    }
}
