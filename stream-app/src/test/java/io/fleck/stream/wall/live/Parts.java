package io.fleck.stream.wall.live;

import io.fleck.avro.FramePreview;
import io.fleck.avro.Verdict;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Random;
import javax.imageio.ImageIO;

/** Previews of drawn parts, every now and then one with a scratch, with the score map that a detector would give. */
public final class Parts {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int CELLS = 16;
    private static final double THRESHOLD = 38.5;
    private static final double DEFECT_SHARE = 0.15;

    private final Random random;
    private final String station;
    private final String camera;
    private long sequence;

    /** Parts of one camera, drawn with this seed. */
    public Parts(String station, String camera, long seed) {
        this.random = new Random(seed);
        this.station = station;
        this.camera = camera;
    }

    /** The next part, with a defect now and then. */
    public FramePreview next() {
        return next(random.nextDouble() < DEFECT_SHARE);
    }

    /** The next part. */
    public FramePreview next(boolean defect) {
        BufferedImage image = surface();
        double x = 0.2 + 0.6 * random.nextDouble();
        double y = 0.2 + 0.6 * random.nextDouble();
        if (defect) {
            scratch(image, x * WIDTH, y * HEIGHT);
        }
        double[] map = map(defect, x, y);
        double score = 0;
        for (double cell : map) {
            score = Math.max(score, cell);
        }
        return FramePreview.newBuilder()
                .setEventId(String.format("%s-%s-%06d", station, camera, sequence))
                .setStation(station)
                .setCamera(camera)
                .setSequence(sequence++)
                .setCapturedAt(Instant.now())
                .setVerdict(score > THRESHOLD ? Verdict.ANOMALY : Verdict.OK)
                .setScore(score)
                .setThreshold(THRESHOLD)
                .setPValue(score > THRESHOLD ? 0.005 : 0.2 + 0.7 * random.nextDouble())
                .setModel("gaussian-1")
                .setFrameWidth(2 * WIDTH)
                .setFrameHeight(2 * HEIGHT)
                .setJpeg(jpeg(image))
                .setMapWidth(CELLS)
                .setMapHeight(CELLS)
                .setMapMinimum(10)
                .setMapMaximum((float) score)
                .setMap(quantized(map, score))
                .build();
    }

    private BufferedImage surface() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            int row = 118 + random.nextInt(26);
            for (int x = 0; x < WIDTH; x++) {
                int light = (int) (28 * Math.sin(Math.PI * x / WIDTH));
                int grey = Math.max(0, Math.min(255, row + light + random.nextInt(9)));
                image.setRGB(x, y, new Color(grey, grey, Math.min(255, grey + 4)).getRGB());
            }
        }
        return image;
    }

    private void scratch(BufferedImage image, double x, double y) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(45, 42, 40));
        graphics.setStroke(new BasicStroke(2.4f));
        Path2D line = new Path2D.Double();
        line.moveTo(x - 26, y - 14);
        line.curveTo(x - 8, y - 4, x + 4, y + 12, x + 28, y + 10);
        graphics.draw(line);
        graphics.dispose();
    }

    private double[] map(boolean defect, double x, double y) {
        double[] cells = new double[CELLS * CELLS];
        for (int i = 0; i < cells.length; i++) {
            double dx = (i % CELLS + 0.5) / CELLS - x;
            int row = i / CELLS;
            double dy = (row + 0.5) / CELLS - y;
            double peak = defect ? 46 * Math.exp(-(dx * dx * 70 + dy * dy * 160)) : 0;
            cells[i] = 12 + 10 * random.nextDouble() + peak;
        }
        return cells;
    }

    private static ByteBuffer quantized(double[] map, double maximum) {
        byte[] cells = new byte[map.length];
        for (int i = 0; i < map.length; i++) {
            cells[i] = (byte) Math.round(255 * (map[i] - 10) / (maximum - 10));
        }
        return ByteBuffer.wrap(cells);
    }

    private static ByteBuffer jpeg(BufferedImage image) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", out);
            return ByteBuffer.wrap(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
