package io.fleck.fitting.choice;

import io.fleck.core.image.DecodeException;
import io.fleck.core.image.DecodeLimits;
import io.fleck.core.image.Image;
import io.fleck.core.image.ImageDecoders;
import io.fleck.core.render.ImageFiles;
import io.fleck.fitting.data.DataException;
import io.fleck.fitting.data.ImageFolder;
import io.fleck.fitting.data.LabelledImage;
import io.fleck.fitting.data.Split;
import io.fleck.fitting.synthetic.damage.DamageKind;
import io.fleck.fitting.synthetic.damage.DamageMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Good pictures that no candidate was fitted on, and each of them again with a drawn defect of every kind. */
final class JudgeSet {
    /** Textures that defects are made of. */
    private static final int DONORS = 16;

    private JudgeSet() {}

    /**
     * Draws the defects.
     *
     * @param fitted good pictures that candidates are fitted on; textures come from them
     * @param heldOut good pictures that they are not fitted on
     * @param folder that is there; holds the drawn pictures
     * @throws DataException when a picture cannot be read or written
     */
    static List<LabelledImage> drawn(List<LabelledImage> fitted, List<LabelledImage> heldOut, Path folder, long seed) {
        List<Image> donors =
                fitted.stream().limit(DONORS).map(JudgeSet::decoded).toList();
        DamageMaker maker = new DamageMaker(donors, seed);
        List<LabelledImage> all = new ArrayList<>(heldOut);
        for (int number = 0; number < heldOut.size(); number++) {
            Image good = decoded(heldOut.get(number));
            for (DamageKind kind : DamageKind.values()) {
                String name = kind.label() + "-" + number + ".png";
                Path file = write(
                        folder.resolve(name), maker.damage(good, kind, number).image());
                all.add(new LabelledImage(name, file, kind.label(), null, Split.TEST));
            }
        }
        return all;
    }

    private static Image decoded(LabelledImage image) {
        try {
            return ImageDecoders.decode(ImageFolder.read(image.file()), null, DecodeLimits.DEFAULT);
        } catch (DecodeException e) {
            throw new DataException(image.file() + ": " + e.getMessage(), e);
        }
    }

    private static Path write(Path file, Image image) {
        try {
            return Files.write(file, ImageFiles.png(image));
        } catch (IOException e) {
            throw new DataException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
