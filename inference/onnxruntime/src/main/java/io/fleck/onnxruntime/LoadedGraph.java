package io.fleck.onnxruntime;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.onnxruntime.engine.OrtNDManager;
import ai.djl.onnxruntime.engine.OrtSymbolBlock;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import io.fleck.core.engine.InferenceException;
import io.fleck.core.engine.ModelSpec;
import java.nio.file.Path;

/**
 * One session, wrapped as a DJL model.
 *
 * <p>The session is made here and not by DJL's loader, because DJL tells neither types nor shapes of a graph and keeps
 * its session to itself: a second one for reading them would hold the model twice.
 *
 * @param spec shapes of the graph
 * @param model closes the session with it
 * @param options must outlive the session
 */
record LoadedGraph(ModelSpec spec, Model model, OrtSession.SessionOptions options) implements AutoCloseable {
    static LoadedGraph load(Path file, int threads) {
        String name = String.valueOf(file.getFileName());
        Model model = DjlSetup.engine().newModel(name, Device.cpu());
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        try {
            configure(options, threads);
            OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString(), options);
            model.setBlock(new OrtSymbolBlock(session, (OrtNDManager) model.getNDManager()));
            return new LoadedGraph(GraphShapes.of(session), model, options);
        } catch (OrtException | IllegalArgumentException e) {
            model.close();
            options.close();
            throw new InferenceException(
                    OnnxRuntimeProvider.NAME + " cannot load " + file + ": "
                            + String.valueOf(e.getMessage()).replaceAll("\\s+", " "),
                    e);
        }
    }

    private static void configure(OrtSession.SessionOptions options, int threads) throws OrtException {
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        // Spinning threads starve decoders and broker.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.addConfigEntry("session.inter_op.allow_spinning", "0");
        // Failures arrive as exceptions; ONNX Runtime would print them on standard error as well.
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    }

    @Override
    public void close() {
        model.close();
        options.close();
    }
}
