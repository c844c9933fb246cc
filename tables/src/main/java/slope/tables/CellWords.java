package slope.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The different words among the cells of a column in a block, numbered as they come. A word is looked up as it
/// lies in the block, so a cell that repeats one costs no object.
final class CellWords {
    private static final int FREE = 0;

    private final byte[] bytes;
    private int[] places = new int[16]; // by hash: the number of a word plus 1, or FREE
    private int[] starts = new int[8];
    private int[] ends = new int[8];
    private int[] hashes = new int[8];
    private int size;

    CellWords(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The number of a word.
    int number(int start, int end) {
        int hash = hash(start, end);
        int place = hash & (places.length - 1);
        while (places[place] != FREE) {
            int number = places[place] - 1;
            if (hashes[number] == hash && isEqual(number, start, end)) {
                return number;
            }
            place = (place + 1) & (places.length - 1);
        }
        return add(start, end, hash, place);
    }

    /// All words, by their numbers.
    List<String> texts() {
        List<String> texts = new ArrayList<>(size);
        for (int number = 0; number < size; number++) {
            texts.add(CsvCursor.text(bytes, starts[number], ends[number]));
        }
        return texts;
    }

    private int add(int start, int end, int hash, int place) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        starts[size] = start;
        ends[size] = end;
        hashes[size] = hash;
        places[place] = ++size;
        if (2 * size > places.length) {
            spread();
        }
        return size - 1;
    }

    private void spread() {
        places = new int[2 * places.length];
        for (int number = 0; number < size; number++) {
            int place = hashes[number] & (places.length - 1);
            while (places[place] != FREE) {
                place = (place + 1) & (places.length - 1);
            }
            places[place] = number + 1;
        }
    }

    private int hash(int start, int end) {
        int hash = 0;
        for (int index = start; index < end; index++) {
            hash = 31 * hash + bytes[index];
        }
        hash *= 0x9E3779B9; // the low bits then depend on all
        return hash ^ (hash >>> 15);
    }

    private boolean isEqual(int number, int start, int end) {
        // With two quotes in it, a text in quotes is another than the same without.
        return Arrays.equals(bytes, starts[number], ends[number], bytes, start, end)
                && CsvCursor.isQuoted(bytes, starts[number]) == CsvCursor.isQuoted(bytes, start);
    }
}
