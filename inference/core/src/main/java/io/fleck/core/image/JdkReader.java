package io.fleck.core.image;

import io.fleck.core.image.DecodeException.Reason;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/** The picture readers of the JDK, made strict: whatever they warn of, or fail with, is a {@link DecodeException}. */
final class JdkReader {
    private final PixelFormat format;
    private final ImageReader reader;
    private final List<String> warnings = new ArrayList<>();

    private JdkReader(PixelFormat format) {
        this.format = format;
        this.reader = ImageIO.getImageReadersByFormatName(format.pfncName()).next();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    }

    /**
     * Reads a file whose header is known to be within limits.
     *
     * @param parts the file
     * @param type which of the reader's {@link ImageReader#getImageTypes image types} to read into
     */
    static BufferedImage read(PixelFormat format, List<ByteBuffer> parts, TypeChoice type) {
        JdkReader reader = new JdkReader(format);
        try (ImageInputStream input = new SegmentedInput(parts)) {
            return reader.read(input, type);
        } catch (IOException e) {
            throw reader.refused(e);
        } catch (DecodeException e) {
            throw e;
        } catch (RuntimeException e) {
            // The readers answer some damaged files with an index or null-pointer exception.
            throw new DecodeException(Reason.MALFORMED, format + " file is damaged", e);
        } finally {
            reader.reader.dispose();
        }
    }

    /** Chooses among the image types that a reader offers. */
    interface TypeChoice {
        /** One of them; there is at least one. */
        ImageTypeSpecifier choose(Iterator<ImageTypeSpecifier> offered);
    }

    private BufferedImage read(ImageInputStream input, TypeChoice type) throws IOException {
        reader.setInput(input, true, true);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setDestinationType(type.choose(reader.getImageTypes(0)));
        BufferedImage picture = reader.read(0, param);
        if (!warnings.isEmpty()) {
            throw new DecodeException(Reason.MALFORMED, format + " file is damaged: " + warnings.get(0));
        }
        return picture;
    }

    private DecodeException refused(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError memory) {
                // Too little memory says nothing about the picture.
                throw memory;
            }
            if (cause instanceof EOFException) {
                return new DecodeException(Reason.TRUNCATED, format + " file has too little picture data", e);
            }
        }
        return new DecodeException(Reason.MALFORMED, format + " file is damaged: " + e.getMessage(), e);
    }
}
