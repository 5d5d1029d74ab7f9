package io.fleck.core.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.engine.Engine;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.engine.ModelSpec;
import io.fleck.core.engine.TensorBatch;
import io.fleck.core.engine.TensorSpec;
import io.fleck.core.engine.TensorType;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class IsolationTest {
    private static final ModelSpec SPEC = new ModelSpec(
            List.of(new TensorSpec("x", TensorType.FLOAT32, List.of())),
            List.of(new TensorSpec("y", TensorType.FLOAT32, List.of(2))));
    private static final float POISON = 13;

    private final List<Float> ran = new ArrayList<>();
    private final Isolation isolation = new Isolation(new Buffers(), 3);
    private final TensorBatch batch = new TensorBatch(SPEC, 4);

    /** Only its buffers matter here. */
    private static class Buffers implements Engine {
        @Override
        public ModelSpec spec() {
            return SPEC;
        }

        @Override
        public void run(TensorBatch batch) {
            throw new AssertionError("runs go through the worker");
        }

        @Override
        public void close() {}
    }

    private Consumer<TensorBatch> engine(float ofPoison, float ofOthers) {
        return tensors -> {
            float x = tensors.inputSlot("x", 0).getFloat();
            ran.add(x);
            tensors.outputSlot("y", 0).putFloat(1).putFloat(x == POISON ? ofPoison : ofOthers);
        };
    }

    private static void noTables(TensorBatch alone) {}

    private static float read(TensorBatch tensors) {
        float y = tensors.outputSlot("y", 0).getFloat(Float.BYTES);
        if (!Float.isFinite(y)) {
            throw new InferenceException("y is " + y, null);
        }
        return y;
    }

    @Test
    void shouldGiveTheResultOfAnItemThatSucceedsAlone() {
        batch.inputSlot("x", 2).putFloat(5);
        assertThat(isolation.run(batch, 2, IsolationTest::noTables, engine(Float.NaN, 7), IsolationTest::read))
                .isEqualTo(7f);
        assertThat(ran).containsExactly(5f);
    }

    @Test
    void shouldBlameTheItemWhoseOutputsAreNoNumbersWhileAKnownGoodOneHasSome() {
        batch.inputSlot("x", 0).putFloat(4);
        batch.inputSlot("x", 1).putFloat(POISON);
        isolation.remember(batch, 0, IsolationTest::noTables);
        assertThatThrownBy(() ->
                        isolation.run(batch, 1, IsolationTest::noTables, engine(Float.NaN, 7), IsolationTest::read))
                .isInstanceOf(BatchException.class)
                .hasMessageContaining("failed alone 3 times")
                .extracting(error -> ((BatchException) error).reason())
                .isEqualTo(BatchException.Reason.POISON);
        assertThat(ran).containsExactly(POISON, 4f, POISON, 4f, POISON, 4f);
    }

    @Test
    void shouldBlameTheEngineThatGivesNoNumbersForAKnownGoodItemEither() {
        batch.inputSlot("x", 0).putFloat(4);
        batch.inputSlot("x", 1).putFloat(POISON);
        isolation.remember(batch, 0, IsolationTest::noTables);
        assertThatThrownBy(() -> isolation.run(
                        batch,
                        1,
                        IsolationTest::noTables,
                        engine(Float.NaN, Float.POSITIVE_INFINITY),
                        IsolationTest::read))
                .isInstanceOf(BatchException.class)
                .hasMessageContaining("output 'y' holds Infinity")
                .extracting(error -> ((BatchException) error).reason())
                .isEqualTo(BatchException.Reason.ENGINE);
        assertThat(ran).as("no second attempt").containsExactly(POISON, 4f);
    }

    /** Tables whose rows are no items cannot be copied by slot: they are made anew for the item that is alone. */
    @Test
    void shouldMakeTablesWithoutSlotsForTheItemAlone() {
        ModelSpec spec =
                new ModelSpec(List.of(new TensorSpec("x", TensorType.FLOAT32, "sites", List.of())), SPEC.outputs());
        TensorBatch tables = new TensorBatch(spec, 4);
        Isolation isolated = new Isolation(
                new Buffers() {
                    @Override
                    public ModelSpec spec() {
                        return spec;
                    }
                },
                3);
        Consumer<TensorBatch> three = alone -> {
            alone.rows("sites", 3);
            alone.input("x").putFloat(1).putFloat(2).putFloat(3);
        };
        isolated.remember(tables, 0, three);
        Float sum = isolated.run(
                tables,
                1,
                three,
                alone -> {
                    FloatBuffer sites = alone.input("x").asFloatBuffer();
                    alone.outputSlot("y", 0).putFloat(0).putFloat(sites.get(0) + sites.get(1) + sites.get(2));
                },
                IsolationTest::read);
        assertThat(sum).isEqualTo(6f);
    }
}
