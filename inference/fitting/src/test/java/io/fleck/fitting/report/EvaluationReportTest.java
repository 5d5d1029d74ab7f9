package io.fleck.fitting.report;

import static io.fleck.fitting.evaluation.Evaluations.image;
import static io.fleck.fitting.evaluation.Evaluations.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleck.core.detect.ScoreMap;
import io.fleck.core.image.DecodeLimits;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.image.Image;
import io.fleck.core.image.ImageDecoders;
import io.fleck.core.image.PixelFormat;
import io.fleck.core.model.ModelManifest;
import io.fleck.fitting.evaluation.Evaluation;
import io.fleck.fitting.evaluation.Evaluations;
import io.fleck.fitting.evaluation.Quality;
import io.fleck.fitting.evaluation.ScoredImage;
import io.fleck.fitting.evaluation.UnreadableFile;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class EvaluationReportTest {
    private static final String JPEG = "data:image/jpeg;base64,";
    /** Whatever a browser would fetch: an address with a scheme, or a relative one in an attribute that loads. */
    private static final Pattern LOADED = Pattern.compile("(?i)https?:|//[a-z]|url\\(|@import|<script|<link|<iframe");

    @TempDir
    private Path folder;

    private static String html(ModelManifest model, List<ScoredImage> images, UnreadableFile... unreadable) {
        Evaluation evaluation = new Evaluation(model, images, List.of(unreadable), Duration.ofSeconds(2));
        return report(evaluation).html();
    }

    private static EvaluationReport report(Evaluation evaluation) {
        ReportContext context =
                new ReportContext("data/index.tsv", "onnxruntime", 2, 5, Instant.parse("2026-03-01T10:20:30Z"));
        return new EvaluationReport(evaluation, Quality.of(evaluation), context);
    }

    /** A tile of 40 x 20 pixels whose right half is bright; its map has two cells. */
    private ScoredImage tile(String name, String label, double score) {
        Path mask = Evaluations.picture(folder.resolve("mask-" + name), 80, 40, 0, new Rectangle(40, 0, 40, 40), 255);
        Path file = Evaluations.picture(folder.resolve(name), 40, 20, 50, new Rectangle(20, 0, 20, 20), 200);
        return scored(image(file, label, label.equals("good") ? null : mask), score, new ScoreMap(2, 1, new float[] {
            1, (float) score
        }));
    }

    private List<ScoredImage> tiles() {
        return List.of(
                tile("a.png", "good", 5),
                tile("b.png", "good", 21),
                tile("c.png", "crack", 10),
                tile("d.png", "crack", 40),
                tile("e.png", "stain", 60));
    }

    @Test
    void shouldBeWellFormedAndLoadNothing() {
        String html = html(Evaluations.calibrated(), tiles());
        Document page = Pages.parse(html);

        String withoutPictures = html.replaceAll(JPEG + "[A-Za-z0-9+/=]+", "");
        assertThat(LOADED.matcher(withoutPictures).results().map(MatchResult::group))
                .isEmpty();
        assertThat(Pages.attributes(page, "img", "src")).isNotEmpty().allMatch(source -> source.startsWith(JPEG));
        assertThat(Pages.attributes(page, "image", "href")).isNotEmpty().allMatch(source -> source.startsWith(JPEG));
    }

    @Test
    void shouldShowTheFigures() {
        Document page = Pages.parse(html(Evaluations.calibrated(), tiles()));

        assertThat(Pages.texts(page, "tile"))
                .contains("Image AUROC0.83330.5 is chance")
                .contains("False alarms50\u00a0%bound 100\u00a0%")
                .contains("Defects found66.67\u00a0%at the threshold")
                .contains("Speed2.5images a second");
        assertThat(Pages.elements(page, "svg"))
                .filteredOn(svg -> svg.getAttribute("class").equals("plot"))
                .hasSize(3);
        assertThat(Pages.elements(page, "tr"))
                .extracting(Element::getTextContent)
                .contains("crack20.75001 (50\u00a0%)", "stain11.00001 (100\u00a0%)");
        assertThat(Pages.elements(page, "footer").get(0).getTextContent()).contains("1 March 2026, 10:20 UTC");
    }

    @Test
    void shouldStateThatThePromiseIsKept() {
        Document page = Pages.parse(html(Evaluations.calibrated(), tiles()));

        assertThat(Pages.texts(page, "kept"))
                .singleElement()
                .asString()
                .startsWith("Within the bound.1 of 2 good images raised an alarm (50\u00a0%).")
                .contains("promises 10\u00a0%, calibrated on 19 images")
                .contains("at most 2 alarms (100\u00a0%)");
    }

    @Test
    void shouldSayWhereTheBoundIsAnApproximation() {
        Document folds = Pages.parse(html(Evaluations.calibrated("folds"), tiles()));
        Document split = Pages.parse(html(Evaluations.calibrated("split"), tiles()));

        assertThat(Pages.texts(folds, "kept")).singleElement().asString().contains("approximation");
        assertThat(Pages.texts(split, "kept")).singleElement().asString().doesNotContain("approximation");
    }

    @Test
    void shouldStateThatThePromiseIsBroken() {
        List<ScoredImage> alarms =
                IntStream.range(0, 60).mapToObj(i -> scored("good", 100 + i)).toList();
        Document page = Pages.parse(html(Evaluations.calibrated(), alarms));

        assertThat(Pages.texts(page, "broken")).singleElement().asString().startsWith("Above the bound.60 of 60");
        assertThat(Pages.texts(page, "kept")).isEmpty();
    }

    @Test
    void shouldShowFramesAndHeatMapsAsPictures() {
        Document page = Pages.parse(html(Evaluations.calibrated(), tiles()));
        Image frame = picture(Pages.attributes(page, "img", "src").get(0));
        Image heat = picture(Pages.attributes(page, "image", "href").get(0));

        assertThat(Pages.elements(page, "figure")).as("each image once").hasSize(5);
        assertThat(List.of(frame.width(), frame.height(), frame.channels())).containsExactly(40, 20, 1);
        assertThat(List.of(heat.width(), heat.height(), heat.channels())).containsExactly(40, 20, 3);
    }

    private static Image picture(String data) {
        byte[] bytes = Base64.getDecoder().decode(data.substring(JPEG.length()));
        return ImageDecoders.decode(
                EncodedImage.file(PixelFormat.JPEG, ByteBuffer.wrap(bytes)), null, DecodeLimits.DEFAULT);
    }

    @Test
    void shouldOutlineTheGroundTruthAtTheFramesSize() {
        Document page = Pages.parse(html(Evaluations.calibrated(), List.of(tile("c.png", "crack", 30))));

        assertThat(Pages.elements(page, "polygon"))
                .hasSize(2)
                .allSatisfy(
                        outline -> assertThat(outline.getAttribute("points")).isEqualTo("20,0 40,0 40,20 20,20"));
    }

    @Test
    void shouldNameFilesThatCouldNotBeRead() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.png"), "text");
        ScoredImage scored = tile("c.png", "crack", 30);
        ScoredImage unmasked = scored(image(scored.image().file(), "crack", broken), 30, scored.map());
        Document page = Pages.parse(
                html(Evaluations.calibrated(), List.of(unmasked), new UnreadableFile("<x>.png", "no picture")));

        assertThat(Pages.elements(page, "tr"))
                .extracting(Element::getTextContent)
                .contains("<x>.pngno picture")
                .anyMatch(row -> row.startsWith("mask of crack/c.png"));
        assertThat(Pages.elements(page, "polygon")).isEmpty();
    }

    @Test
    void shouldShowAnImageThatVanishedMeanwhileAsAbsent() throws IOException {
        ScoredImage scored = tile("c.png", "crack", 30);
        Files.delete(scored.image().file());
        Document page = Pages.parse(html(Evaluations.calibrated(), List.of(scored)));

        assertThat(Pages.texts(page, "absent")).singleElement().asString().contains("c.png");
    }

    @Test
    void shouldSayLittleOfLittle() {
        Document empty = Pages.parse(html(Evaluations.model(null), List.of()));
        Document good = Pages.parse(html(Evaluations.model(null), List.of(tile("a.png", "good", 5))));

        assertThat(Pages.texts(empty, "statement"))
                .containsExactly("No statement about false alarms.The data set holds no good images.");
        assertThat(Pages.texts(empty, "plot")).isEmpty();
        assertThat(Pages.texts(good, "statement"))
                .containsExactly("No statement about false alarms.The model was never calibrated.");
        assertThat(Pages.texts(good, "plot")).as("the histogram alone").hasSize(1);
        assertThat(Pages.texts(good, "tile")).contains("Image AUROC\u20130.5 is chance");
        assertThat(Pages.elements(good, "image"))
                .as("a heat map needs no threshold")
                .hasSize(1);
    }

    @Test
    void shouldRefuseAFileThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Evaluation evaluation = Evaluations.of(Evaluations.calibrated(), List.of(scored("good", 1)));

        assertThatThrownBy(() -> report(evaluation).write(file.resolve("report.html")))
                .isInstanceOf(ReportException.class)
                .hasMessageStartingWith("--report " + file);
    }
}
