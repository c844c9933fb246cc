package slope.tables;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts the bytes of files as they are read, and tells a listener.
final class BytesRead {
    private final long all;
    private final ReadListener listener;
    private long read;

    /// @param all how many there are in all files
    BytesRead(long all, ReadListener listener) {
        this.all = all;
        this.listener = listener;
    }

    /// Of what no one wants to know.
    static BytesRead untold() {
        return new BytesRead(0, ReadListener.NONE);
    }

    /// Who is told.
    ReadListener listener() {
        return listener;
    }

    /// Bytes that count as they are read.
    InputStream counted(InputStream bytes) {
        return new FilterInputStream(bytes) {
            @Override
            public int read() throws IOException {
                int value = super.read();
                add(value < 0 ? 0 : 1);
                return value;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = super.read(buffer, offset, length);
                add(count);
                return count;
            }
        };
    }

    void add(long count) {
        if (count > 0) {
            read = Math.min(all, read + count);
            listener.read(read, all);
        }
    }

    /// About how many there are in all files of what there is so often in the bytes so far;
    /// the same if nothing is known.
    int forAll(int soFar) {
        return read == 0 ? soFar : (int) Math.min(Integer.MAX_VALUE - 8, Math.round(1.02 * soFar * all / read));
    }
}
