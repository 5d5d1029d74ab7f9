package io.fleck.fitting.backbone;

import io.fleck.core.model.Sha256;
import io.fleck.fitting.onnx.OnnxException;
import io.fleck.fitting.onnx.OnnxGraph;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * A network that turns frames into features: an ONNX file that takes uint8 [B, height, width, 3] and normalises inside,
 * and the values of it that are tapped, each float32 [B, channels, rows, columns].
 */
public final class Backbone {
    private static final String SHIPPED = "efficientnet-lite0";

    private final String name;
    private final byte[] onnx;
    private final List<String> taps;

    private Backbone(String name, byte[] onnx, List<String> taps) {
        this.name = name;
        this.onnx = onnx;
        this.taps = List.copyOf(taps);
        if (taps.isEmpty() || taps.stream().distinct().count() != taps.size()) {
            throw new BackboneException("taps " + taps + " of " + name + "; at least one, and none twice");
        }
        tapped();
    }

    /**
     * EfficientNet-Lite0 up to its sixth stage, with ImageNet weights, and all its taps.
     *
     * @throws BackboneException when the shipped file is not the one it should be
     */
    public static Backbone shipped() {
        Properties properties = new Properties();
        try (InputStream in = resource(SHIPPED + ".properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] onnx = bytes(SHIPPED + ".onnx");
        String expected = properties.getProperty("onnx.sha256");
        if (!Sha256.of(onnx).equals(expected)) {
            throw new BackboneException(
                    "the shipped backbone has the SHA-256 " + Sha256.of(onnx) + ", not " + expected);
        }
        return new Backbone(
                SHIPPED, onnx, List.of(properties.getProperty("taps").split(",")));
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = resource(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        InputStream in = Backbone.class.getResourceAsStream(name);
        if (in == null) {
            throw new BackboneException("the shipped backbone is missing from the class path: " + name);
        }
        return in;
    }

    /**
     * One's own network.
     *
     * @param file ONNX file
     * @param taps names of its values that are tapped; empty means all its outputs
     * @throws BackboneException when the file cannot be read, is no ONNX graph or has no such values
     */
    public static Backbone load(Path file, List<String> taps) {
        byte[] onnx;
        try {
            onnx = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BackboneException("backbone " + file + ": cannot be read: " + e.getMessage(), e);
        }
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.onnx$", "");
        try {
            List<String> tapped =
                    taps.isEmpty() ? OnnxGraph.read(String.valueOf(file), onnx).outputs() : taps;
            return new Backbone(name, onnx, tapped);
        } catch (OnnxException e) {
            throw new BackboneException("backbone " + e.getMessage(), e);
        }
    }

    /**
     * The same network with other taps.
     *
     * @throws BackboneException when it has no such values
     */
    public Backbone withTaps(List<String> others) {
        return new Backbone(name, onnx, others);
    }

    /** Name of the network. */
    public String name() {
        return name;
    }

    /** Digest of its ONNX file. */
    public String sha256() {
        return Sha256.of(onnx);
    }

    /** Values that are tapped, in the order of the features. */
    public List<String> taps() {
        return taps;
    }

    /** A graph of its own to build on, whose outputs are the taps; layers behind the last tap are dropped. */
    public OnnxGraph tapped() {
        OnnxGraph graph = OnnxGraph.read(name, onnx);
        try {
            graph.outputs(taps);
        } catch (OnnxException e) {
            throw new BackboneException("backbone " + name + ": " + e.getMessage(), e);
        }
        return graph;
    }
}
