package io.fleck.fitting.data;

import io.fleck.core.image.EncodedImage;
import io.fleck.core.image.PixelFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Picture files by their extension, and folders of them. */
public final class ImageFolder {
    private static final Map<String, PixelFormat> FORMATS =
            Map.of("jpg", PixelFormat.JPEG, "jpeg", PixelFormat.JPEG, "png", PixelFormat.PNG);

    /** The extensions that are read, in upper or lower case. */
    public static final Set<String> EXTENSIONS = new TreeSet<>(FORMATS.keySet());

    private ImageFolder() {}

    /**
     * Reads a picture file.
     *
     * @throws DataException when it cannot be read or its extension is none of {@link #EXTENSIONS}
     */
    public static EncodedImage read(Path file) {
        PixelFormat format = format(file)
                .orElseThrow(
                        () -> new DataException(file + ": not a picture by its extension; read are " + EXTENSIONS));
        try {
            return EncodedImage.file(format, ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** All pictures below a folder as good ones, in order of their names. */
    static DataSet good(Path folder) {
        requireFolder(folder);
        return new DataSet(folder, pictures(folder, folder, LabelledImage.GOOD));
    }

    /** A folder whose folders are labels, {@code good} among them. */
    static DataSet labelled(Path folder) {
        requireFolder(folder);
        if (!Files.isDirectory(folder.resolve(LabelledImage.GOOD))) {
            throw new DataException(folder + ": holds neither " + IndexFile.NAME + " nor a folder good/");
        }
        try (Stream<Path> labels = Files.list(folder)) {
            return new DataSet(
                    folder,
                    labels.filter(ImageFolder::isLabel)
                            .sorted()
                            .flatMap(label -> pictures(folder, label, String.valueOf(label.getFileName())).stream())
                            .toList());
        } catch (IOException e) {
            throw new DataException(folder + ": cannot be listed: " + e.getMessage(), e);
        }
    }

    private static boolean isLabel(Path path) {
        return Files.isDirectory(path) && !hidden(path);
    }

    private static void requireFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DataException(folder + ": " + (Files.exists(folder) ? "not a folder" : "does not exist"));
        }
    }

    private static List<LabelledImage> pictures(Path root, Path folder, String label) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> format(file).isPresent() && !hidden(file) && Files.isRegularFile(file))
                    .sorted()
                    .map(file -> new LabelledImage(
                            root.relativize(file).toString().replace('\\', '/'), file, label, null, Split.EITHER))
                    .toList();
        } catch (IOException e) {
            throw new DataException(folder + ": cannot be listed: " + e.getMessage(), e);
        }
    }

    private static boolean hidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    private static Optional<PixelFormat> format(Path file) {
        String name = String.valueOf(file.getFileName());
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return Optional.ofNullable(FORMATS.get(extension.toLowerCase(Locale.ROOT)));
    }
}
