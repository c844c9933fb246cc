package slope.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import slope.recipe.Recipe;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;

class TableEncoderTest {
    private static final Table TRAINING =
            Table.of(NumberColumn.of("n", -1, 1), BooleanColumn.of("b", true, false), CategoryColumn.of("c", "p", "q"));

    @Test
    void numbersComeFirstAndThenTheRestInTheOrderOfTheColumns() {
        TableEncoder encoding = Recipe.plain().encoder(TRAINING);
        assertThat(encoding.width()).isEqualTo(4);
        assertThat(encoding.inputNames()).containsExactly("n", "b", "c is p", "c is q");
        assertThat(encoding.columns())
                .extracting(ColumnEncoder::inputKind)
                .containsExactly(InputKind.NUMBER, InputKind.PASS_THROUGH, InputKind.PASS_THROUGH);
        assertThat(encoding.encode(TRAINING)).containsExactly(-1, 1, 1, 0, 1, -1, 0, 1);
    }

    @Test
    void columnsAreFoundByNameAndOthersAreNotLookedAt() {
        Table other = Table.of(
                CategoryColumn.of("extra", "?"),
                CategoryColumn.of("c", "q"),
                BooleanColumn.of("b", (Boolean) null),
                NumberColumn.of("n", 3));
        assertThat(Recipe.plain().encoder(TRAINING).encode(other)).containsExactly(3, 0, 0, 1);
    }

    @Test
    void aMissingColumnIsNamed() {
        assertThatThrownBy(() -> Recipe.plain()
                        .encoder(TRAINING)
                        .encode(Table.of(NumberColumn.of("n", 1), NumberColumn.of("bb", 1))))
                .isInstanceOf(DataException.class)
                .hasMessage("there is no column \"b\"; did you mean \"bb\"?");
    }

    @Test
    void aTableWithoutRowsHasNoInputs() {
        assertThat(Recipe.plain().encoder(TRAINING).encode(TRAINING.select(new int[0])))
                .isEmpty();
    }

    @Test
    void moreInputsThanAnArrayHoldsAreRefused() {
        CategoryColumn.Builder categories = new CategoryColumn.Builder("c");
        for (int category = 0; category < 256; category++) {
            categories.add("l" + category);
        }
        Table wide = Table.of(categories.build()); // 255 categories and the shared input
        Table tall = wide.select(new int[8_388_608]);
        assertThatThrownBy(() -> Recipe.plain().encoder(wide).encode(tall))
                .isInstanceOf(DataException.class)
                .hasMessage("8,388,608 rows of 256 inputs are more than one array holds (2,147,483,647 numbers);"
                        + " use fewer rows or columns");
    }

    @Property(seed = "1")
    void inputsAreFiniteWhateverComes(
            @ForAll("tables") Table training, @ForAll("tables") Table later, @ForAll("recipes") Recipe recipe) {
        TableEncoder encoding = recipe.encoder(training);
        float[] inputs = encoding.encode(later);
        assertThat(inputs).hasSize(later.rows() * encoding.width());
        for (float input : inputs) {
            assertThat(Float.isFinite(input)).as("%s", input).isTrue();
        }
    }

    @Property(seed = "1")
    void otherRowsTeachNothing(
            @ForAll("tables") Table training, @ForAll("tables") Table poison, @ForAll("recipes") Recipe recipe) {
        // The training rows of a table that goes on with whatever: categories, extremes and missing cells of the
        // rest must not show.
        List<Column> columns = new ArrayList<>();
        for (String name : training.names()) {
            columns.add(joined(training.column(name), poison.column(name)));
        }
        int[] rows = IntStream.range(0, training.rows()).toArray();
        TableEncoder clean = recipe.encoder(training);
        TableEncoder poisoned = recipe.encoder(new Table(columns).select(rows));
        assertThat(poisoned).isEqualTo(clean);
        assertThat(poisoned.encode(poison)).isEqualTo(clean.encode(poison));
    }

    private static Column joined(Column first, Column second) {
        return switch (first) {
            case NumberColumn numbers ->
                NumberColumn.of(
                        first.name(),
                        IntStream.range(0, first.rows() + second.rows())
                                .mapToDouble(row -> row < first.rows()
                                        ? numbers.value(row)
                                        : ((NumberColumn) second).value(row - first.rows()))
                                .toArray());
            case BooleanColumn _, DateColumn _ ->
                throw new AssertionError("no such column is made here: " + first.name());
            case CategoryColumn words -> {
                CategoryColumn.Builder both = new CategoryColumn.Builder(words.name());
                for (Column part : List.of(first, second)) {
                    for (int row = 0; row < part.rows(); row++) {
                        if (part.isMissing(row)) {
                            both.addMissing();
                        } else {
                            both.add(part.text(row));
                        }
                    }
                }
                yield both.build();
            }
        };
    }

    private record Cells(double number, @Nullable String word) {}

    @Provide
    Arbitrary<Recipe> recipes() {
        return Arbitraries.of(Recipe.all());
    }

    @Provide
    Arbitrary<Table> tables() {
        Arbitrary<Double> number = Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.of(
                        Double.NaN, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, 0.0, -0.0, 0.1, 1e300));
        Arbitrary<@Nullable String> word = Arbitraries.of("a", "b", "c", "d").injectNull(0.2);
        return Combinators.combine(number, word)
                .as(Cells::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(TableEncoderTest::table);
    }

    private static Table table(List<Cells> rows) {
        return Table.of(
                NumberColumn.of("n", rows.stream().mapToDouble(Cells::number).toArray()),
                CategoryColumn.of("c", rows.stream().map(Cells::word).toArray(String[]::new)));
    }
}
