package slope.tables;

import java.util.Arrays;

/// The different words among the cells of a column in a block, numbered as they come. A word is looked up as it
/// lies in the block, so a cell that repeats one costs no object.
final class CellWords {
    /// The number of what is none of the words.
    static final int NONE = -1;

    private static final int FREE = 0;
    private static final int FEWEST = 8;
    private static final int[] EMPTY = {};
    private static final int[] ONE_FREE_PLACE = {FREE}; // which stays free: the first word makes more

    private final byte[] bytes;
    private int[] places = ONE_FREE_PLACE; // by hash: the number of a word plus 1, or FREE
    private int[] starts = EMPTY;
    private int[] ends = EMPTY;
    private int[] hashes = EMPTY;
    private int size;

    CellWords(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The number of a word if it is known, else [#NONE].
    int find(int start, int end) {
        return places[place(start, end, ByteScan.hash(bytes, start, end))] - 1;
    }

    /// The number of a word.
    int number(int start, int end) {
        int hash = ByteScan.hash(bytes, start, end);
        int place = place(start, end, hash);
        return places[place] != FREE ? places[place] - 1 : add(start, end, hash, place);
    }

    /// How many there are.
    int size() {
        return size;
    }

    String text(int number) {
        return CsvCursor.text(bytes, starts[number], ends[number]);
    }

    /// Where a word is, or would be.
    private int place(int start, int end, int hash) {
        int place = hash & (places.length - 1);
        while (places[place] != FREE && !isEqual(places[place] - 1, start, end, hash)) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    private int add(int start, int end, int hash, int place) {
        if (size == starts.length) {
            int longer = Math.max(FEWEST, 2 * size);
            starts = Arrays.copyOf(starts, longer);
            ends = Arrays.copyOf(ends, longer);
            hashes = Arrays.copyOf(hashes, longer);
        }
        starts[size] = start;
        ends[size] = end;
        hashes[size++] = hash;
        if (2 * size > places.length) {
            spread();
        } else {
            places[place] = size;
        }
        return size - 1;
    }

    private void spread() {
        places = new int[Math.max(2 * FEWEST, 2 * places.length)];
        for (int number = 0; number < size; number++) {
            int place = hashes[number] & (places.length - 1);
            while (places[place] != FREE) {
                place = (place + 1) & (places.length - 1);
            }
            places[place] = number + 1;
        }
    }

    private boolean isEqual(int number, int start, int end, int hash) {
        // With two quotes in it, a text in quotes is another than the same without.
        return hashes[number] == hash
                && ByteScan.areEqual(bytes, starts[number], ends[number], start, end)
                && CsvCursor.isQuoted(bytes, starts[number]) == CsvCursor.isQuoted(bytes, start);
    }
}
