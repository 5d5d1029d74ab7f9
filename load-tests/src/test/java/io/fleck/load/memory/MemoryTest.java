package io.fleck.load.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.prometheus.client.hotspot.DefaultExports;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

final class MemoryTest {
    private static final long MIB = 1 << 20;

    @TempDir
    private Path folder;

    private static MemoryLog threeSamples() {
        MemoryLog log = new MemoryLog();
        log.add(new MemorySample(1, 100, 20 * MIB, 200 * MIB));
        log.add(new MemorySample(2.5, 300, 80 * MIB, 220 * MIB));
        log.add(new MemorySample(4, 600, 30 * MIB, 225 * MIB));
        return log;
    }

    private static String metricsOfThisProcess() throws IOException {
        CollectorRegistry registry = new CollectorRegistry();
        DefaultExports.register(registry);
        StringWriter text = new StringWriter();
        TextFormat.write004(text, registry.metricFamilySamples());
        return text.toString();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldSampleARunningProcess() throws IOException {
        long pid = ProcessHandle.current().pid();
        MemorySample sample =
                MemorySample.of(3.5, 42, pid, metricsOfThisProcess()).orElseThrow();
        assertThat(sample.seconds()).isEqualTo(3.5);
        assertThat(sample.inspected()).isEqualTo(42);
        assertThat(sample.heapBytes())
                .as("heap")
                .isBetween(MIB, Runtime.getRuntime().maxMemory());
        assertThat(sample.rssBytes()).as("RSS").isGreaterThan(20 * MIB);
        assertThat(ResidentMemory.peak(pid).orElseThrow())
                .as("peak of RSS")
                .isGreaterThanOrEqualTo(sample.rssBytes() / 2);
    }

    @Test
    void shouldGiveNoSampleOfWhatIsNotThere() throws IOException {
        assertThat(MemorySample.of(1, 1, ProcessHandle.current().pid(), "jvm_other 3\n"))
                .isEqualTo(Optional.empty());
        assertThat(MemorySample.of(1, 1, Long.MAX_VALUE, metricsOfThisProcess()))
                .as("no such process")
                .isEmpty();
        assertThat(ResidentMemory.now(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void shouldWriteATable() {
        Path file = folder.resolve("memory.csv");
        threeSamples().writeCsv(file);
        assertThat(file).content().isEqualToNormalizingNewlines("""
                seconds,inspected,heap_mib,rss_mib
                1.0,100,20.0,200.0
                2.5,300,80.0,220.0
                4.0,600,30.0,225.0
                """);
    }

    @Test
    void shouldTellTheHighestOfAPartOfTheRun() {
        MemoryLog log = threeSamples();
        assertThat(log.highestMebibytes(MemorySample::heapBytes, 0, 10)).isCloseTo(80, within(1e-9));
        assertThat(log.highestMebibytes(MemorySample::heapBytes, 3, 10)).isCloseTo(30, within(1e-9));
        assertThat(log.highestMebibytes(MemorySample::rssBytes, 0, 1)).isCloseTo(200, within(1e-9));
        assertThat(log.highestMebibytes(MemorySample::rssBytes, 5, 6)).isZero();
        assertThat(log.samples()).hasSize(3);
    }

    @Test
    void shouldDrawACurveForEachFigure() throws Exception {
        Path file = folder.resolve("memory.svg");
        threeSamples().writeSvg(file);
        Document drawing =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        NodeList curves = drawing.getElementsByTagName("polyline");
        assertThat(curves.getLength()).isEqualTo(2);
        String rss = curves.item(0).getAttributes().getNamedItem("points").getNodeValue();
        String heap = curves.item(1).getAttributes().getNamedItem("points").getNodeValue();
        assertThat(rss.split(" ")).as("points of RSS").hasSize(3);
        assertThat(heights(rss)[2]).as("more is higher up").isLessThan(heights(rss)[0]);
        assertThat(heights(heap)[1]).isLessThan(heights(heap)[2]);
        assertThat(heights(heap)[1]).as("heap below RSS").isGreaterThan(heights(rss)[1]);
        assertThat(Files.readString(file)).contains("heap in use, MiB").contains(">300<");
    }

    private static double[] heights(String points) {
        return java.util.Arrays.stream(points.split(" "))
                .mapToDouble(point -> Double.parseDouble(point.substring(point.indexOf(',') + 1)))
                .toArray();
    }

    @Test
    void shouldDrawAnEmptyRun() throws Exception {
        Path file = folder.resolve("empty.svg");
        new MemoryLog().writeSvg(file);
        assertThat(file).content().contains("points=\"\"").doesNotContain("NaN");
    }

    @Test
    void shouldNameTheFileThatCannotBeWritten() {
        Path nowhere = folder.resolve("missing/memory.csv");
        assertThatThrownBy(() -> threeSamples().writeCsv(nowhere))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(nowhere.toString());
    }
}
