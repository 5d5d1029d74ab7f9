package io.fleck.load.bench.traffic;

import io.fleck.avro.FrameFormat;
import io.fleck.core.image.EncodedImage;
import io.fleck.core.image.PixelFormat;
import java.nio.ByteBuffer;

/** A picture as a camera sends it: a JPEG or PNG file. */
public final class Picture {
    private static final byte PNG_START = (byte) 0x89;

    private final FrameFormat format;
    private final byte[] bytes;

    /** A file, told apart by its first byte. Not copied: it must not change. */
    public Picture(byte[] file) {
        this.format = file.length > 0 && file[0] == PNG_START ? FrameFormat.PNG : FrameFormat.JPEG;
        this.bytes = file;
    }

    /** JPEG or PNG. */
    FrameFormat format() {
        return format;
    }

    /** The file's bytes, each time from their start. */
    ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** Length of the file in bytes. */
    public int length() {
        return bytes.length;
    }

    /** The same for whoever inspects it without Kafka. */
    public EncodedImage encoded() {
        return EncodedImage.file(PixelFormat.ofName(format.name()), ByteBuffer.wrap(bytes));
    }
}
