package io.fleck.onnxruntime;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.fleck.core.engine.ModelSpec;
import io.fleck.core.engine.TensorSpec;
import io.fleck.core.engine.TensorType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads from a session what its graph takes and gives, and refuses what the engine SPI cannot say. */
final class GraphShapes {
    private static final Map<OnnxJavaType, TensorType> TYPES = Map.of(
            OnnxJavaType.UINT8, TensorType.UINT8,
            OnnxJavaType.FLOAT, TensorType.FLOAT32,
            OnnxJavaType.INT32, TensorType.INT32);

    private GraphShapes() {}

    /**
     * Shapes of a session.
     *
     * @throws IllegalArgumentException when a tensor has another type than {@link TensorType} knows, no batch as first
     *     dimension, or another dimension of unknown size
     */
    static ModelSpec of(OrtSession session) throws OrtException {
        return new ModelSpec(
                specs("input", session.getInputInfo().values()),
                specs("output", session.getOutputInfo().values()));
    }

    private static List<TensorSpec> specs(String role, Collection<NodeInfo> nodes) {
        return nodes.stream().map(node -> spec(role, node)).toList();
    }

    private static TensorSpec spec(String role, NodeInfo node) {
        String label = role + " '" + node.getName() + "'";
        if (!(node.getInfo() instanceof TensorInfo tensor)) {
            throw new IllegalArgumentException(label + " is no tensor but " + node.getInfo());
        }
        TensorType type = TYPES.get(tensor.type);
        if (type == null) {
            throw new IllegalArgumentException(
                    label + " has the type " + tensor.type + "; allowed are " + TYPES.keySet());
        }
        return new TensorSpec(node.getName(), type, rows(tensor), item(label, tensor.getShape()));
    }

    /** Graphs of others name the batch as they like; our sparse ones name what else varies. */
    private static String rows(TensorInfo tensor) {
        String[] names = tensor.getDimensionNames();
        return names.length > 0 && names[0].startsWith(TensorSpec.SITES) ? names[0] : TensorSpec.BATCH;
    }

    /** The shape behind the batch; ONNX Runtime gives -1 for a size that only a run tells. */
    private static List<Integer> item(String label, long[] shape) {
        boolean known = Arrays.stream(shape).skip(1).allMatch(size -> size > 0);
        if (shape.length == 0 || shape[0] != -1 || !known) {
            throw new IllegalArgumentException(label + " has the shape " + Arrays.toString(shape)
                    + "; the first dimension must be a variable batch (-1) and every other fixed");
        }
        return Arrays.stream(shape).skip(1).mapToObj(Math::toIntExact).toList();
    }
}
