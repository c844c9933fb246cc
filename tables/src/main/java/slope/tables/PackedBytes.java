package slope.tables;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Bytes packed with gzip. What follows them may be more of the same kind or padding; of anything else, such as half a
/// file that was put behind another, Java itself tells nothing.
final class PackedBytes extends GZIPInputStream {
    private static final int TRAILER_BYTES = 8; // behind the packed bytes, and part of their format

    PackedBytes(InputStream bytes, int bufferSize) throws IOException {
        super(bytes, bufferSize);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count < 0) {
            for (int index = len - inf.getRemaining() + TRAILER_BYTES; index < len; index++) {
                if (Byte.toUnsignedInt(buf[index]) > ' ') {
                    throw new ZipException("other bytes follow");
                }
            }
        }
        return count;
    }
}
