package slope.table;

import java.util.Arrays;

/// Texts, numbered as they come, as UTF-8 one behind the other. As objects each would take twice the memory, over which
/// the garbage collector walks again and again.
final class PackedTexts {
    private static final int FEWEST = 8;
    private static final int FEWEST_BYTES = 64;

    /// A chunk that is full does not grow any more, so bytes are copied once or twice at most.
    private static final int CHUNK_BYTES = 1 << 20;

    /// A place is the number of a chunk, where a text begins in it, and where the text before ended
    /// in its own. No text begins at the end of a chunk.
    private static final int CHUNK_SHIFT = 41;
    private static final int START_SHIFT = 21;
    private static final int START_MASK = CHUNK_BYTES - 1;
    private static final int END_MASK = (1 << START_SHIFT) - 1;
    private static final int END_OF_CHUNK = END_MASK; // of a text that is longer than other chunks

    private byte[][] chunks = {{}};
    private int used; // bytes of the last chunk
    private long[] places = {0}; // by number; behind the last one, where it ends
    private int size;

    /// How many there are.
    int size() {
        return size;
    }

    /// Adds a text behind the others.
    void add(byte[] bytes, int start, int length) {
        if (size + 1 == places.length) {
            places = Arrays.copyOf(places, Math.max(FEWEST, size + (size >> 1)));
        }
        if (length >= chunks[chunks.length - 1].length - used) {
            makeRoom(length);
        }
        System.arraycopy(bytes, start, chunks[chunks.length - 1], used, length);
        places[size] |= ((long) (chunks.length - 1) << CHUNK_SHIFT) | ((long) used << START_SHIFT);
        used += length;
        places[++size] = Math.min(used, END_OF_CHUNK);
    }

    String text(int number) {
        int start = start(number);
        return Utf8.text(chunk(number), start, start + length(number));
    }

    /// How many bytes a text has.
    int length(int number) {
        int end = (int) places[number + 1] & END_MASK;
        return (end == END_OF_CHUNK ? chunk(number).length : end) - start(number);
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
        return chunks[(int) (places[number] >>> CHUNK_SHIFT)];
    }

    private int start(int number) {
        return (int) (places[number] >>> START_SHIFT) & START_MASK;
    }

    private void makeRoom(int length) {
        int last = chunks.length - 1;
        if (length < CHUNK_BYTES - used) {
            int longer = Math.min(CHUNK_BYTES, Math.max(FEWEST_BYTES, 2 * (used + length)));
            chunks[last] = Arrays.copyOf(chunks[last], longer);
            return;
        }
        if (!ArrayGrowth.isFull(chunks[last].length, used)) {
            chunks[last] = Arrays.copyOf(chunks[last], Math.max(FEWEST_BYTES, used));
        }
        chunks = Arrays.copyOf(chunks, chunks.length + 1);
        chunks[last + 1] = new byte[Math.max(CHUNK_BYTES, length)];
        used = 0;
    }
}
