package slope.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Remedy;
import slope.table.Table;

/// The kind of target that values tell, the kinds that are chosen, and choices that do not suit the
/// values.
class TargetChoiceTest {
    private static final CategoryColumn WORDS = words("word", 6, row -> "w" + row % 3);
    private static final CategoryColumn TWO_WORDS = words("two", 6, row -> row % 2 == 0 ? "no" : "yes");
    private static final BooleanColumn TRUTHS = BooleanColumn.of("truth", true, false, true, false, true, true);
    private static final NumberColumn BITS = numbers("bit", 6, row -> row % 2);
    private static final NumberColumn AMOUNTS = numbers("amount", 6, row -> 0.5 + row);
    private static final NumberColumn COUNTS = numbers("count", 6, row -> row == 5 ? 9 : 0);

    private static NumberColumn numbers(String name, int rows, IntToDoubleFunction value) {
        double[] values = new double[rows];
        Arrays.setAll(values, value);
        return NumberColumn.of(name, values);
    }

    private static CategoryColumn words(String name, int rows, IntFunction<String> value) {
        String[] values = new String[rows];
        Arrays.setAll(values, value);
        return CategoryColumn.of(name, values);
    }

    private static TargetChoice.Fitted fit(TargetChoice choice, Column... columns) {
        return choice.fit(Table.of(columns), TargetScale.Range.UNBOUNDED);
    }

    private static TargetKind found(Column column) {
        return fit(TargetChoice.of(column.name()), column).target().kind();
    }

    private static void assertRefused(TargetChoice choice, String sentence, Column... columns) {
        assertThatThrownBy(() -> fit(choice, columns))
                .isInstanceOf(DataException.class)
                .hasMessage(sentence);
    }

    static Stream<Arguments> columnsAndKinds() {
        return Stream.of(
                arguments(WORDS, TargetKind.MULTICLASS),
                arguments(TWO_WORDS, TargetKind.BINARY),
                arguments(TRUTHS, TargetKind.BINARY),
                arguments(words("digits", 6, row -> "" + row), TargetKind.MULTICLASS),
                arguments(BITS, TargetKind.BINARY),
                arguments(NumberColumn.of("halves", -0.5, 1e300), TargetKind.BINARY),
                arguments(AMOUNTS, TargetKind.REGRESSION),
                arguments(NumberColumn.of("codes", 0, 1, 2), TargetKind.MULTICLASS),
                arguments(NumberColumn.of("zeros", -0.0, 0, 1), TargetKind.BINARY),
                arguments(NumberColumn.of("minus zero", -0.0, 1, 2), TargetKind.MULTICLASS),
                arguments(NumberColumn.of("from one", 1, 2, 3), TargetKind.REGRESSION),
                arguments(NumberColumn.of("from minus one", -1, 0, 1), TargetKind.REGRESSION),
                arguments(NumberColumn.of("gap", 0, 1, 3), TargetKind.REGRESSION),
                arguments(NumberColumn.of("half", 0, 1, 1.5), TargetKind.REGRESSION),
                arguments(NumberColumn.of("last half", 0, 1, 2, 2.5), TargetKind.REGRESSION));
    }

    @ParameterizedTest
    @MethodSource("columnsAndKinds")
    void theValuesOfAColumnTellItsKind(Column column, TargetKind kind) {
        assertThat(found(column)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"49, MULTICLASS", "50, MULTICLASS", "51, REGRESSION"})
    void upToFiftyWholeNumbersAreClasses(int classes, TargetKind kind) {
        assertThat(found(numbers("y", 4 * classes, row -> row % classes))).isEqualTo(kind);
    }

    /// Of 300 rows and three numbers an equal share is 100.
    @ParameterizedTest
    @CsvSource({"0, 24, REGRESSION", "0, 25, MULTICLASS", "2, 24, REGRESSION", "2, 25, MULTICLASS"})
    void wholeNumbersOfWhichOneIsRareAreNoClasses(int rare, int rows, TargetKind kind) {
        int[] others = {(rare + 1) % 3, (rare + 2) % 3};
        assertThat(found(numbers("y", 300, row -> row < rows ? rare : others[row % 2])))
                .isEqualTo(kind);
    }

    @Test
    void severalColumnsAreLabelsOrNumbers() {
        TargetChoice labels = TargetChoice.of("two", "truth", "bit");
        assertThat(fit(labels, BITS, TRUTHS, TWO_WORDS).target()).isInstanceOfSatisfying(Labels.class, found -> {
            assertThat(found.kind()).isEqualTo(TargetKind.MULTILABEL);
            assertThat(found.columns()).containsExactly("two", "truth", "bit");
        });
        assertThat(fit(TargetChoice.of("amount", "count"), AMOUNTS, COUNTS).target())
                .isInstanceOf(Numbers.class);
        assertThat(fit(TargetChoice.of("bit", "amount"), AMOUNTS, BITS).target())
                .isInstanceOf(Numbers.class);
    }

    @Test
    void theColumnThatDoesNotSuitTheOthersIsNamed() {
        String reason = " cannot be predicted together with others: several columns are all labels with two values,"
                + " or all numbers; predict it on its own";
        assertRefused(TargetChoice.of("bit", "word"), "column \"word\"" + reason, BITS, WORDS);
        assertRefused(TargetChoice.of("word", "amount"), "column \"word\"" + reason, AMOUNTS, WORDS);
        assertRefused(TargetChoice.of("two", "amount"), "column \"two\"" + reason, AMOUNTS, TWO_WORDS);
    }

    @Test
    void aChosenKindIsTakenAtItsWord() {
        assertThat(fit(TargetChoice.of("bit").kind(TargetKind.REGRESSION), BITS).target())
                .isInstanceOf(Numbers.class);
        assertThat(fit(TargetChoice.of("amount").kind(TargetKind.MULTICLASS), AMOUNTS)
                        .target()
                        .width())
                .isEqualTo(6);
        assertThat(fit(TargetChoice.of("bit").kind(TargetKind.MULTILABEL), BITS).target())
                .isInstanceOf(Labels.class);
        assertThat(fit(TargetChoice.of("count").kind(TargetKind.COUNT), COUNTS).target())
                .isInstanceOf(Amounts.class);
        assertThat(fit(TargetChoice.of("bit").kind(TargetKind.BINARY), BITS).target())
                .isEqualTo(new Classes("bit", List.of("0", "1")));
    }

    @Test
    void quantilesAndExposuresTellTheKind() {
        assertThat(fit(TargetChoice.of("bit").quantiles(List.of(0.1, 0.9)), BITS)
                        .target()
                        .kind())
                .isEqualTo(TargetKind.QUANTILE);
        assertThat(fit(TargetChoice.of("count").exposure("amount"), COUNTS, AMOUNTS)
                        .target()
                        .kind())
                .isEqualTo(TargetKind.COUNT);
    }

    @Test
    void choicesThatContradictEachOtherAreRefused() {
        TargetChoice quantiles = TargetChoice.of("count").quantiles(List.of(0.5));
        TargetChoice exposure = TargetChoice.of("count").exposure("amount");
        assertRefused(
                quantiles.kind(TargetKind.REGRESSION),
                "quantiles are for quantile regression, not for regression",
                COUNTS);
        assertRefused(
                exposure.kind(TargetKind.BINARY),
                "an exposure is for regression of counts, not for binary classification",
                COUNTS,
                AMOUNTS);
        assertRefused(
                quantiles.exposure("amount"),
                "an exposure is for regression of counts, not for quantile regression",
                COUNTS,
                AMOUNTS);
        assertRefused(
                TargetChoice.of("amount").kind(TargetKind.QUANTILE),
                "quantile regression needs the quantiles to predict, such as 0.1, 0.5 and 0.9",
                AMOUNTS);
    }

    static Stream<TargetKind> kindsOfOneColumn() {
        return Stream.of(TargetKind.BINARY, TargetKind.MULTICLASS, TargetKind.COUNT);
    }

    @ParameterizedTest
    @MethodSource("kindsOfOneColumn")
    void someKindsPredictOneColumn(TargetKind kind) {
        assertRefused(
                TargetChoice.of("bit", "count").kind(kind),
                kind.title() + " predicts one column, not 2; predict each on its own",
                BITS,
                COUNTS);
    }

    @Test
    void binaryClassificationNeedsTwoValues() {
        assertRefused(
                TargetChoice.of("y").kind(TargetKind.BINARY),
                "column \"y\" has 1,000 different values; binary classification needs two, \"multiclass\" takes more",
                words("y", 1_000, row -> "w" + row));
        assertRefused(
                TargetChoice.of("word").kind(TargetKind.BINARY),
                "column \"word\" has 3 different values; binary classification needs two, \"multiclass\" takes more",
                WORDS);
    }

    @Test
    void datesAreRefusedWhateverTheKind() {
        Column dates = DateColumn.of("Tag", LocalDateTime.of(2024, 1, 1, 0, 0), LocalDateTime.of(2024, 1, 2, 0, 0));
        String sentence = "column \"Tag\" holds dates, which are not predicted; predict a number of days instead";
        assertRefused(TargetChoice.of("Tag"), sentence, dates);
        assertRefused(TargetChoice.of("bit", "Tag"), sentence, NumberColumn.of("bit", 0, 1), dates);
        assertRefused(TargetChoice.of("Tag").kind(TargetKind.MULTICLASS), sentence, dates);
    }

    @Test
    void oneValueOrOneRowIsNothingToTellApart() {
        String sentence = "column \"é中\" has one value only, \"%s\"; a target needs at least two values";
        assertRefused(TargetChoice.of("é中"), sentence.formatted("7"), NumberColumn.of("é中", 7));
        assertRefused(TargetChoice.of("é中"), sentence.formatted("0"), NumberColumn.of("é中", 0, 0, -0.0));
        assertRefused(TargetChoice.of("é中"), sentence.formatted("x😀"), CategoryColumn.of("é中", "x😀"));
        assertRefused(TargetChoice.of("é中"), sentence.formatted("true"), BooleanColumn.of("é中", true, true));
    }

    @Test
    void noColumnIsRefusedAndLaterChangesOfAListDoNothing() {
        assertThatThrownBy(TargetChoice::of)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least one column to predict is needed");
        List<Double> quantiles = new ArrayList<>(List.of(0.5));
        TargetChoice choice = TargetChoice.of("y").quantiles(quantiles);
        quantiles.add(0.1);
        assertThat(choice.quantiles()).containsExactly(0.5);
    }

    @Test
    void thePositiveOfTwoClassesIsTheSecond() {
        assertThat(positive("no", TWO_WORDS)).isEqualTo(new Classes("two", List.of("yes", "no")));
        assertThat(positive("yes", TWO_WORDS)).isEqualTo(new Classes("two", List.of("no", "yes")));
        assertThat(positive("0", BITS)).isEqualTo(new Classes("bit", List.of("1", "0")));
        assertThat(positive("false", TRUTHS)).isEqualTo(new Classes("truth", List.of("true", "false")));
    }

    private static Target positive(String name, Column column) {
        return fit(TargetChoice.of(column.name()).positive(name), column).target();
    }

    @Test
    void aPositiveClassThatThereIsNotIsRefused() {
        assertRefused(
                TargetChoice.of("two").positive("Yes"),
                "column \"two\" has no class \"Yes\"; its classes are no and yes",
                TWO_WORDS);
        assertRefused(
                TargetChoice.of("word").positive("w1"),
                "a positive class is one of two classes, not for multi-class classification of \"word\"; leave it out",
                WORDS);
        assertRefused(
                TargetChoice.of("amount").positive("1"),
                "a positive class is one of two classes, not for regression of \"amount\"; leave it out",
                AMOUNTS);
        assertRefused(
                TargetChoice.of("two", "bit").positive("yes"),
                "a positive class is one of two classes, not for multi-label classification of \"two\", \"bit\"; leave"
                        + " it out",
                TWO_WORDS,
                BITS);
    }

    @Test
    void aThresholdIsForTwoClasses() {
        Threshold.Choice f1 = new Threshold.HighestF1();

        assertThat(fit(TargetChoice.of("two").threshold(f1).positive("no"), TWO_WORDS)
                        .target())
                .isEqualTo(new Classes("two", List.of("yes", "no")));
        assertRefused(
                TargetChoice.of("word").threshold(f1),
                "a threshold is for two classes, not for multi-class classification of \"word\"; leave it out",
                WORDS);
        assertRefused(
                TargetChoice.of("amount").threshold(f1),
                "a threshold is for two classes, not for regression of \"amount\"; leave it out",
                AMOUNTS);
    }

    @Test
    void aPositiveClassOfALearnedTargetIsItsSecond() {
        Classes learned = new Classes("old", List.of("no", "yes"));
        Table table = Table.of(TWO_WORDS);

        assertThat(TargetChoice.of("two").positive("yes").renamed(learned, table))
                .isEqualTo(new Classes("two", List.of("no", "yes")));
        assertThatThrownBy(() -> TargetChoice.of("two").positive("no").renamed(learned, table))
                .hasMessage("the network has learned \"no\" as the first of its classes; leave the positive class out");
    }

    @Test
    void whereAnotherKindMightBeMeantANoteSaysSo() {
        assertThat(note(0, 1, 2))
                .contains("taken for classes, because each of the whole numbers from 0 is about as frequent;"
                        + " to predict numbers, take the task regression");
        assertThat(note(0, 5, 2)).contains("whole numbers from 0; if they count something, take the task count");
    }

    @Test
    void numbersFromOneWithoutGapsMayBeClasses() {
        assertThat(note(2, 1, 3, 2, 3, 1))
                .contains("check: each of the whole numbers from 1 is about as frequent; if they name classes, take the"
                        + " task multiclass");
        assertThat(note(IntStream.rangeClosed(1, 50).asDoubleStream().toArray()))
                .isPresent();
        assertThat(note(IntStream.rangeClosed(1, 51).asDoubleStream().toArray()))
                .isEmpty();
        assertThat(note(1, 2, 4)).as("a gap").isEmpty();
        assertThat(note(1, 1.5, 2, 2.5, 5)).as("a fraction").isEmpty();
        assertThat(note(2, 3, 4)).as("not from 1").isEmpty();
        double[] rare = new double[40];
        Arrays.setAll(rare, row -> row == 0 ? 3 : 1 + row % 2);
        assertThat(note(rare)).as("3 is rare").isEmpty();
    }

    private static Optional<String> note(double... values) {
        return fit(TargetChoice.of("y"), NumberColumn.of("y", values)).note().map(note -> note.text(Remedy::text));
    }

    static Stream<Arguments> clear() {
        NumberColumn codes = NumberColumn.of("y", 0, 1, 2);
        NumberColumn counts = NumberColumn.of("y", 0, 5, 2);
        return Stream.of(
                arguments(TargetChoice.of("y").kind(TargetKind.MULTICLASS), codes),
                arguments(TargetChoice.of("y").kind(TargetKind.REGRESSION), counts),
                arguments(TargetChoice.of("y").quantiles(List.of(0.5)), counts),
                arguments(TargetChoice.of("y"), NumberColumn.of("y", 1, 5, 2)),
                arguments(TargetChoice.of("y"), NumberColumn.of("y", 0, 5, -2)),
                arguments(TargetChoice.of("y"), NumberColumn.of("y", 0, 5, 2.5)),
                arguments(TargetChoice.of("y"), NumberColumn.of("y", 0, 1, 1)),
                arguments(TargetChoice.of("y"), words("y", 3, row -> "" + row)));
    }

    @ParameterizedTest
    @MethodSource("clear")
    void whereNoOtherKindIsMeantThereIsNoNote(TargetChoice choice, Column column) {
        assertThat(fit(choice, column).note()).isEmpty();
    }

    @Test
    void severalColumnsHaveNoNote() {
        assertThat(fit(TargetChoice.of("count", "other"), COUNTS, COUNTS.renamed("other"))
                        .note())
                .isEmpty();
    }

    @Test
    void aLearnedTargetTakesTheNamesOfTheTable() {
        Target learned = new Classes("old", List.of("no", "yes", "?"));
        assertThat(TargetChoice.of("two").renamed(learned, Table.of(BITS, TWO_WORDS)))
                .isEqualTo(new Classes("two", List.of("no", "yes", "?")));
        TargetScale scale = new TargetScale("old", 3, 2, 1, 5);
        assertThat(TargetChoice.of("count", "amount")
                        .renamed(new Numbers(List.of(scale, scale)), Table.of(AMOUNTS, COUNTS)))
                .isEqualTo(new Numbers(List.of(scale.renamed("count"), scale.renamed("amount"))));
    }

    @Test
    void aKindThatSuitsTheLearnedTargetMayBeNamed() {
        Target two = new Classes("old", List.of("no", "yes"));
        Target three = new Classes("old", List.of("no", "yes", "?"));
        Table table = Table.of(TWO_WORDS);
        for (TargetKind kind : List.of(TargetKind.BINARY, TargetKind.MULTICLASS)) {
            assertThat(TargetChoice.of("two").kind(kind).renamed(two, table).columns())
                    .containsExactly("two");
        }
        assertThat(TargetChoice.of("two").kind(TargetKind.MULTICLASS).renamed(three, table))
                .isEqualTo(new Classes("two", List.of("no", "yes", "?")));
    }

    static Stream<Arguments> misfits() {
        TargetChoice choice = TargetChoice.of("two");
        return Stream.of(
                arguments(
                        choice.kind(TargetKind.REGRESSION),
                        "the network does multi-class classification and no regression; leave the kind of target out"),
                arguments(
                        choice.kind(TargetKind.BINARY),
                        "the network does multi-class classification and no binary classification; leave the kind of"
                                + " target out"),
                arguments(
                        choice.quantiles(List.of(0.5)),
                        "the network's own outputs say what is predicted; leave quantiles, exposure and power out"),
                arguments(
                        choice.exposure("bit"),
                        "the network's own outputs say what is predicted; leave quantiles, exposure and power out"),
                arguments(
                        TargetChoice.of("two", "bit"),
                        "the network predicts 1 column, not the 2 that are named: two, bit"),
                arguments(
                        TargetChoice.of("truth"),
                        "column \"truth\" has \"false\", but the network's classes are no, yes, ?; write those"
                                + " instead"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void aChoiceThatIsNotWhatTheNetworkPredictsIsRefused(TargetChoice choice, String sentence) {
        Target learned = new Classes("old", List.of("no", "yes", "?"));
        assertThatThrownBy(() -> choice.renamed(learned, Table.of(TWO_WORDS, BITS, TRUTHS)))
                .isInstanceOf(DataException.class)
                .hasMessage(sentence);
    }

    @Property(tries = 50, seed = "1")
    void theOrderOfRowsDoesNotMatter(
            @ForAll @Size(min = 3, max = 40) List<@IntRange(min = -1, max = 6) Integer> values, @ForAll int seed) {
        List<Integer> others = new ArrayList<>(values);
        Collections.shuffle(others, new Random(seed));
        assertThat(kindOrRefusal(numbers("y", others.size(), others::get)))
                .isEqualTo(kindOrRefusal(numbers("y", values.size(), values::get)));
    }

    private static Optional<TargetKind> kindOrRefusal(NumberColumn column) {
        try {
            return Optional.of(found(column));
        } catch (DataException oneValue) {
            return Optional.empty();
        }
    }

    /// Words of any letters are classes, each once, and each row has its own.
    @Property(tries = 50, seed = "1")
    void wordsAreClassesAndEachRowFindsItsOwn(
            @ForAll @Size(min = 2, max = 12) List<@StringLength(min = 1, max = 5) String> words) {
        CategoryColumn column = words("y", words.size(), words::get);
        if (Set.copyOf(words).size() == 1) {
            return;
        }
        Classes classes = (Classes) fit(TargetChoice.of("y"), column).target();
        float[] numbers = classes.encode(Table.of(column));
        assertThat(classes.classes()).doesNotHaveDuplicates().hasSameElementsAs(words);
        for (int row = 0; row < numbers.length; row++) {
            assertThat(classes.classes().get((int) numbers[row])).isEqualTo(words.get(row));
        }
    }
}
