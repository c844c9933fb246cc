package slope.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import slope.tables.TextCell.Kind;

/// The texts of a column as numbers, as far as they are some: each text is looked at once. They are told by their
/// codes.
final class NumberCells {
    private static final MissingTexts NOTHING_MISSING = MissingTexts.of(Set.of());
    private static final int NONE = -1;

    private final List<NumberFrame> frames = new ArrayList<>(); // different ones
    private final Map<NumberFrame, Integer> numberOf = new HashMap<>(); // of a frame among them
    private final int[] frameOf; // by code; NONE of what is no number
    private final double[] withPoint; // by code; NaN of what is no number with a decimal point
    private final double[] withComma; // with a decimal comma
    private final double[] plain; // without marks and anything around it
    private final BitSet named = new BitSet(); // texts such as nan

    NumberCells(CellTexts cells) {
        int size = cells.size();
        this.frameOf = new int[size];
        this.withPoint = new double[size];
        this.withComma = new double[size];
        this.plain = new double[size];
        Arrays.fill(frameOf, NONE);
        Arrays.fill(withPoint, Double.NaN);
        Arrays.fill(withComma, Double.NaN);
        Arrays.fill(plain, Double.NaN);
        for (int code = 0; code < size; code++) {
            take(code, cells.text(code));
        }
    }

    private void take(int code, String text) {
        Optional<NumberParts> found = NumberParts.of(text);
        if (found.isPresent()) {
            NumberParts parts = found.get();
            frameOf[code] = number(parts.frame());
            withPoint[code] = parts.withPoint();
            withComma[code] = parts.withComma();
        }
        if (found.isEmpty() || found.get().frame().isBare()) {
            takePlain(code, TextCell.of(text, NOTHING_MISSING));
        }
    }

    private void takePlain(int code, TextCell cell) {
        if (cell.kind() == Kind.NUMBER || cell.kind() == Kind.INFINITE) {
            frameOf[code] = number(NumberFrame.NONE);
            plain[code] = cell.kind() == Kind.NUMBER ? cell.number() : Double.POSITIVE_INFINITY;
            named.set(code, Double.isNaN(plain[code]));
        }
    }

    private int number(NumberFrame frame) {
        int last = frames.size() - 1;
        if (last >= 0 && frames.get(last).equals(frame)) {
            return last;
        }
        int number = numberOf.computeIfAbsent(frame, ignored -> frames.size());
        if (number == frames.size()) {
            frames.add(frame);
        }
        return number;
    }

    /// How many texts there are.
    int size() {
        return frameOf.length;
    }

    /// Whether it is a number as programs write them, also one that is infinite or called NaN.
    boolean isPlain(int code) {
        return !Double.isNaN(plain[code]) || named.get(code);
    }

    /// What it is as a number without marks and anything around it; NaN if it is none.
    double plain(int code) {
        return plain[code];
    }

    /// What a number is with a decimal mark.
    double value(int code, DecimalMark mark) {
        return isOnlyPlain(code) ? plain[code] : with(mark)[code];
    }

    private double[] with(DecimalMark mark) {
        return mark == DecimalMark.POINT ? withPoint : withComma;
    }

    /// Whether it is no number with either mark, such as one that is infinite.
    private boolean isOnlyPlain(int code) {
        return Double.isNaN(withPoint[code]) && Double.isNaN(withComma[code]);
    }

    /// Texts such as nan.
    BitSet named() {
        return named;
    }

    /// Those that are larger than any double.
    BitSet infinite() {
        BitSet infinite = new BitSet();
        for (int code = 0; code < plain.length; code++) {
            infinite.set(code, Double.isInfinite(plain[code]));
        }
        return infinite;
    }

    /// The numbers with such a frame.
    BitSet framed(Predicate<NumberFrame> wanted) {
        BitSet wantedFrames = new BitSet();
        for (int frame = 0; frame < frames.size(); frame++) {
            wantedFrames.set(frame, wanted.test(frames.get(frame)));
        }
        BitSet framed = new BitSet();
        for (int code = 0; code < frameOf.length; code++) {
            framed.set(code, frameOf[code] != NONE && wantedFrames.get(frameOf[code]));
        }
        return framed;
    }

    /// The different frames of some numbers.
    List<NumberFrame> frames(BitSet some) {
        BitSet numbers = new BitSet();
        some.stream().filter(code -> frameOf[code] != NONE).forEach(code -> numbers.set(frameOf[code]));
        return numbers.stream().mapToObj(frames::get).toList();
    }

    /// How many cells have the numbers with each frame.
    Map<NumberFrame, Long> cellsOfFrames(CellTexts cells) {
        long[] count = new long[frames.size()];
        for (int code = 0; code < frameOf.length; code++) {
            if (frameOf[code] != NONE) {
                count[frameOf[code]] += cells.count(code);
            }
        }
        Map<NumberFrame, Long> cellsOf = new HashMap<>();
        numberOf.forEach((frame, number) -> cellsOf.put(frame, count[number]));
        return cellsOf;
    }

    /// The numbers that both marks give, and not the same.
    BitSet open() {
        BitSet open = new BitSet();
        for (int code = 0; code < withPoint.length; code++) {
            open.set(code, NumberParts.isOpen(withPoint[code], withComma[code]));
        }
        return open;
    }

    /// The numbers that this mark does not give, but the other one does.
    BitSet otherThan(DecimalMark mark) {
        double[] values = with(mark);
        BitSet others = new BitSet();
        for (int code = 0; code < values.length; code++) {
            others.set(code, Double.isNaN(values[code]) && !isOnlyPlain(code));
        }
        return others;
    }
}
