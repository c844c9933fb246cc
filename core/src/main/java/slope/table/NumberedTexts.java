package slope.table;

import java.util.Arrays;
import java.util.List;

/// Different texts, numbered as they come. In a map of objects each would take twice the memory, over which the
/// garbage collector walks again and again.
final class NumberedTexts {
    private static final int FREE = 0;
    private static final int FEWEST = 16;

    private String[] texts = new String[FEWEST]; // by their numbers; the first size of them count
    private int[] hashes = new int[FEWEST]; // of the texts
    private int[] places = new int[2 * FEWEST]; // by hash: the number of a text plus 1, or FREE
    private int size;
    private int characters; // the bits of all

    /// The number of a text.
    int number(String text) {
        return number(text, hash(text));
    }

    /// The number of each text. With all hashes known, the processor looks for several at once where the tables are
    /// in no cache, in half of the time.
    int[] numbers(List<String> values) {
        int[] numbers = new int[values.size()];
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = hash(values.get(index));
        }
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = number(values.get(index), numbers[index]);
        }
        return numbers;
    }

    /// Their numbers, in the order of the texts.
    int[] sorted() {
        return TextOrder.of(texts, size, characters);
    }

    String text(int number) {
        return texts[number];
    }

    private int number(String text, int hash) {
        int place = hash & (places.length - 1);
        while (places[place] != FREE) {
            int number = places[place] - 1;
            if (hashes[number] == hash && texts[number].equals(text)) {
                return number;
            }
            place = (place + 1) & (places.length - 1);
        }
        return add(text, hash, place);
    }

    private int add(String text, int hash, int place) {
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, ArrayGrowth.of(size, 0));
            hashes = Arrays.copyOf(hashes, texts.length);
        }
        texts[size] = text;
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

    /// Not that of [String#hashCode], which anybody can make many texts for that share it.
    private int hash(String text) {
        long hash = text.length();
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            characters |= character;
            hash = (hash ^ character) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }
}
