package slope.table;

import java.util.Arrays;

/// Different texts, numbered as they come, that stand in an array of bytes in UTF-8: they are told by their places and
/// not copied. So are the words of a block of a file told, most of which the column knows already.
public final class TextSpans {
    private static final long FREE = 0;
    private static final int FEWEST = 16;
    private static final int GROWTH = 4;

    private final byte[] bytes;
    private int[] starts = new int[FEWEST]; // by number
    private int[] lengths = new int[FEWEST];
    private long[] places = new long[2 * FEWEST]; // by hash: the hash and the number of a text plus 1, or FREE
    private int[] hashes = new int[FEWEST];
    private int size;

    /// Begins without texts.
    ///
    /// @param bytes in which the texts stand; they must not change
    public TextSpans(byte[] bytes) {
        this.bytes = Utf8.eightOrMore(bytes);
    }

    /// How many there are.
    public int size() {
        return size;
    }

    public String text(int number) {
        return Utf8.text(bytes, starts[number], starts[number] + lengths[number]);
    }

    /// How many bytes a text has.
    public int length(int number) {
        return lengths[number];
    }

    /// A byte of a text, from 0 to 255.
    public int at(int number, int index) {
        return bytes[starts[number] + index] & 0xFF;
    }

    /// The number of a text in the bytes, which is added if it is not known.
    public int number(int start, int end) {
        int hash = Utf8.hash(bytes, start, end);
        int place = place(start, end - start, hash);
        return places[place] == FREE ? put(start, end - start, hash, place) : numberAt(place);
    }

    /// The number of a text in the bytes if it is known, else [NumberedTexts#NONE].
    public int find(int start, int end) {
        return numberAt(place(start, end - start, Utf8.hash(bytes, start, end)));
    }

    /// Some of the texts, with numbers of their own.
    ///
    /// @param kept by number: whether it is one of them
    public TextSpans only(boolean[] kept) {
        TextSpans only = new TextSpans(bytes);
        for (int number = 0; number < size; number++) {
            if (kept[number]) {
                only.number(starts[number], starts[number] + lengths[number]);
            }
        }
        return only;
    }

    /// What the texts stand in.
    byte[] bytes() {
        return bytes;
    }

    int start(int number) {
        return starts[number];
    }

    int hash(int number) {
        return hashes[number];
    }

    /// Where a text is, or would be.
    private int place(int start, int length, int hash) {
        int place = hash & (places.length - 1);
        while (places[place] != FREE && !isAt(place, start, length, hash)) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    private boolean isAt(int place, int start, int length, int hash) {
        if ((int) (places[place] >>> Integer.SIZE) != hash) {
            return false;
        }
        int number = numberAt(place);
        return lengths[number] == length && Utf8.areEqual(bytes, starts[number], bytes, start, length);
    }

    private int numberAt(int place) {
        return (int) places[place] - 1;
    }

    private int put(int start, int length, int hash, int place) {
        int free = place;
        if (size == starts.length) {
            lengthen();
            free = freePlace(hash);
        }
        starts[size] = start;
        lengths[size] = length;
        hashes[size] = hash;
        places[free] = ((long) hash << Integer.SIZE) | ++size;
        return size - 1;
    }

    private void lengthen() {
        starts = Arrays.copyOf(starts, GROWTH * size);
        lengths = Arrays.copyOf(lengths, GROWTH * size);
        hashes = Arrays.copyOf(hashes, GROWTH * size);
        places = new long[2 * GROWTH * size];
        for (int number = 0; number < size; number++) {
            places[freePlace(hashes[number])] = ((long) hashes[number] << Integer.SIZE) | (number + 1);
        }
    }

    private int freePlace(int hash) {
        int place = hash & (places.length - 1);
        while (places[place] != FREE) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }
}
