package io.fleck.core.image;

import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/** Several stretches of bytes, read as one seekable stream without copying them together. */
final class SegmentedInput extends ImageInputStreamImpl {
    private final ByteBuffer[] parts;
    private final long[] starts;
    private int current;

    SegmentedInput(List<ByteBuffer> parts) {
        this.parts = parts.stream().map(ByteBuffer::slice).toArray(ByteBuffer[]::new);
        this.starts = new long[this.parts.length + 1];
        for (int i = 0; i < this.parts.length; i++) {
            starts[i + 1] = starts[i] + this.parts[i].limit();
        }
    }

    @Override
    public long length() {
        return starts[parts.length];
    }

    @Override
    public int read() {
        bitOffset = 0;
        if (streamPos >= length()) {
            return -1;
        }
        locate();
        return parts[current].get((int) (streamPos++ - starts[current])) & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int count) {
        bitOffset = 0;
        if (streamPos >= length()) {
            return -1;
        }
        locate();
        int within = (int) (streamPos - starts[current]);
        int length = Math.min(count, parts[current].limit() - within);
        parts[current].get(within, target, offset, length);
        streamPos += length;
        return length;
    }

    /** Makes the part that holds the position the current one; almost always it is, or follows at once. */
    private void locate() {
        while (streamPos < starts[current]) {
            current--;
        }
        while (streamPos >= starts[current + 1]) {
            current++;
        }
    }
}
