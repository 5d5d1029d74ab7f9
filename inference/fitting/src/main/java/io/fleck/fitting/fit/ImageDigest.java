package io.fleck.fitting.fit;

import io.fleck.core.model.Sha256;
import io.fleck.fitting.data.DataException;
import io.fleck.fitting.data.LabelledImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a model was fitted on, as one digest: of a line per picture, its name and its digest, sorted. */
final class ImageDigest {
    private ImageDigest() {}

    static String of(List<LabelledImage> images) {
        StringBuilder lines = new StringBuilder();
        images.stream()
                .map(image -> image.name() + "\t" + digest(image) + "\n")
                .sorted()
                .forEach(lines::append);
        return Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(LabelledImage image) {
        try {
            return Sha256.of(image.file());
        } catch (IOException e) {
            throw new DataException(image.file() + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
