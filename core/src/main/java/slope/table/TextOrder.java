package slope.table;

import java.util.Arrays;

/// Puts different texts in order, as [String#compareTo] does, some bytes at a time: all texts by their first ones, then
/// those that share them by the next. 400,000 sentences take a tenth of the time that comparing them takes: numbers are
/// sorted, and each text is looked at a few times instead of twenty. Half a pair of surrogates stands before all pairs.
final class TextOrder {
    /// Texts that share so many bytes are compared.
    private static final int MOST_SHARED = 64;

    /// Bytes with which characters begin that stand behind pairs of surrogates in UTF-16, and before them in UTF-8.
    private static final int BEHIND_PAIRS = 0xEE;

    private static final int FIRST_OF_PAIRS = 0xF0;
    private static final int PAIRS = 8; // bytes with which characters begin that are pairs

    private final PackedTexts texts;
    private final long[] keys; // the next bytes of a text, then its number
    private final int numberBits;
    private final int bytes; // of a key
    private final boolean hasPairs; // or what stands behind them

    private TextOrder(PackedTexts texts) {
        this.texts = texts;
        this.keys = new long[texts.size()];
        this.numberBits = bits(texts.size());
        this.bytes = (Long.SIZE - 1 - numberBits) / Byte.SIZE;
        this.hasPairs = texts.highest() >= BEHIND_PAIRS;
    }

    /// The numbers of the texts, in the order of the texts.
    static int[] of(PackedTexts texts) {
        TextOrder order = new TextOrder(texts);
        Arrays.setAll(order.keys, number -> number);
        order.sort(0, order.keys.length, 0);
        int[] numbers = new int[order.keys.length];
        Arrays.setAll(numbers, order::number);
        return numbers;
    }

    /// Sorts texts that share their bytes before a place.
    private void sort(int from, int to, int place) {
        if (place >= MOST_SHARED) {
            compare(from, to);
            return;
        }
        for (int index = from; index < to; index++) {
            keys[index] = key(number(index), place);
        }
        Arrays.sort(keys, from, to);
        int first = from; // of those that share the next bytes as well
        for (int index = from + 1; index <= to; index++) {
            if (index == to || keys[index] >>> numberBits != keys[first] >>> numberBits) {
                if (index - first > 1) {
                    sort(first, index, place + bytes);
                }
                first = index;
            }
        }
    }

    private long key(int number, int place) {
        long next = texts.upToEight(number, place);
        long key = (hasPairs ? ranks(next) : next) >>> (Long.SIZE - Byte.SIZE * bytes);
        return (key << numberBits) | number;
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

    private int number(int index) {
        return (int) (keys[index] & ((1L << numberBits) - 1));
    }

    private void compare(int from, int to) {
        Integer[] numbers = new Integer[to - from];
        Arrays.setAll(numbers, index -> number(from + index));
        Arrays.sort(numbers, this::compareTexts);
        for (int index = from; index < to; index++) {
            keys[index] = numbers[index - from];
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

    /// So many are needed for numbers up to this one.
    private static int bits(int most) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(most);
    }
}
