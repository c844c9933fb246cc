package slope.table;

import java.util.Arrays;

/// Texts, numbered as they come, as UTF-8 one behind the other. As objects each would take twice the memory, over which
/// the garbage collector walks again and again.
final class PackedTexts {
    private static final int FEWEST = 8;
    private static final int FEWEST_BYTES = 64;

    /// A chunk that is full does not grow any more, so bytes are copied once or twice at most.
    private static final int CHUNK_BYTES = 1 << 20;

    private byte[][] chunks = {{}}; // each but the last as long as its texts
    private int used; // bytes of the last chunk
    private long[] starts = {0}; // by number: the chunk and the place in it; behind the last one, where the next begins
    private int size;

    /// How many there are.
    int size() {
        return size;
    }

    /// Adds a text behind the others.
    void add(byte[] bytes, int start, int length) {
        if (size + 1 == starts.length) {
            starts = Arrays.copyOf(starts, Math.max(FEWEST, size + (size >> 1)));
        }
        makeRoom(length);
        byte[] chunk = chunks[chunks.length - 1];
        System.arraycopy(bytes, start, chunk, used, length);
        starts[size] = place(used);
        used += length;
        starts[++size] = place(used);
    }

    String text(int number) {
        int start = start(number);
        return Utf8.text(chunk(number), start, start + length(number));
    }

    /// How many bytes a text has.
    int length(int number) {
        long next = starts[number + 1];
        boolean isLast = (int) (next >>> Integer.SIZE) != (int) (starts[number] >>> Integer.SIZE);
        return (isLast ? chunk(number).length : (int) next) - start(number);
    }

    /// Whether some of all bytes are this one or higher ones, which are not of ASCII.
    boolean hasFrom(int least) {
        for (int index = 0; index < chunks.length; index++) {
            int end = index == chunks.length - 1 ? used : chunks[index].length;
            if (Utf8.hasFrom(least, chunks[index], end)) {
                return true;
            }
        }
        return false;
    }

    /// A byte of a text, from 0 to 255.
    int at(int number, int index) {
        return chunk(number)[start(number) + index] & 0xFF;
    }

    /// The next bytes of a text, the first in front; eight at most, with zeros behind its end.
    long upToEight(int number, int place) {
        int start = start(number);
        int length = length(number);
        return place < length ? Long.reverseBytes(Utf8.upToEight(chunk(number), start + place, start + length)) : 0;
    }

    boolean isEqual(int number, byte[] bytes, int start, int length) {
        return length(number) == length && Utf8.areEqual(chunk(number), start(number), bytes, start, length);
    }

    private byte[] chunk(int number) {
        return chunks[(int) (starts[number] >>> Integer.SIZE)];
    }

    private int start(int number) {
        return (int) starts[number];
    }

    private long place(int index) {
        return ((long) (chunks.length - 1) << Integer.SIZE) | index;
    }

    private void makeRoom(int length) {
        byte[] last = chunks[chunks.length - 1];
        if (length <= last.length - used) {
            return;
        }
        if (used + length <= CHUNK_BYTES) {
            int longer = Math.min(CHUNK_BYTES, Math.max(FEWEST_BYTES, 2 * (used + length)));
            chunks[chunks.length - 1] = Arrays.copyOf(last, longer);
        } else {
            chunks[chunks.length - 1] = Arrays.copyOf(last, used);
            chunks = Arrays.copyOf(chunks, chunks.length + 1);
            chunks[chunks.length - 1] = new byte[Math.max(CHUNK_BYTES, length)];
            used = 0;
        }
    }
}
