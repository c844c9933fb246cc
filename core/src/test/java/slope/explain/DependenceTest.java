package slope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.internal.random.SplitRandom;
import slope.model.Model;
import slope.recipe.Recipe;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;

class DependenceTest {
    private static final double ROUNDING = 1e-5;

    private static final Table MIXED = mixed(300);
    private static final Explainer EXPLAINER = Explainer.of(
            Slope.predict("price").recipe(Recipe.plain().epochs(2)).fit(MIXED).model(), MIXED);

    /// The effects of 3·x0 are those of its distance from the mean, whatever x0 goes along with.
    @Test
    void accumulatedEffectsOfALinearModelAreItsTerm() {
        Table one = Formula.rows(500, 1, 1);
        Table copies = Table.of(one.column("x0"), one.column("x0").renamed("x1"));
        Dependence dependence =
                Explainer.of(Formula.linear(Formula.NUMBER, 7, 3, -1), copies).dependence("x0");

        Dependence.Effect first = dependence.effects().getFirst();
        for (Dependence.Effect effect : dependence.effects()) {
            assertThat(effect.effects().getFirst() - first.effects().getFirst())
                    .isCloseTo(3 * (effect.number() - first.number()), within(ROUNDING));
        }
        assertThat(dependence.effects()).hasSize(21);
    }

    /// x0 and x1 are the same in all rows, and the model multiplies nearly, by a difference of squares that is 0 where
    /// they are. Partial dependence shows a slope of rows that do not occur; the local effects of both add up to 0.
    @Test
    void accumulatedEffectsStayWithRowsThatOccur() {
        Table one = Formula.rows(500, 1, 2);
        Table copies = Table.of(one.column("x0"), one.column("x0").renamed("x1"));
        // tanh(x0) - tanh(x1)
        Model model = Formula.network(Formula.NUMBER, 2, 2, 1, 0, 0, 1, 0, 0, 1, -1, 0);
        Explainer explainer = Explainer.of(model, copies);
        List<Dependence.Effect> ups = explainer.dependence("x0").effects();
        List<Dependence.Effect> downs = explainer.dependence("x1").effects();
        for (int index = 0; index < ups.size(); index++) {
            assertThat(ups.get(index).effects().getFirst())
                    .isCloseTo(-downs.get(index).effects().getFirst(), within(ROUNDING));
        }
        assertThat(ups.getLast().effects().getFirst()).isGreaterThan(0.8);
    }

    /// Also of a value that few rows have.
    @Test
    void aColumnOfFewValuesHasAnEffectForEach() {
        double[] counts = IntStream.range(0, 1000)
                .mapToDouble(row -> row == 500 ? 3 : row % 2)
                .toArray();
        Dependence dependence = Explainer.of(
                        Formula.linear(Formula.NUMBER, 0, 2), Table.of(NumberColumn.of("x0", counts)))
                .dependence("x0");
        assertThat(dependence.effects()).extracting(Dependence.Effect::value).containsExactly("0", "1", "3");
    }

    @Test
    void effectsAreZeroOnAverageOverTheRows() {
        Table rows = Formula.rows(40, 3, 3)
                .select(IntStream.range(0, 2000).map(row -> row % 40).toArray());
        Dependence dependence =
                Explainer.of(Formula.linear(Formula.NUMBER, 0, 1, 2, 3), rows).dependence("x1");
        double low = dependence.effects().getFirst().effects().getFirst();
        double high = dependence.effects().getLast().effects().getFirst();
        assertThat(low).isNegative();
        assertThat(high).isPositive();
    }

    @Test
    void numbersHaveQuantilesAndTheirDensity() {
        Dependence dependence = EXPLAINER.dependence("size");

        assertThat(dependence.kind()).isEqualTo(ColumnKind.NUMBER);
        assertThat(dependence.points().areAll()).isFalse();
        assertThat(dependence.points().values()).hasSize(21); // with missing
        assertThat(dependence.points().values().getLast().value()).isEmpty();
        assertThat(dependence.points().values().getLast().rows()).isEqualTo(30);
        assertThat(dependence.points().density()).hasSize(20);
        assertThat(dependence.points().density().stream()
                        .mapToInt(Dependence.Bar::rows)
                        .sum())
                .isBetween(250, 270); // all but the outer quantiles of 270
        assertThat(dependence.curves())
                .hasSize(30)
                .allSatisfy(curve -> assertThat(curve.predictions()).hasSize(21));
    }

    @Test
    void categoriesAreThePointsOfTheirOwnAndHaveNoEffects() {
        Dependence dependence = EXPLAINER.dependence("city");

        assertThat(dependence.points().values())
                .extracting(Dependence.Point::value)
                .containsExactly("Bonn", "Kiel", "Ulm", "");
        assertThat(dependence.points().values())
                .extracting(Dependence.Point::number)
                .containsOnly(Double.NaN);
        assertThat(dependence.points().values().stream()
                        .mapToInt(Dependence.Point::rows)
                        .sum())
                .isEqualTo(300);
        assertThat(dependence.effects()).isEmpty();
        assertThat(dependence.points().density()).isEmpty();
    }

    @Test
    void datesAndTruthsAreThemselves() {
        Dependence dates = EXPLAINER.dependence("since");
        assertThat(dates.points().values().getFirst().value()).matches("20\\d\\d-\\d\\d-\\d\\d");
        assertThat(dates.effects()).hasSizeGreaterThan(10);
        Dependence truths = EXPLAINER.dependence("garden");
        assertThat(truths.points().values()).extracting(Dependence.Point::value).containsExactly("false", "true");
        assertThat(truths.effects()).hasSize(2);
    }

    @Test
    void aPairHasItsRowsBesideEachCell() {
        PairDependence pair = EXPLAINER.dependence("size", "city");
        assertThat(pair.firstValues()).hasSize(11);
        assertThat(pair.secondValues()).containsExactly("Bonn", "Kiel", "Ulm", "");
        assertThat(pair.cells().stream()
                        .flatMap(List::stream)
                        .mapToInt(PairDependence.Cell::rows)
                        .sum())
                .isEqualTo(300);
        assertThatThrownBy(() -> EXPLAINER.dependence("size", "size")).isInstanceOf(DataException.class);
    }

    /// The mean prediction of the rows with the value in all of them, by a table of such rows.
    @Test
    void aPointIsTheMeanOfItsRows() {
        Model model = Formula.random(Formula.NUMBER, 2, 5);
        Table rows = Formula.rows(60, 2, 5);
        Dependence.Point point =
                Explainer.of(model, rows).dependence("x1").points().values().get(4);
        double[] same = new double[60];
        Arrays.fill(same, point.number());
        double[] predicted = model.decoded(Table.of(rows.column("x0"), NumberColumn.of("x1", same)));
        assertThat(point.means().getFirst())
                .isCloseTo(Arrays.stream(predicted).average().orElseThrow(), within(1e-12));
    }

    /// Columns of each kind, some cells missing.
    static Table mixed(int rows) {
        SplitRandom random = SplitRandom.of(11);
        NumberColumn.Builder sizes = new NumberColumn.Builder("size");
        @Nullable String[] cities = new String[rows];
        @Nullable LocalDateTime[] dates = new LocalDateTime[rows];
        Boolean[] gardens = new Boolean[rows];
        double[] prices = new double[rows];
        for (int row = 0; row < rows; row++) {
            double size = 20 + 100 * random.nextDouble();
            sizes.add(row % 10 == 3 ? Double.NaN : size);
            cities[row] = row % 7 == 0 ? null : List.of("Ulm", "Bonn", "Kiel").get((int) (3 * random.nextDouble()));
            dates[row] = LocalDate.of(2000, 1, 1)
                    .plusDays((long) (9000 * random.nextDouble()))
                    .atStartOfDay();
            gardens[row] = random.nextDouble() < 0.4;
            prices[row] = 10 * size + ("Ulm".equals(cities[row]) ? 300 : 0) + (gardens[row] ? 100 : 0);
        }
        return Table.of(
                sizes.build(),
                CategoryColumn.of("city", cities),
                DateColumn.of("since", dates),
                BooleanColumn.of("garden", gardens),
                NumberColumn.of("price", prices));
    }
}
