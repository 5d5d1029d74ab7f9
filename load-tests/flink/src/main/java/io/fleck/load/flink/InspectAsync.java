package io.fleck.load.flink;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/** Inspects frames on as many threads as the engine has workers; Flink keeps their order. */
final class InspectAsync extends RichAsyncFunction<RawFrame, RawResult> {
    private static final long serialVersionUID = 1L;

    private final JobSettings settings;

    @SuppressWarnings("NullAway.Init") // Flink calls open before all else
    private transient FrameInspection inspection;

    @SuppressWarnings("NullAway.Init") // Flink calls open before all else
    private transient ExecutorService threads;

    InspectAsync(JobSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        threads = Executors.newFixedThreadPool(settings.workers());
        inspection = new FrameInspection(settings);
    }

    @Override
    public void asyncInvoke(RawFrame frame, ResultFuture<RawResult> future) {
        threads.execute(() -> {
            try {
                future.complete(List.of(inspection.inspect(frame)));
            } catch (RuntimeException e) {
                future.completeExceptionally(e);
            }
        });
    }

    /** Also called when opening failed, which then is what Flink has to report. */
    @Override
    public void close() {
        threads.shutdownNow();
        if (inspection != null) {
            inspection.close();
        }
    }
}
