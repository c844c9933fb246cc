package slope.table;

import java.util.Arrays;

/// Different texts, numbered as they come, that stand in an array of bytes in UTF-8: they are told by their places and
/// not copied. So are the words of a block of a file told, most of which the column knows already.
public final class TextSpans {
    private static final int FREE = 0;
    private static final int FEWEST = 16;

    private final byte[] bytes;
    private byte[] others = {}; // texts that stand nowhere in the bytes, one behind the other
    private int used; // of them
    private int[] starts = new int[FEWEST]; // by number; of the others minus one and below
    private int[] lengths = new int[FEWEST];
    private int[] hashes = new int[FEWEST];
    private int[] places = new int[2 * FEWEST]; // by hash: the number of a text plus 1, or FREE
    private int size;

    /// Begins without texts.
    ///
    /// @param bytes in which most texts stand; they must not change
    public TextSpans(byte[] bytes) {
        this.bytes = bytes;
    }

    /// How many there are.
    public int size() {
        return size;
    }

    public String text(int number) {
        return Utf8.text(source(number), start(number), start(number) + length(number));
    }

    /// How many bytes a text has.
    public int length(int number) {
        return lengths[number];
    }

    /// A byte of a text, from 0 to 255.
    public int at(int number, int index) {
        return source(number)[start(number) + index] & 0xFF;
    }

    /// The number of a text in the bytes, which is added if it is not known.
    public int number(int start, int end) {
        int hash = Utf8.hash(bytes, start, end);
        int place = place(bytes, start, end, hash);
        return places[place] == FREE ? put(start, end - start, hash, place) : places[place] - 1;
    }

    /// The number of a text in the bytes if it is known, else [NumberedTexts#NONE].
    public int find(int start, int end) {
        return places[place(bytes, start, end, Utf8.hash(bytes, start, end))] - 1;
    }

    /// The number of a text that does not stand in the bytes, which is added if it is not known.
    public int number(byte[] text) {
        int hash = Utf8.hash(text, 0, text.length);
        int place = place(text, 0, text.length, hash);
        return places[place] == FREE ? put(~copied(text), text.length, hash, place) : places[place] - 1;
    }

    /// Some of the texts, with numbers of their own.
    ///
    /// @param kept by number: whether it is one of them
    public TextSpans only(boolean[] kept) {
        TextSpans only = new TextSpans(bytes);
        only.others = others;
        only.used = used;
        for (int number = 0; number < size; number++) {
            if (kept[number]) {
                only.put(starts[number], lengths[number], hashes[number], only.freePlace(hashes[number]));
            }
        }
        return only;
    }

    /// What a text stands in.
    byte[] source(int number) {
        return starts[number] < 0 ? others : bytes;
    }

    int start(int number) {
        return starts[number] < 0 ? ~starts[number] : starts[number];
    }

    int hash(int number) {
        return hashes[number];
    }

    private int copied(byte[] text) {
        if (used + text.length > others.length) {
            others = Arrays.copyOf(others, 2 * (used + text.length));
        }
        System.arraycopy(text, 0, others, used, text.length);
        used += text.length;
        return used - text.length;
    }

    /// Where a text is, or would be.
    private int place(byte[] text, int start, int end, int hash) {
        int place = hash & (places.length - 1);
        while (places[place] != FREE && !isText(places[place] - 1, text, start, end, hash)) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    private boolean isText(int number, byte[] text, int start, int end, int hash) {
        return hashes[number] == hash
                && lengths[number] == end - start
                && Utf8.areEqual(source(number), start(number), text, start, end - start);
    }

    private int put(int start, int length, int hash, int place) {
        if (size == starts.length) {
            lengthen();
            return put(start, length, hash, freePlace(hash));
        }
        starts[size] = start;
        lengths[size] = length;
        hashes[size] = hash;
        places[place] = ++size;
        return size - 1;
    }

    private void lengthen() {
        starts = Arrays.copyOf(starts, 2 * size);
        lengths = Arrays.copyOf(lengths, 2 * size);
        hashes = Arrays.copyOf(hashes, 2 * size);
        places = new int[4 * size];
        for (int number = 0; number < size; number++) {
            places[freePlace(hashes[number])] = number + 1;
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
