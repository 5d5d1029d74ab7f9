package io.fleck.load.bench;

import io.fleck.load.bench.measure.CpuTimes;
import io.fleck.load.bench.process.AppProcess;
import io.fleck.load.bench.traffic.Line;
import io.fleck.load.bench.traffic.Traffic;
import java.time.Duration;
import java.util.Map;

/** An application that runs, and the traffic on its line. */
final class AppSession implements AutoCloseable {
    private static final Duration FIRST_RESULT = Duration.ofMinutes(1);

    private final Guarantee guarantee;
    private final AppProcess app;
    private final Traffic traffic;

    private AppSession(Guarantee guarantee, AppProcess app, Traffic traffic) {
        this.guarantee = guarantee;
        this.app = app;
        this.traffic = traffic;
    }

    /** Starts an application and waits for its first result. */
    static AppSession start(Site site, Line line, Guarantee guarantee, Map<String, String> settings)
            throws InterruptedException {
        AppProcess app = AppProcess.start(site.folder(line), settings);
        try {
            Traffic traffic = new Traffic(line, site.codec(), CpuTimes.with(AppProcess.ROLE, app.handle()));
            AppSession session = new AppSession(guarantee, app, traffic);
            traffic.awaitFirst(FIRST_RESULT);
            return session;
        } catch (RuntimeException | InterruptedException e) {
            app.close();
            throw e;
        }
    }

    Traffic traffic() {
        return traffic;
    }

    /** Compares what was sent with what came out, and stops the application. */
    @Override
    public void close() {
        try (app;
                traffic) {
            long unused = traffic.reconcile(guarantee == Guarantee.AT_LEAST_ONCE);
        }
    }
}
