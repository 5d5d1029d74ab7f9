package io.fleck.fitting.frames;

import io.fleck.core.engine.TensorBatch;
import io.fleck.core.image.DecodeException;
import io.fleck.core.image.DecodeLimits;
import io.fleck.core.image.Image;
import io.fleck.core.image.ImageDecoders;
import io.fleck.core.image.Rectangle;
import io.fleck.fitting.data.DataException;
import io.fleck.fitting.data.ImageFolder;
import io.fleck.fitting.data.LabelledImage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** One pass over a list of pictures; every worker takes the next batch of them until none is left. */
final class FrameRun {
    private final FrameRunner runner;
    private final List<LabelledImage> images;
    private final FrameRunner.Receiver receiver;
    private final AtomicInteger next = new AtomicInteger();

    FrameRun(FrameRunner runner, List<LabelledImage> images, FrameRunner.Receiver receiver) {
        this.runner = runner;
        this.images = images;
        this.receiver = receiver;
    }

    void work(BooleanSupplier stop) {
        TensorBatch batch = runner.newBatch();
        for (int first = take(batch); first < images.size() && !stop.getAsBoolean(); first = take(batch)) {
            runBatch(batch, first, Math.min(batch.capacity(), images.size() - first));
        }
    }

    private int take(TensorBatch batch) {
        return next.getAndAdd(batch.capacity());
    }

    private void runBatch(TensorBatch batch, int first, int size) {
        batch.size(size);
        for (int item = 0; item < size; item++) {
            load(images.get(first + item).file(), batch, item);
        }
        runner.run(batch);
        for (int item = 0; item < size; item++) {
            receiver.accept(first + item, batch, item);
        }
    }

    private void load(Path file, TensorBatch batch, int item) {
        try {
            Image image = ImageDecoders.decode(ImageFolder.read(file), null, DecodeLimits.DEFAULT);
            Rectangle whole = new Rectangle(0, 0, image.width(), image.height());
            runner.resizer()
                    .resize(image, whole, runner.width(), runner.height(), batch.inputSlot(runner.input(), item));
        } catch (DecodeException e) {
            throw new DataException(file + ": " + e.getMessage(), e);
        }
    }
}
