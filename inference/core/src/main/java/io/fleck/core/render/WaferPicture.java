package io.fleck.core.render;

import io.fleck.core.image.Image;
import io.fleck.core.wafer.BinMap;
import io.fleck.core.wafer.DefectMap;
import io.fleck.core.wafer.Defects;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * A wafer as an engineer expects it: round, seen from above, with its notch, its die grid, and every defect or every die
 * in the colour of its bin. Passed dies are pale, each failed bin has a colour of its own. Has no lettering: that needs
 * fonts, which a server may lack.
 */
public final class WaferPicture {
    /** Smallest picture in which anything can be told. */
    public static final int SMALLEST = 32;

    private static final int LARGEST = 8_192;
    private static final Color PAPER = Color.WHITE;
    private static final Color SILICON = new Color(0xEEF1F5);
    private static final Color RIM = new Color(0x5A6472);
    private static final Color GRID = new Color(0xCDD4DD);
    private static final Color PASS = new Color(0xBFDCC8);
    private static final Color DEFECT = new Color(0xC8, 0x1D, 0x25, 0xB0);
    private static final Color[] FAILS = {
        new Color(0xD1343C), new Color(0x2B62B8), new Color(0xE08A1E), new Color(0x7B3FA0),
        new Color(0x0F8B8D), new Color(0xB0367E), new Color(0x7A5C2E), new Color(0x3B3F46)
    };

    /** Below so many pixels a die, lines would hide what lies between them. */
    private static final double GRID_FROM = 4;

    private final WaferScale scale;
    private final Graphics2D ink;

    private WaferPicture(WaferScale scale, Graphics2D ink) {
        this.scale = scale;
        this.ink = ink;
    }

    /**
     * Draws a map.
     *
     * @param size width and height in pixels, {@link #SMALLEST} to 8192
     * @return RGB
     */
    public static Image of(DefectMap map, int size) {
        if (size < SMALLEST || size > LARGEST) {
            throw new IllegalArgumentException(
                    "wafer picture of " + size + " pixels; allowed are " + SMALLEST + " to " + LARGEST);
        }
        BufferedImage canvas = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D ink = canvas.createGraphics();
        try {
            new WaferPicture(WaferScale.of(map, size), ink).draw(map, size);
        } finally {
            ink.dispose();
        }
        return image(canvas);
    }

    private void draw(DefectMap map, int size) {
        ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        ink.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        ink.setColor(PAPER);
        ink.fillRect(0, 0, size, size);
        Shape wafer =
                WaferShape.of(scale.centre(), scale.radius(), map.geometry().notch());
        ink.setColor(SILICON);
        ink.fill(wafer);
        map.bins().ifPresentOrElse(this::bins, () -> grid(wafer));
        ink.setColor(RIM);
        ink.setStroke(new BasicStroke(Math.max(size / 360f, 1)));
        ink.draw(wafer);
        defects(map.defects());
    }

    private void bins(BinMap bins) {
        double gap = Math.min(scale.dieWidth(), scale.dieHeight()) >= GRID_FROM ? 1 : 0;
        if (gap == 0) {
            // Edges that share a pixel would let the silicon shine through.
            ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        }
        for (int row = 0; row < bins.rows(); row++) {
            for (int column = 0; column < bins.columns(); column++) {
                int bin = bins.bin(row, column);
                if (bin != BinMap.NO_DIE) {
                    ink.setColor(colour(bins, bin));
                    ink.fill(die(column, bins.rows() - 1 - row, gap));
                }
            }
        }
        ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    private static Color colour(BinMap bins, int bin) {
        return bins.failed(bin) ? FAILS[java.util.Arrays.binarySearch(bins.failBins(), bin) % FAILS.length] : PASS;
    }

    /** Row 0 is at the bottom. */
    private Shape die(int column, int row, double gap) {
        double left = scale.x(scale.dies().originX() + column * scale.dies().pitchX());
        double top = scale.y(scale.dies().originY() + (row + 1) * scale.dies().pitchY());
        return new Rectangle2D.Double(left + gap / 2, top + gap / 2, scale.dieWidth() - gap, scale.dieHeight() - gap);
    }

    private void grid(Shape wafer) {
        if (!scale.dies().known() || Math.min(scale.dieWidth(), scale.dieHeight()) < GRID_FROM) {
            return;
        }
        ink.setClip(wafer);
        ink.setColor(GRID);
        ink.setStroke(new BasicStroke(1));
        double low = scale.centre() - scale.radius();
        double high = scale.centre() + scale.radius();
        for (double x = first(scale.x(scale.dies().originX()), scale.dieWidth(), low);
                x < high;
                x += scale.dieWidth()) {
            ink.draw(new Line2D.Double(x, low, x, high));
        }
        for (double y = first(scale.y(scale.dies().originY()), scale.dieHeight(), low);
                y < high;
                y += scale.dieHeight()) {
            ink.draw(new Line2D.Double(low, y, high, y));
        }
        ink.setClip(null);
    }

    /** The first line at or after a place, of lines that lie a step apart and of which one is known. */
    private static double first(double known, double step, double from) {
        return known - Math.floor((known - from) / step) * step;
    }

    private void defects(Defects defects) {
        double radius = dotRadius(defects.count());
        ink.setColor(DEFECT);
        for (int i = 0; i < defects.count(); i++) {
            double x = scale.x(defects.x()[i]);
            double y = scale.y(defects.y()[i]);
            ink.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        }
    }

    /** A few defects must be seen from afar, thousands must not hide each other. */
    private double dotRadius(int count) {
        double ofPicture = scale.radius() / (count < 200 ? 95 : count < 5_000 ? 150 : 230);
        return Math.max(ofPicture, 0.7);
    }

    private static Image image(BufferedImage canvas) {
        int size = canvas.getWidth();
        int[] pixels = canvas.getRGB(0, 0, size, size, null, 0, size);
        byte[] rgb = new byte[3 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            rgb[3 * i] = (byte) (pixels[i] >> 16);
            rgb[3 * i + 1] = (byte) (pixels[i] >> 8);
            rgb[3 * i + 2] = (byte) pixels[i];
        }
        return new Image(size, size, 3, rgb);
    }
}
