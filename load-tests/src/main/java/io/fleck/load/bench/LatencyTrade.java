package io.fleck.load.bench;

import io.fleck.cli.Figures;
import io.fleck.load.bench.process.AppProcess;
import io.fleck.load.bench.process.AppSettings;
import io.fleck.load.bench.traffic.Line;
import io.fleck.load.bench.traffic.Offered;
import io.fleck.load.bench.traffic.Saturated;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a setting gives in latency at a low rate and takes in throughput: one changed at a time, under both guarantees. */
final class LatencyTrade {
    private final BenchOptions options;
    private final Subject subject;
    private final double rate;
    private final List<Variation> wanted;
    private final Consumer<String> say;

    /**
     * One application.
     *
     * @param guarantee that it ran under
     * @param variation how its settings differ from the defaults
     * @param knee images a second when saturated
     * @param low latency at the low rate
     * @param half latency at half of its knee
     */
    record Row(Guarantee guarantee, Variation variation, double knee, Offered low, Offered half) {}

    /**
     * A trade.
     *
     * @param rate the low rate in frames a second, above 0
     * @param wanted settings to try; the usual ones when empty
     */
    LatencyTrade(BenchOptions options, Subject subject, double rate, List<Variation> wanted, Consumer<String> say) {
        if (!(rate > 0)) {
            throw new IllegalArgumentException("--rate " + rate + "; it must be above 0");
        }
        this.options = options;
        this.subject = subject;
        this.rate = rate;
        this.wanted = List.copyOf(wanted);
        this.say = say;
    }

    /** Tries every variation under both guarantees, the defaults first. */
    List<Row> run(Path folder) throws InterruptedException {
        List<Row> rows = new ArrayList<>();
        try (Site site = new Site(folder, subject)) {
            List<Variation> variations = variations(site);
            for (Guarantee guarantee : Guarantee.values()) {
                for (Variation variation : variations) {
                    say.accept(guarantee.key() + ", " + variation.label());
                    rows.add(row(site, guarantee, variation));
                }
            }
        }
        return rows;
    }

    private List<Variation> variations(Site site) {
        Map<String, String> defaults =
                settings(site, site.newLine("check"), Guarantee.EXACTLY_ONCE_V2, Variation.DEFAULTS);
        List<Variation> variations = new ArrayList<>(List.of(Variation.DEFAULTS));
        if (wanted.isEmpty()) {
            variations.addAll(Variation.usual(defaults));
        } else {
            for (Variation variation : wanted) {
                Map<String, String> changed = new LinkedHashMap<>(defaults);
                changed.putAll(variation.settings());
                AppSettings.check(changed);
                variations.add(variation);
            }
        }
        return variations;
    }

    private Map<String, String> settings(Site site, Line line, Guarantee guarantee, Variation variation) {
        Map<String, String> settings = new LinkedHashMap<>(site.settings(line, options.engine(), guarantee));
        settings.putAll(options.settings());
        settings.putAll(variation.settings());
        return settings;
    }

    private Row row(Site site, Guarantee guarantee, Variation variation) throws InterruptedException {
        Pace pace = options.pace();
        Line line = site.newLine(guarantee.key());
        try (AppSession app = AppSession.start(site, line, guarantee, settings(site, line, guarantee, variation))) {
            Saturated saturated = app.traffic().saturate(subject.window(), pace.warmUp(), pace.measured());
            double knee = saturated.span().perSecond();
            Offered low = app.traffic().offer(rate, pace.settling(), pace.measured());
            Offered half = app.traffic().offer(Result.HALF * knee, pace.settling(), pace.measured());
            return new Row(guarantee, variation, knee, low, half);
        }
    }

    static MarkdownTable table(List<Row> rows) {
        MarkdownTable table = new MarkdownTable(
                "guarantee",
                "settings",
                "low rate: p50 ms",
                "p99 ms",
                "CPU s on 1,000",
                "half of the knee: p50 ms",
                "p99 ms",
                "CPU s on 1,000",
                "knee, a second");
        for (Row row : rows) {
            table.row(
                    row.guarantee().key(),
                    row.variation().label(),
                    row.low().added().millis(50),
                    row.low().added().millis(99),
                    row.low().span().cpuPer1000(AppProcess.ROLE),
                    row.half().added().millis(50),
                    row.half().added().millis(99),
                    row.half().span().cpuPer1000(AppProcess.ROLE),
                    row.knee());
        }
        return table;
    }

    static Figures figures(List<Row> rows) {
        return new Figures()
                .put("latency_trade", rows.stream().map(LatencyTrade::figures).toList());
    }

    private static Map<String, Object> figures(Row row) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("guarantee", row.guarantee().key());
        figures.put("settings", row.variation().settings());
        figures.put("low_per_second", row.low().perSecond());
        figures.put("low_p50_ms", row.low().added().millis(50));
        figures.put("low_p99_ms", row.low().added().millis(99));
        figures.put("half_p50_ms", row.half().added().millis(50));
        figures.put("half_p99_ms", row.half().added().millis(99));
        figures.put("knee_images_per_second", row.knee());
        figures.put("low_cpu_seconds_per_1000", row.low().span().cpuPer1000(AppProcess.ROLE));
        return figures;
    }
}
