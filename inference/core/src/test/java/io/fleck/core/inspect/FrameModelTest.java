package io.fleck.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleck.core.engine.ModelSpec;
import io.fleck.core.engine.TensorSpec;
import io.fleck.core.engine.TensorType;
import io.fleck.core.model.ModelException;
import io.fleck.core.model.ModelManifest;
import io.fleck.core.model.ModelPackage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FrameModelTest {
    private static final ModelManifest.Outputs OUTPUTS = new ModelManifest.Outputs("score", "map");

    @Test
    void shouldTakeAModelThatFitsItsGraph() {
        FrameModel model = FrameModel.of(GreyEngine.model(null), GreyEngine.SPEC);
        assertThat(model.label()).isEqualTo("grey 3");
        assertThat(model.score()).isEqualTo(GreyEngine.SCORE);
        assertThat(model.map()).contains(GreyEngine.MAP);
        assertThat(model.calibrator()).isEmpty();
    }

    @Test
    void shouldTakeAModelWithoutAMapAndWithMoreOutputs() {
        ModelPackage model = GreyEngine.model(ModelManifest.FRAMES, new ModelManifest.Outputs("score", null), null);
        assertThat(FrameModel.of(model, GreyEngine.SPEC).map()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void shouldNameTheFieldThatDoesNotFit(ModelPackage model, ModelSpec graph, String complaint) {
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> FrameModel.of(model, graph))
                .withMessageStartingWith("models/grey: model.json does not fit: ")
                .withMessageContaining(complaint);
    }

    static Stream<Arguments> misfits() {
        ModelPackage right = GreyEngine.model(null);
        return Stream.of(
                Arguments.of(GreyEngine.model("wafer-dies", OUTPUTS, null), GreyEngine.SPEC, "kind 'wafer-dies'"),
                Arguments.of(right, graph(tensor("frames", TensorType.UINT8, 3, 2, 3)), "[2, 3, 3]"),
                Arguments.of(right, graph(tensor("frames", TensorType.FLOAT32, 2, 3, 3)), "input says"),
                Arguments.of(right, graph(tensor("pictures", TensorType.UINT8, 2, 3, 3)), "pictures"),
                Arguments.of(right, graph(GreyEngine.FRAMES, GreyEngine.MAP), "input says"),
                Arguments.of(right, giving(GreyEngine.SCORE), "no output 'map'"),
                Arguments.of(
                        right, giving(GreyEngine.SCORE, tensor("map", TensorType.FLOAT32, 1, 2, 3)), "outputs.map"),
                Arguments.of(right, giving(GreyEngine.SCORE, tensor("map", TensorType.UINT8, 2, 3)), "outputs.map"),
                Arguments.of(right, giving(tensor("score", TensorType.FLOAT32, 1), GreyEngine.MAP), "outputs.score"));
    }

    private static ModelSpec graph(TensorSpec... inputs) {
        return new ModelSpec(List.of(inputs), GreyEngine.SPEC.outputs());
    }

    private static ModelSpec giving(TensorSpec... outputs) {
        return new ModelSpec(GreyEngine.SPEC.inputs(), List.of(outputs));
    }

    private static TensorSpec tensor(String name, TensorType type, Integer... item) {
        return new TensorSpec(name, type, List.of(item));
    }
}
