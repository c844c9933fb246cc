package slope.table;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/// Different texts, numbered as they come. A text is looked up by its bytes in UTF-8, so one that is known costs no
/// object.
public final class NumberedTexts {
    /// The number of what is none of the texts.
    public static final int NONE = -1;

    private static final long FREE = 0;
    private static final int FEWEST_PLACES = 16;
    private static final long[] ONE_FREE_PLACE = {FREE}; // which stays free: the first text makes more

    /// So many are made into objects once, more of them each time that they are asked for.
    private static final int MOST_OBJECTS = 10_000;

    private final PackedTexts texts = new PackedTexts();
    private long[] places = ONE_FREE_PLACE; // by hash: the hash and the number of a text plus 1, or FREE

    /// Begins without texts.
    public NumberedTexts() {}

    /// How many there are.
    public int size() {
        return texts.size();
    }

    public String text(int number) {
        return texts.text(number);
    }

    /// How many bytes a text has in UTF-8.
    public int length(int number) {
        return texts.length(number);
    }

    /// A byte of a text in UTF-8, from 0 to 255.
    public int at(int number, int index) {
        return texts.at(number, index);
    }

    /// The number of a text, which is added if it is not known.
    public int number(String text) {
        byte[] bytes = Utf8.bytes(text);
        return number(Utf8.eightOrMore(bytes), 0, bytes.length);
    }

    private int number(byte[] bytes, int start, int length) {
        return number(bytes, start, length, Utf8.hash(bytes, start, start + length));
    }

    private int number(byte[] bytes, int start, int length, int hash) {
        int place = place(bytes, start, length, hash);
        if (places[place] == FREE) {
            texts.add(bytes, start, length);
            return put(hash, place);
        }
        return numberAt(place);
    }

    /// The number of each of these texts, which are added if they are not known, by the number
    /// there plus 1; that of [#NONE] is NONE. The table is asked for all of them before any text is
    /// looked at, so that the processor waits for memory once and not for each.
    int[] numbersBehindNone(TextSpans spans) {
        long[] found = new long[spans.size()]; // at the first place of each
        for (int span = 0; span < found.length; span++) {
            found[span] = places[spans.hash(span) & (places.length - 1)];
        }
        int[] numbers = new int[1 + found.length];
        numbers[0] = NONE;
        for (int span = 0; span < found.length; span++) {
            numbers[1 + span] = isAt(found[span], spans, span) ? (int) found[span] - 1 : number(spans, span);
        }
        return numbers;
    }

    private boolean isAt(long place, TextSpans spans, int span) {
        return place != FREE
                && (int) (place >>> Integer.SIZE) == spans.hash(span)
                && texts.isEqual((int) place - 1, spans.bytes(), spans.start(span), spans.length(span));
    }

    private int number(TextSpans spans, int span) {
        return number(spans.bytes(), spans.start(span), spans.length(span), spans.hash(span));
    }

    /// Their numbers, in the order of the texts.
    int[] sorted() {
        return TextOrder.of(texts);
    }

    /// The texts with these numbers. There must not come more of them.
    List<String> list(int[] numbers) {
        if (numbers.length > MOST_OBJECTS) {
            return new Packed(texts, numbers);
        }
        String[] objects = new String[numbers.length];
        Arrays.setAll(objects, index -> texts.text(numbers[index]));
        return List.of(objects);
    }

    /// Texts that stay packed.
    private static final class Packed extends AbstractList<String> implements RandomAccess {
        private final PackedTexts texts;
        private final int[] numbers;

        Packed(PackedTexts texts, int[] numbers) {
            this.texts = texts;
            this.numbers = numbers;
        }

        @Override
        public String get(int index) {
            return texts.text(numbers[index]);
        }

        @Override
        public int size() {
            return numbers.length;
        }
    }

    /// Where a text is, or would be.
    private int place(byte[] bytes, int start, int length, int hash) {
        int place = hash & (places.length - 1);
        while (places[place] != FREE
                && !(hashAt(place) == hash && texts.isEqual(numberAt(place), bytes, start, length))) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }

    private int hashAt(int place) {
        return (int) (places[place] >>> Integer.SIZE);
    }

    private int numberAt(int place) {
        return (int) places[place] - 1;
    }

    /// Makes the last of the texts known.
    private int put(int hash, int place) {
        int free = place;
        if (4L * texts.size() > 3L * places.length) {
            spread();
            free = freePlace(hash);
        }
        places[free] = ((long) hash << Integer.SIZE) | texts.size();
        return texts.size() - 1;
    }

    private void spread() {
        long[] before = places;
        places = new long[Math.max(FEWEST_PLACES, 2 * before.length)];
        for (long each : before) {
            if (each != FREE) {
                places[freePlace((int) (each >>> Integer.SIZE))] = each;
            }
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
