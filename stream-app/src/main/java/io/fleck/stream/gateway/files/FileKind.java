package io.fleck.stream.gateway.files;

import java.util.Locale;
import java.util.Set;

/** Which files of a folder are sent. */
public enum FileKind {
    /** JPEG and PNG by their names. */
    PICTURES("neither JPEG nor PNG") {
        @Override
        boolean accepts(String name) {
            return FileItems.format(name).isPresent();
        }
    },
    /** Everything but pictures and documents: tools give their files any ending, and their content tells the format. */
    WAFER_MAPS("pictures or documents") {
        @Override
        boolean accepts(String name) {
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return !BESIDE_MAPS.contains(ending);
        }
    };

    private static final Set<String> BESIDE_MAPS =
            Set.of("jpg", "jpeg", "png", "tif", "tiff", "bmp", "gif", "pdf", "md", "html");

    private final String others;

    FileKind(String others) {
        this.others = others;
    }

    /** Whether a file of this name is of the kind. */
    abstract boolean accepts(String name);

    /** What the other files are, for people. */
    String others() {
        return others;
    }
}
