package slope.table;

import java.util.Arrays;

/// Puts different texts in order, as [String#compareTo] does, some bytes at a time: many texts by two bytes, which tell
/// groups apart, and few by as many as a number holds beside their place in the group. A text is looked at a few times
/// instead of twenty, and those of a group stay near the processor. Half a pair of surrogates stands before all pairs.
final class TextOrder {
    /// So many and fewer are sorted as numbers.
    private static final int FEW = 1 << 12;

    /// Texts that share so many bytes are compared.
    private static final int MOST_SHARED = 64;

    private static final int TWO_BYTES = 2;
    private static final int GROUPS = 1 << (TWO_BYTES * Byte.SIZE);

    /// Bytes with which characters begin that stand behind pairs of surrogates in UTF-16, and before them in UTF-8.
    private static final int BEHIND_PAIRS = 0xEE;

    private static final int FIRST_OF_PAIRS = 0xF0;
    private static final int PAIRS = 8; // bytes with which characters begin that are pairs

    private final PackedTexts texts;
    private final int[] numbers; // in order as far as it is known
    private final boolean hasPairs; // or what stands behind them

    private TextOrder(PackedTexts texts) {
        this.texts = texts;
        this.numbers = new int[texts.size()];
        this.hasPairs = texts.hasFrom(BEHIND_PAIRS);
    }

    /// The numbers of the texts, in the order of the texts.
    static int[] of(PackedTexts texts) {
        TextOrder order = new TextOrder(texts);
        Arrays.setAll(order.numbers, number -> number);
        order.sort(0, order.numbers.length, 0);
        return order.numbers;
    }

    /// Sorts texts that share their bytes before a place.
    private void sort(int from, int to, int place) {
        if (place >= MOST_SHARED) {
            compare(from, to);
        } else if (to - from > FEW) {
            sortMany(from, to, place);
        } else if (to - from > 1) {
            sortFew(from, to, place);
        }
    }

    private void sortMany(int from, int to, int place) {
        char[] next = new char[to - from];
        int[] starts = new int[GROUPS + 1]; // of each group, behind one that is empty
        for (int index = 0; index < next.length; index++) {
            next[index] = (char) key(numbers[from + index], place, TWO_BYTES);
            starts[next[index] + 1]++;
        }
        for (int group = 0; group < GROUPS; group++) {
            starts[group + 1] += starts[group];
        }
        int[] before = Arrays.copyOfRange(numbers, from, to);
        int[] ends = Arrays.copyOf(starts, GROUPS); // as far as each group is filled
        for (int index = 0; index < next.length; index++) {
            numbers[from + ends[next[index]]++] = before[index];
        }
        for (int group = 0; group < GROUPS; group++) {
            sort(from + starts[group], from + starts[group + 1], place + TWO_BYTES);
        }
    }

    private void sortFew(int from, int to, int place) {
        int placeBits = Integer.SIZE - Integer.numberOfLeadingZeros(to - from);
        int bytes = (Long.SIZE - 1 - placeBits) / Byte.SIZE;
        long[] keys = new long[to - from]; // the next bytes of a text, then its place
        for (int index = 0; index < keys.length; index++) {
            keys[index] = (key(numbers[from + index], place, bytes) << placeBits) | index;
        }
        Arrays.sort(keys);
        int[] before = Arrays.copyOfRange(numbers, from, to);
        for (int index = 0; index < keys.length; index++) {
            numbers[from + index] = before[(int) keys[index] & ((1 << placeBits) - 1)];
        }
        int first = 0; // of those that share the next bytes as well
        for (int index = 1; index <= keys.length; index++) {
            if (index == keys.length || keys[index] >>> placeBits != keys[first] >>> placeBits) {
                sort(from + first, from + index, place + bytes);
                first = index;
            }
        }
    }

    private long key(int number, int place, int bytes) {
        long next = texts.upToEight(number, place);
        return (hasPairs ? ranks(next) : next) >>> (Long.SIZE - Byte.SIZE * bytes);
    }

    private static long ranks(long word) {
        long ranks = 0;
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            ranks |= (long) rank((int) (word >>> shift) & 0xFF) << shift;
        }
        return ranks;
    }

    /// The place of a byte among all, so that texts are in the order of UTF-16.
    private static int rank(int each) {
        if (each < BEHIND_PAIRS) {
            return each;
        }
        return each < FIRST_OF_PAIRS ? each + PAIRS : each - (FIRST_OF_PAIRS - BEHIND_PAIRS);
    }

    private void compare(int from, int to) {
        Integer[] some = new Integer[to - from];
        Arrays.setAll(some, index -> numbers[from + index]);
        Arrays.sort(some, this::compareTexts);
        for (int index = from; index < to; index++) {
            numbers[index] = some[index - from];
        }
    }

    private int compareTexts(int one, int other) {
        int shorter = Math.min(texts.length(one), texts.length(other));
        for (int index = 0; index < shorter; index++) {
            int difference = rank(texts.at(one, index)) - rank(texts.at(other, index));
            if (difference != 0) {
                return difference;
            }
        }
        return texts.length(one) - texts.length(other);
    }
}
