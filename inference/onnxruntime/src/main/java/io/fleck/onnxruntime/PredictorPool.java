package io.fleck.onnxruntime;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Keeps a predictor a worker. A run that finds none idle makes one of its own instead of waiting, so that the replacement
 * of a worker that hangs can run.
 */
final class PredictorPool {
    private final Model model;
    private final BlockingQueue<Predictor<NDList, NDList>> idle;

    PredictorPool(Model model, int workers) {
        this.model = model;
        this.idle = new ArrayBlockingQueue<>(workers);
    }

    /** Runs the model; what it gives belongs to the manager of the inputs. */
    NDList predict(NDList inputs) throws TranslateException {
        Predictor<NDList, NDList> predictor = take();
        try {
            return predictor.predict(inputs);
        } finally {
            giveBack(predictor);
        }
    }

    private Predictor<NDList, NDList> take() {
        Predictor<NDList, NDList> predictor = idle.poll();
        return predictor != null ? predictor : model.newPredictor(new NoopTranslator());
    }

    private void giveBack(Predictor<NDList, NDList> predictor) {
        if (!idle.offer(predictor)) {
            predictor.close();
        }
    }
}
