package io.fleck.core.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Builds PNG files chunk by chunk. */
final class PngBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    PngBytes() {
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    }

    /** The header chunk, not interlaced. */
    PngBytes header(int width, int height, int bits, int colour) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        return chunk("IHDR", header.put((byte) bits).put((byte) colour).array());
    }

    /** A chunk with its right checksum. */
    PngBytes chunk(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        bytes.writeBytes(name);
        bytes.writeBytes(content);
        bytes.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        return this;
    }

    /** A data chunk: rows, each with its filter byte in front. */
    PngBytes data(int... rows) {
        byte[] plain = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            plain[i] = (byte) rows[i];
        }
        return chunk("IDAT", deflated(plain));
    }

    static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater();
        deflater.setInput(plain);
        deflater.finish();
        byte[] packed = new byte[plain.length + 64];
        int length = deflater.deflate(packed);
        deflater.end();
        return ByteBuffer.allocate(length).put(packed, 0, length).array();
    }

    /** The file with its end chunk. */
    byte[] end() {
        return chunk("IEND", new byte[0]).unfinished();
    }

    /** The file as it is. */
    byte[] unfinished() {
        return bytes.toByteArray();
    }
}
