package slope.table;

import java.util.Arrays;

/// Puts different texts in order, as [String#compareTo] does, by eight bytes at a time: those that
/// share them are sorted by the next eight. A text is looked at once or twice instead of twenty
/// times. Half a pair of surrogates stands before all pairs.
final class TextOrder {
    /// So many and fewer are sorted by comparing their next bytes.
    private static final int FEW = 32;

    /// Texts that share so many bytes are compared.
    private static final int MOST_SHARED = 64;

    private static final int BYTES = 1 << Byte.SIZE; // different ones

    /// Bytes with which characters begin that stand behind pairs of surrogates in UTF-16, and before them in UTF-8.
    private static final int BEHIND_PAIRS = 0xEE;

    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long UP_TO_HIGH_BITS = (0x100 - BEHIND_PAIRS) * 0x0101010101010101L;
    private static final int FIRST_OF_PAIRS = 0xF0;
    private static final int PAIRS = 8; // bytes with which characters begin that are pairs

    private final PackedTexts texts;
    private final int[] numbers; // in order as far as it is known
    private final long[] keys; // the next bytes of each, the first one in front
    private final int[] movedNumbers;
    private final long[] movedKeys;

    private TextOrder(PackedTexts texts) {
        this.texts = texts;
        this.numbers = asTheyCame(texts.size());
        this.keys = new long[texts.size()];
        this.movedNumbers = new int[texts.size()];
        this.movedKeys = new long[texts.size()];
    }

    /// The numbers of the texts, in the order of the texts.
    static int[] of(PackedTexts texts) {
        TextOrder order = new TextOrder(texts);
        order.sort(0, order.numbers.length, 0);
        return order.numbers;
    }

    private static int[] asTheyCame(int size) {
        int[] numbers = new int[size];
        for (int number = 0; number < size; number++) {
            numbers[number] = number;
        }
        return numbers;
    }

    /// Sorts texts that share their bytes before a place.
    private void sort(int from, int to, int place) {
        if (place >= MOST_SHARED) {
            compare(from, to);
            return;
        }
        long different = takeKeys(from, to, place); // bits that are not the same in all keys
        if (to - from <= FEW) {
            sortFew(from, to);
        } else {
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                if ((different >>> shift & (BYTES - 1)) != 0) {
                    sortMany(from, to, shift);
                }
            }
        }
        int first = from; // of those that share the next bytes as well
        for (int index = from + 1; index <= to; index++) {
            if (index == to || keys[index] != keys[first]) {
                if (index - first > 1) {
                    sort(first, index, place + Long.BYTES);
                }
                first = index;
            }
        }
    }

    private long takeKeys(int from, int to, int place) {
        long different = 0;
        for (int index = from; index < to; index++) {
            long next = texts.upToEight(numbers[index], place);
            keys[index] = mayHavePairs(next) ? ranks(next) : next;
            different |= keys[index] ^ keys[from];
        }
        return different;
    }

    private void sortFew(int from, int to) {
        for (int index = from + 1; index < to; index++) {
            long key = keys[index];
            int number = numbers[index];
            int place = index;
            for (; place > from && Long.compareUnsigned(keys[place - 1], key) > 0; place--) {
                keys[place] = keys[place - 1];
                numbers[place] = numbers[place - 1];
            }
            keys[place] = key;
            numbers[place] = number;
        }
    }

    /// Sorts by one byte of the keys. Those with the same one stay in their order.
    private void sortMany(int from, int to, int shift) {
        int[] places = new int[BYTES]; // by the byte: how many there are, then where the next one goes
        for (int index = from; index < to; index++) {
            places[(int) (keys[index] >>> shift) & (BYTES - 1)]++;
        }
        int next = from;
        for (int each = 0; each < BYTES; each++) {
            int count = places[each];
            places[each] = next;
            next += count;
        }
        for (int index = from; index < to; index++) {
            int place = places[(int) (keys[index] >>> shift) & (BYTES - 1)]++;
            movedKeys[place] = keys[index];
            movedNumbers[place] = numbers[index];
        }
        System.arraycopy(movedKeys, from, keys, from, to - from);
        System.arraycopy(movedNumbers, from, numbers, from, to - from);
    }

    /// Whether there is a pair of surrogates among the bytes, or what stands behind pairs.
    private static boolean mayHavePairs(long word) {
        return (((word & ~HIGH_BITS) + UP_TO_HIGH_BITS) & word & HIGH_BITS) != 0;
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
