package slope.tables;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import slope.table.NumberColumn;
import slope.table.Written;
import slope.tables.ColumnCells.Finished;
import slope.tables.ColumnCells.Result;
import slope.tables.ColumnCells.Spoiled;
import slope.tables.TextCell.Kind;

/// Makes numbers of columns of text, and finds out how they are written: see [Notation].
///
/// A column has one notation. Of several currencies or units, that of the most cells counts; a
/// number without a currency is one of the others' currency, a number without a unit is not. Signs
/// of bounds such as `<0.5` are read over where most numbers have none.
final class NumberTexts {
    /// Fewer than one cell in so many does not tell what the marks in all others mean.
    private static final int FEWEST_TELL = 20;

    private static final MissingTexts NOTHING_MISSING = MissingTexts.of(Set.of());

    private static final Pattern WHOLE = Pattern.compile("\\s*[+-]?\\d+\\s*");
    private static final Pattern CODE = Pattern.compile("0\\d+");

    private final CellTexts cells;
    private final ReadOptions options;
    private final List<Optional<NumberParts>> parts; // by code; also of plain numbers, if they have no exponent
    private final List<TextCell> plain; // by code; what each is without marks and anything around it

    private NumberTexts(CellTexts cells, ReadOptions options) {
        this.cells = cells;
        this.options = options;
        this.parts = cells.texts().stream().map(NumberParts::of).toList();
        this.plain = cells.texts().stream().map(NumberTexts::plain).toList();
    }

    private static TextCell plain(String text) {
        return TextCell.of(text, NOTHING_MISSING);
    }

    /// The column as numbers, if that is what its texts are meant to be.
    static Optional<Result> of(CellTexts cells, ReadOptions options) {
        NumberTexts texts = new NumberTexts(cells, options);
        return texts.found(texts.members());
    }

    /// The same of a column that a person has called one of numbers.
    static Result surely(CellTexts cells, ReadOptions options) {
        NumberTexts texts = new NumberTexts(cells, options);
        BitSet members = texts.members();
        return texts.result(members, texts.mark(members));
    }

    private Optional<Result> found(BitSet members) {
        BitSet counted = (BitSet) members.clone();
        counted.andNot(codes(each -> each.kind() == Kind.NUMBER && Double.isNaN(each.number())));
        BitSet scaled = some(cells.others(new BitSet()), NumberParts::isOfScale);
        boolean areMany = scaled.cardinality() >= CellTexts.CODES;
        if (!cells.areMeant(counted)) {
            return areMany && cells.areMeant(scaled) ? Optional.of(otherUnit(members, scaled)) : Optional.empty();
        }
        Optional<DecimalMark> mark = mark(members);
        BitSet others = cells.others(members);
        boolean isOfScale = !some(members, NumberParts::isOfScale).isEmpty();
        boolean areAmounts = !some(members, each -> !each.around().isEmpty()).isEmpty();
        boolean areCodes = areAmounts
                ? !some(
                                others,
                                each -> isOfScale
                                        ? each.isOfScale() && !areMany
                                        : !each.around().isEmpty())
                        .isEmpty()
                : others.isEmpty() && areCodes();
        return areCodes ? Optional.empty() : Optional.of(result(members, mark));
    }

    /// Amounts of several currencies, or of units such as g and kg, cannot be compared. A few are
    /// categories.
    private Spoiled otherUnit(BitSet members, BitSet scaled) {
        scaled.andNot(members);
        int row = cells.firstRow(scaled);
        String example = cells.column().text(cells.firstRow(members));
        return new Spoiled(
                CellProblem.otherUnit(cells.name(), row, cells.column().text(row), example));
    }

    /// The numbers of one currency or unit.
    private BitSet members() {
        String around = around();
        boolean isMoney = parts.stream()
                .flatMap(Optional::stream)
                .anyMatch(each -> each.isMoney() && each.around().equals(around));
        BitSet members = new BitSet();
        BitSet bounds = new BitSet();
        for (int code = 0; code < parts.size(); code++) {
            Optional<NumberParts> each = parts.get(code);
            String found = each.map(NumberParts::around).orElse("");
            boolean isNumber = each.isPresent() || isPlain(code);
            members.set(code, isNumber && (found.equals(around) || (isMoney && found.isEmpty())));
            bounds.set(
                    code, members.get(code) && each.filter(NumberParts::isBound).isPresent());
        }
        if (2 * bounds.cardinality() > members.cardinality()) {
            members.andNot(bounds);
        }
        return members;
    }

    /// What stands around most numbers; the only currency, if it stands around some of them.
    private String around() {
        Map<String, Long> cellsOf = new TreeMap<>();
        Set<String> currencies = new TreeSet<>();
        for (int code = 0; code < parts.size(); code++) {
            Optional<NumberParts> each = parts.get(code);
            if (each.isPresent() || isPlain(code)) {
                cellsOf.merge(each.map(NumberParts::around).orElse(""), (long) cells.count(code), Long::sum);
            }
            each.filter(NumberParts::isMoney).ifPresent(money -> currencies.add(money.around()));
        }
        String most = cellsOf.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        return most.isEmpty() && currencies.size() == 1 ? currencies.iterator().next() : most;
    }

    private boolean isPlain(int code) {
        return plain.get(code).kind() == Kind.NUMBER || plain.get(code).kind() == Kind.INFINITE;
    }

    /// The decimal mark that the numbers tell, or else the person; empty where it is open, or does
    /// not matter.
    private Optional<DecimalMark> mark(BitSet members) {
        long withPoint = cells.cells(only(members, DecimalMark.POINT, DecimalMark.COMMA));
        long withComma = cells.cells(only(members, DecimalMark.COMMA, DecimalMark.POINT));
        BitSet open = open(members);
        if (Math.max(withPoint, withComma) * FEWEST_TELL < cells.cells(open)) {
            return options.decimal();
        }
        return withPoint + withComma == 0
                ? Optional.empty()
                : Optional.of(withPoint >= withComma ? DecimalMark.POINT : DecimalMark.COMMA);
    }

    private BitSet only(BitSet members, DecimalMark mark, DecimalMark other) {
        return some(members, each -> !Double.isNaN(each.value(mark)) && Double.isNaN(each.value(other)));
    }

    private BitSet open(BitSet members) {
        return some(members, NumberParts::isOpen);
    }

    /// The codes of the texts that are such without marks and anything around them.
    private BitSet codes(Predicate<TextCell> such) {
        return IntStream.range(0, plain.size())
                .filter(code -> cells.count(code) > 0 && such.test(plain.get(code)))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private BitSet some(BitSet members, Predicate<NumberParts> wanted) {
        BitSet some = new BitSet();
        members.stream()
                .filter(code -> parts.get(code).filter(wanted).isPresent())
                .forEach(some::set);
        return some;
    }

    /// Those that are numbers with this decimal mark.
    private BitSet numbers(BitSet members, Optional<DecimalMark> mark) {
        BitSet numbers = (BitSet) members.clone();
        mark.ifPresent(decimal -> numbers.andNot(some(members, each -> Double.isNaN(each.value(decimal)))));
        return numbers;
    }

    private double value(int code, Optional<DecimalMark> mark) {
        double value = parts.get(code)
                .map(each -> each.value(mark.orElse(DecimalMark.POINT)))
                .orElse(plain.get(code).number());
        return options.missingTexts(cells.name()).has(value) ? Double.NaN : value;
    }

    /// Digits alone, some with a leading zero, or so many that doubles cannot tell them apart; also so many that a few
    /// different ones would get other digits.
    private boolean areCodes() {
        Map<Double, BigDecimal> different = new HashMap<>();
        return cells.codes(text -> WHOLE.matcher(text).matches()).stream()
                .mapToObj(cells.texts()::get)
                .anyMatch(text -> {
                    BigDecimal exact = new BigDecimal(text.strip());
                    BigDecimal same = different.computeIfAbsent(exact.doubleValue(), ignored -> exact);
                    boolean isOther = parts.size() <= CellTexts.CODES
                            && new BigDecimal(exact.doubleValue()).compareTo(exact) != 0;
                    return CODE.matcher(text).matches() || same.compareTo(exact) != 0 || isOther;
                });
    }

    private Result result(BitSet members, Optional<DecimalMark> mark) {
        BitSet others = cells.others(numbers(members, mark));
        Optional<String> example = example(numbers(members, mark));
        if (!others.isEmpty()) {
            int row = cells.firstRow(others);
            String cell = cells.column().text(row);
            int code = cells.column().code(row);
            boolean isOther = !members.get(code)
                    && parts.get(code).filter(NumberParts::isOfScale).isPresent();
            return new Spoiled(
                    isOther && example.isPresent()
                            ? CellProblem.otherUnit(cells.name(), row, cell, example.get())
                            : CellProblem.noNumber(cells.name(), row, cell, example));
        }
        BitSet open = open(members);
        if (mark.isEmpty() && !open.isEmpty()) {
            int row = cells.firstRow(open);
            NumberParts cell = parts.get(cells.column().code(row)).orElseThrow();
            return new Spoiled(
                    CellProblem.openMark(cells.name(), row, cells.column().text(row), cell));
        }
        BitSet infinite = codes(each -> each.kind() == Kind.INFINITE);
        if (!infinite.isEmpty()) {
            int row = cells.firstRow(infinite);
            return new Spoiled(
                    CellProblem.infinite(cells.name(), row, cells.column().text(row)));
        }
        return new Finished(column(members, mark));
    }

    private NumberColumn column(BitSet members, Optional<DecimalMark> mark) {
        double[] values = IntStream.range(0, parts.size())
                .mapToDouble(code -> value(code, mark))
                .toArray();
        NumberColumn.Builder column =
                new NumberColumn.Builder(cells.name(), cells.column().rows());
        for (int row = 0; row < cells.column().rows(); row++) {
            column.add(
                    cells.column().isMissing(row)
                            ? Double.NaN
                            : values[cells.column().code(row)]);
        }
        example(members, values)
                .ifPresent(code -> column.written(new Written(
                        notation(members, mark).pattern(), cells.texts().get(code), NumberColumn.text(values[code]))));
        return column.build();
    }

    /// The first cell that is no plain number, or another one than it seems to be.
    private Optional<Integer> example(BitSet members, double[] values) {
        BitSet unusual = new BitSet();
        members.stream()
                .filter(code ->
                        !isPlain(code) || values[code] != plain.get(code).number())
                .filter(code -> !Double.isNaN(values[code]))
                .forEach(unusual::set);
        return unusual.isEmpty() ? Optional.empty() : Optional.of(cells.column().code(cells.firstRow(unusual)));
    }

    private Optional<String> example(BitSet numbers) {
        BitSet unusual = some(numbers, each -> !each.isBare());
        return unusual.isEmpty() ? Optional.empty() : Optional.of(cells.column().text(cells.firstRow(unusual)));
    }

    private NumberNotation notation(BitSet members, Optional<DecimalMark> mark) {
        List<NumberParts> all =
                members.stream().mapToObj(parts::get).flatMap(Optional::stream).toList();
        Optional<NumberParts> around =
                all.stream().filter(each -> !each.around().isEmpty()).findFirst();
        return new NumberNotation(
                mark,
                around.map(NumberParts::currency).orElse(""),
                around.map(NumberParts::unit).orElse(""),
                all.stream().map(NumberParts::marks).distinct().sorted().collect(Collectors.joining()));
    }
}
