package io.fleck.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class TensorBatchTest {
    private static final ModelSpec SPEC = new ModelSpec(
            List.of(new TensorSpec("frames", TensorType.UINT8, List.of(2, 3))),
            List.of(new TensorSpec("score", TensorType.FLOAT32, List.of())));

    private final TensorBatch batch = new TensorBatch(SPEC, 3);

    @Test
    void shouldPlaceItemsOneBehindTheOther() {
        for (int item = 0; item < 3; item++) {
            batch.inputSlot("frames", item).put((byte) item).position(5).put((byte) (10 + item));
        }
        batch.size(3);
        ByteBuffer all = batch.input("frames");
        assertThat(all.remaining()).isEqualTo(18);
        assertThat(List.of(all.get(6), all.get(11), all.get(12), all.get(17)))
                .containsExactly((byte) 1, (byte) 11, (byte) 2, (byte) 12);
    }

    @Test
    void shouldShowEnginesOnlyTheItemsOfTheNextRun() {
        batch.size(2);
        assertThat(batch.input("frames").remaining()).isEqualTo(12);
        assertThat(batch.output("score").remaining()).isEqualTo(8);
    }

    @Test
    void shouldHandOutDirectBuffersInNativeOrder() {
        batch.size(1);
        for (ByteBuffer buffer : List.of(
                batch.input("frames"),
                batch.output("score"),
                batch.inputSlot("frames", 2),
                batch.outputSlot("score", 2))) {
            assertThat(buffer.isDirect()).isTrue();
            assertThat(buffer.order()).isEqualTo(ByteOrder.nativeOrder());
            assertThat(buffer.position()).isZero();
        }
    }

    @Test
    void shouldKeepEachSlotWithinItself() {
        ByteBuffer slot = batch.inputSlot("frames", 1);
        assertThat(slot.remaining()).isEqualTo(6);
        slot.position(6);
        assertThatExceptionOfType(BufferOverflowException.class).isThrownBy(() -> slot.put((byte) 1));
    }

    @Test
    void shouldRefuseSizesAndSlotsOutsideTheCapacity() {
        assertThatIllegalArgumentException().isThrownBy(() -> batch.size(0)).withMessageContaining("1 to 3");
        assertThatIllegalArgumentException().isThrownBy(() -> batch.size(4)).withMessageContaining("1 to 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> batch.inputSlot("frames", 3))
                .withMessageContaining("0 to 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TensorBatch(SPEC, 0))
                .withMessageContaining("capacity 0");
    }

    @Test
    void shouldListTheTensorsThereAreForOneThatIsUnknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> batch.inputSlot("score", 0))
                .withMessageContaining("no input 'score'")
                .withMessageContaining("frames");
    }

    @Test
    void shouldRefuseShapesThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TensorSpec("x", TensorType.INT32, List.of(3, 0)))
                .withMessageContaining("[3, 0]");
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelSpec(SPEC.inputs(), List.of()));
        TensorSpec huge = new TensorSpec("x", TensorType.FLOAT32, List.of(1 << 20, 1 << 20));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(huge::itemElements);
    }

    private static final ModelSpec SPARSE = new ModelSpec(
            List.of(
                    new TensorSpec("features", TensorType.FLOAT32, "sites", List.of(2)),
                    new TensorSpec("frames", TensorType.UINT8, List.of(3))),
            List.of(new TensorSpec("score", TensorType.FLOAT32, List.of())));

    @Test
    void shouldVaryOtherRowsThanItemsOnTheirOwn() {
        TensorBatch sparse = new TensorBatch(SPARSE, 2);
        sparse.size(2);
        assertThat(sparse.input("features").remaining())
                .as("one row to begin with")
                .isEqualTo(8);
        sparse.rows("sites", 1000);
        assertThat(sparse.input("features").remaining()).isEqualTo(8000);
        assertThat(sparse.input("features").isDirect()).isTrue();
        assertThat(sparse.input("frames").remaining()).isEqualTo(6);
        assertThat(sparse.rows(SPARSE.input("features"))).isEqualTo(1000);
        assertThat(sparse.rows(SPARSE.input("frames"))).isEqualTo(2);
        sparse.rows("sites", 3);
        assertThat(sparse.input("features").remaining()).isEqualTo(24);
    }

    @Test
    void shouldKeepWhatRowsHoldWhereTheyNeedNotGrow() {
        TensorBatch sparse = new TensorBatch(SPARSE, 2);
        sparse.rows("sites", 10);
        sparse.input("features").putFloat(0, 1.5f);
        sparse.rows("sites", 15);
        assertThat(sparse.input("features").getFloat(0)).isEqualTo(1.5f);
    }

    @Test
    void shouldRefuseRowsAndSlotsThatAreNone() {
        TensorBatch sparse = new TensorBatch(SPARSE, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sparse.rows("cells", 4))
                .withMessageContaining("rows of cells 4; at least 1, and dimensions besides the batch are [sites]");
        assertThatIllegalArgumentException().isThrownBy(() -> sparse.rows("sites", 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sparse.inputSlot("features", 0))
                .withMessage("tensor features has rows of sites and no slots");
    }
}
