package io.fleck.training.wafer;

import io.fleck.core.wafer.grid.DieGrid;
import io.fleck.fitting.wafer.LabelledWafer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Made-up wafers of three signatures: a ring at the edge, a cluster in the middle, and none. */
public final class Maps {
    private static final String[] LABELS = {"Center", "Edge-Ring", "none"};
    private static final int SIDE = 21;

    private Maps() {}

    /** As many of each signature. */
    public static List<LabelledWafer> of(int each, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LabelledWafer> wafers = new ArrayList<>();
        for (int i = 0; i < each * LABELS.length; i++) {
            String label = LABELS[i % LABELS.length];
            wafers.add(new LabelledWafer("w" + i, label, grid(label, random)));
        }
        return wafers;
    }

    private static DieGrid grid(String label, RandomGenerator random) {
        byte[] dies = new byte[SIDE * SIDE];
        for (int i = 0; i < dies.length; i++) {
            int row = i / SIDE;
            int column = i % SIDE;
            double radius = Math.hypot((row + 0.5) / SIDE * 2 - 1, (column + 0.5) / SIDE * 2 - 1);
            boolean marked = label.equals("Center") ? radius < 0.4 : label.equals("Edge-Ring") && radius > 0.8;
            double failing = marked ? 0.8 : 0.03;
            dies[i] = radius > 1 ? DieGrid.NO_DIE : random.nextDouble() < failing ? DieGrid.FAIL : DieGrid.PASS;
        }
        return new DieGrid(SIDE, SIDE, dies);
    }

    /** Writes wafers as rows. */
    public static Path write(Path file, List<LabelledWafer> wafers) throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,label,rows,cols,rle"));
        for (LabelledWafer wafer : wafers) {
            StringBuilder runs = new StringBuilder();
            for (byte die : wafer.dies().dies()) {
                runs.append((char) ('A' + die));
            }
            lines.add(String.join(
                    ",",
                    wafer.id(),
                    wafer.label(),
                    String.valueOf(wafer.dies().rows()),
                    String.valueOf(wafer.dies().columns()),
                    runs));
        }
        return Files.write(file, lines);
    }
}
