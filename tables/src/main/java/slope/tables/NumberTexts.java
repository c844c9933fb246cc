package slope.tables;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import slope.table.NumberColumn;
import slope.table.Written;
import slope.tables.ColumnResult.Finished;
import slope.tables.ColumnResult.Spoiled;

/// Makes numbers of columns of text, and finds out how they are written: see [Notation].
///
/// A column has one notation. Of several currencies or units, that of the most cells counts; a
/// number without a currency is one of the others' currency, a number without a unit is not. Signs
/// of bounds such as `<0.5` are read over where most numbers have none.
final class NumberTexts {
    /// Fewer than one cell in so many does not tell what the marks in all others mean.
    private static final int FEWEST_TELL = 20;

    /// Whole numbers of so many digits are doubles.
    private static final int EXACT_DIGITS = 15;

    private final CellTexts cells;
    private final ReadOptions options;
    private final NumberCells numbers;

    private NumberTexts(CellTexts cells, ReadOptions options) {
        this.cells = cells;
        this.options = options;
        this.numbers = new NumberCells(cells);
    }

    /// The column as numbers, if that is what its texts are meant to be.
    static Optional<ColumnResult> of(CellTexts cells, ReadOptions options) {
        NumberTexts texts = new NumberTexts(cells, options);
        return texts.found(texts.members());
    }

    /// The same of a column that a person has called one of numbers.
    static ColumnResult surely(CellTexts cells, ReadOptions options) {
        NumberTexts texts = new NumberTexts(cells, options);
        BitSet members = texts.members();
        return texts.result(members, texts.mark(members));
    }

    private Optional<ColumnResult> found(BitSet members) {
        BitSet counted = without(members, numbers.named());
        BitSet scaled = numbers.framed(NumberFrame::isOfScale);
        boolean areMany = scaled.cardinality() >= CellTexts.CODES;
        if (!cells.areMeant(counted)) {
            return areMany && cells.areMeant(scaled) ? Optional.of(otherUnit(members, scaled)) : Optional.empty();
        }
        Optional<DecimalMark> mark = mark(members);
        BitSet others = cells.others(members);
        boolean isOfScale = scaled.intersects(members);
        boolean areAmounts = framed(members, each -> !each.around().isEmpty());
        boolean areCodes = areAmounts
                ? framed(
                        others,
                        each -> isOfScale
                                ? each.isOfScale() && !areMany
                                : !each.around().isEmpty())
                : others.isEmpty() && areCodes();
        return areCodes ? Optional.empty() : Optional.of(result(members, mark));
    }

    private boolean framed(BitSet some, Predicate<NumberFrame> wanted) {
        return numbers.framed(wanted).intersects(some);
    }

    private static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private static BitSet without(BitSet some, BitSet others) {
        BitSet rest = (BitSet) some.clone();
        rest.andNot(others);
        return rest;
    }

    /// Amounts of several currencies, or of units such as g and kg, cannot be compared. A few are
    /// categories.
    private Spoiled otherUnit(BitSet members, BitSet scaled) {
        int row = cells.firstRow(without(scaled, members));
        String example = cells.textOfRow(cells.firstRow(members));
        return new Spoiled(CellProblem.otherUnit(cells.name(), row, cells.textOfRow(row), example));
    }

    /// The numbers of one currency or unit.
    private BitSet members() {
        String around = around();
        boolean isMoney = !numbers.framed(
                        each -> each.isMoney() && each.around().equals(around))
                .isEmpty();
        BitSet members = numbers.framed(each -> {
            String found = each.around();
            return found.equals(around) || (isMoney && found.isEmpty());
        });
        BitSet bounds = both(members, numbers.framed(NumberFrame::isBound));
        return 2 * bounds.cardinality() > members.cardinality() ? without(members, bounds) : members;
    }

    /// What stands around most numbers; the only currency, if it stands around some of them.
    private String around() {
        Map<String, Long> cellsOf = new TreeMap<>();
        Set<String> currencies = new HashSet<>();
        numbers.cellsOfFrames(cells).forEach((frame, count) -> {
            cellsOf.merge(frame.around(), count, Long::sum);
            if (frame.isMoney()) {
                currencies.add(frame.around());
            }
        });
        String most = cellsOf.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        return most.isEmpty() && currencies.size() == 1 ? currencies.iterator().next() : most;
    }

    /// The decimal mark that the numbers tell, or else the person; empty where it is open, or does
    /// not matter.
    private Optional<DecimalMark> mark(BitSet members) {
        long withPoint = cells.cells(both(members, numbers.otherThan(DecimalMark.COMMA)));
        long withComma = cells.cells(both(members, numbers.otherThan(DecimalMark.POINT)));
        BitSet open = both(members, numbers.open());
        if (Math.max(withPoint, withComma) * FEWEST_TELL < cells.cells(open)) {
            return options.decimal();
        }
        return withPoint + withComma == 0
                ? Optional.empty()
                : Optional.of(withPoint >= withComma ? DecimalMark.POINT : DecimalMark.COMMA);
    }

    /// Those that are numbers with this decimal mark.
    private BitSet numbers(BitSet members, Optional<DecimalMark> mark) {
        return mark.map(decimal -> without(members, numbers.otherThan(decimal))).orElse(members);
    }

    /// Digits alone, some with a leading zero, or so many that doubles cannot tell them apart; also so many that a few
    /// different ones would get other digits.
    private boolean areCodes() {
        Map<Double, BigDecimal> different = new HashMap<>();
        for (int code = 0; code < cells.size(); code++) {
            String text = OtherDigits.asLatin(cells.text(code));
            if (text.length() > 1 && text.charAt(0) == '0' && areDigits(text)) {
                return true;
            }
            String whole = text.strip();
            boolean isSigned = whole.startsWith("+") || whole.startsWith("-");
            if (whole.length() > EXACT_DIGITS && areDigits(isSigned ? whole.substring(1) : whole)) {
                BigDecimal exact = new BigDecimal(whole);
                BigDecimal same = different.computeIfAbsent(exact.doubleValue(), ignored -> exact);
                boolean isOther =
                        cells.size() <= CellTexts.CODES && new BigDecimal(exact.doubleValue()).compareTo(exact) != 0;
                if (same.compareTo(exact) != 0 || isOther) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean areDigits(String text) {
        int index = 0;
        while (index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9') {
            index++;
        }
        return index == text.length();
    }

    private ColumnResult result(BitSet members, Optional<DecimalMark> mark) {
        BitSet found = numbers(members, mark);
        BitSet others = cells.others(found);
        if (!others.isEmpty()) {
            return new Spoiled(noNumber(cells.firstRow(others), members, example(found)));
        }
        BitSet open = both(members, numbers.open());
        if (mark.isEmpty() && !open.isEmpty()) {
            int row = cells.firstRow(open);
            String cell = cells.textOfRow(row);
            return new Spoiled(CellProblem.openMark(
                    cells.name(), row, cell, NumberParts.of(cell).orElseThrow()));
        }
        BitSet infinite = numbers.infinite();
        if (!infinite.isEmpty()) {
            int row = cells.firstRow(infinite);
            return new Spoiled(CellProblem.infinite(cells.name(), row, cells.textOfRow(row)));
        }
        return new Finished(column(members, mark));
    }

    private CellProblem noNumber(int row, BitSet members, Optional<String> example) {
        String cell = cells.textOfRow(row);
        int code = cells.code(row);
        boolean isOther =
                !members.get(code) && numbers.framed(NumberFrame::isOfScale).get(code);
        return isOther && example.isPresent()
                ? CellProblem.otherUnit(cells.name(), row, cell, example.get())
                : CellProblem.noNumber(cells.name(), row, cell, example);
    }

    private NumberColumn column(BitSet members, Optional<DecimalMark> mark) {
        double[] values = new double[cells.size()];
        MissingTexts missing = options.missingTexts(cells.name());
        for (int code = 0; code < values.length; code++) {
            double value = numbers.value(code, mark.orElse(DecimalMark.POINT));
            values[code] = missing.has(value) ? Double.NaN : value;
        }
        NumberColumn.Builder column = cells.numbers(values);
        example(values)
                .ifPresent(code -> column.written(new Written(
                        notation(members, mark).pattern(), cells.text(code), NumberColumn.text(values[code]))));
        return column.build();
    }

    /// The first cell that is no plain number, or another one than it seems to be.
    private Optional<Integer> example(double[] values) {
        BitSet unusual = new BitSet();
        for (int code = 0; code < values.length; code++) {
            boolean isUnusual = !numbers.isPlain(code) || values[code] != numbers.plain(code);
            unusual.set(code, isUnusual && !Double.isNaN(values[code]));
        }
        return unusual.isEmpty() ? Optional.empty() : Optional.of(cells.code(cells.firstRow(unusual)));
    }

    private Optional<String> example(BitSet found) {
        BitSet unusual = both(found, numbers.framed(each -> !each.isBare()));
        return unusual.isEmpty() ? Optional.empty() : Optional.of(cells.textOfRow(cells.firstRow(unusual)));
    }

    private NumberNotation notation(BitSet members, Optional<DecimalMark> mark) {
        List<NumberFrame> frames = numbers.frames(members);
        // Of $5 and 5 $, the first.
        NumberFrame around = frames.stream()
                .filter(each -> !each.around().isEmpty())
                .min(Comparator.comparing(NumberFrame::unit))
                .orElse(NumberFrame.NONE);
        String marks =
                frames.stream().map(NumberFrame::marks).distinct().sorted().collect(Collectors.joining());
        return new NumberNotation(mark, around.currency(), around.unit(), marks);
    }
}
