package slope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.model.FitRecord;
import slope.model.Model;
import slope.model.TrainingRanges;
import slope.recipe.Recipe;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.Predictions;
import slope.target.TargetChoice;
import slope.target.TargetKind;

class CounterfactualTest {
    private static final Table ROWS = Formula.rows(80, 4, 9);

    /// Among all changes of one column and all pairs, by trying each of them here.
    @Test
    void noOtherChangeOfOneOrTwoColumnsIsCheaper() {
        Model model = Formula.random(Formula.YES, 4, 21);
        Explainer explainer = Explainer.of(model, ROWS);
        Predictions before = model.predict(ROWS);
        int withPairs = 0;
        for (int row = 0; row < 12; row++) {
            List<Counterfactual> found =
                    explainer.counterfactuals(row, new Wanted.AnotherClass(before.text(row)), Set.of());
            double cheapest = cheapest(model, row, before.text(row));
            assertThat(found).isNotEmpty();
            assertThat(found.getFirst().cost()).isCloseTo(cheapest, within(1e-12));
            assertThat(found).isSortedAccordingTo((one, other) -> Double.compare(one.cost(), other.cost()));
            withPairs += found.getFirst().changes().size() == 2 ? 1 : 0;
            String old = before.text(row);
            assertThat(found).extracting(Counterfactual::prediction).doesNotContain(old);
        }
        assertThat(withPairs).isBetween(1, 11); // both happen
    }

    private static double cheapest(Model model, int row, String before) {
        double cheapest = Double.POSITIVE_INFINITY;
        for (int first = 0; first < 4; first++) {
            for (int second = first; second < 4; second++) {
                for (int one = 0; one < ROWS.rows(); one++) {
                    for (int other = 0; other < ROWS.rows(); other++) {
                        double cost = first == second
                                ? cost(first, row, one)
                                : cost(first, row, one) + cost(second, row, other);
                        if (cost < cheapest
                                && !changed(model, row, first, one, second, other)
                                        .equals(before)) {
                            cheapest = cost;
                        }
                    }
                }
            }
        }
        return cheapest;
    }

    private static String changed(Model model, int row, int first, int one, int second, int other) {
        Object[] values = new Object[4];
        for (int column = 0; column < 4; column++) {
            values[column] = value(column, column == first ? one : column == second ? other : row);
        }
        return model.predict(new String[] {"x0", "x1", "x2", "x3"}, values).text();
    }

    private static double value(int column, int row) {
        return ((NumberColumn) ROWS.column("x" + column)).value(row);
    }

    /// All values differ, so the share of rows between two is the difference of their places.
    private static double cost(int column, int row, int other) {
        int between = 0;
        for (int each = 0; each < ROWS.rows(); each++) {
            double value = value(column, each);
            double low = Math.min(value(column, row), value(column, other));
            double high = Math.max(value(column, row), value(column, other));
            between += low < value && value <= high ? 1 : 0;
        }
        return (double) between / ROWS.rows();
    }

    @Test
    void numbersReachABound() {
        Model model = Formula.linear(Formula.NUMBER, 0, 1, 0, 0, 0);
        Explainer explainer = Explainer.of(model, ROWS);
        double now = value(0, 5);
        List<Counterfactual> more = explainer.counterfactuals(5, new Wanted.AtLeast(now + 0.5), Set.of());
        assertThat(more.getFirst().changes()).hasSize(1);
        assertThat(more.getFirst().changes().getFirst().column()).isEqualTo("x0");
        assertThat(more.getFirst().predictions().getFirst()).isGreaterThanOrEqualTo(now + 0.5);
        List<Counterfactual> less = explainer.counterfactuals(5, new Wanted.AtMost(now - 0.5), Set.of());
        assertThat(less.getFirst().predictions().getFirst()).isLessThanOrEqualTo(now - 0.5);
        assertThat(explainer.counterfactuals(5, new Wanted.AtLeast(1000), Set.of()))
                .isEmpty();
    }

    @Test
    void fixedColumnsStayAsTheyAre() {
        Model model = Formula.random(Formula.YES, 4, 21);
        String before = model.predict(ROWS).text(0);
        Explainer explainer = Explainer.of(model, ROWS);
        Wanted wanted = new Wanted.AnotherClass(before);
        String first = explainer
                .counterfactuals(0, wanted, Set.of())
                .getFirst()
                .changes()
                .getFirst()
                .column();
        for (Counterfactual other : explainer.counterfactuals(0, wanted, Set.of(first))) {
            assertThat(other.changes())
                    .extracting(Counterfactual.Change::column)
                    .doesNotContain(first);
        }
    }

    @Test
    void valuesStayWithinTheTrainingRanges() {
        Model model = Formula.linear(Formula.NUMBER, 0, 1, 0, 0, 0);
        Model ranged = model.with(
                FitRecord.unknown().ranges(List.of(new TrainingRanges.Range("x0", -0.5, 0.5, Optional.empty()))));
        assertThat(Explainer.of(ranged, ROWS).counterfactuals(1, new Wanted.AtLeast(0.6), Set.of()))
                .isEmpty();
        assertThat(Explainer.of(model, ROWS).counterfactuals(1, new Wanted.AtLeast(0.6), Set.of()))
                .isNotEmpty();
    }

    /// Of columns of every kind: another category costs 1, and nothing becomes missing.
    @Test
    void aCategoryCostsOne() {
        Table rows = DependenceTest.mixed(300);
        Model model =
                Slope.predict("city").recipe(Recipe.plain().epochs(3)).fit(rows).model();
        Table predicted = rows.without(Set.of("city"));
        Explainer explainer = Explainer.of(model, predicted);
        String before = model.predict(predicted).text(2);
        for (String city : List.of("Ulm", "Bonn", "Kiel")) {
            if (city.equals(before)) {
                assertThatThrownBy(() -> explainer.counterfactuals(2, new Wanted.OfClass(city), Set.of()))
                        .isInstanceOf(DataException.class)
                        .hasMessage("the row has the wanted prediction already: " + city);
                continue;
            }
            for (Counterfactual found : explainer.counterfactuals(2, new Wanted.OfClass(city), Set.of())) {
                assertThat(found.prediction()).isEqualTo(city);
                for (Counterfactual.Change change : found.changes()) {
                    assertThat(change.to()).isNotEmpty().isNotEqualTo(change.from());
                    if (change.column().equals("garden")) {
                        assertThat(change.cost()).isEqualTo(1);
                    } else {
                        assertThat(change.cost()).isBetween(1e-6, 1.0);
                    }
                }
            }
        }
    }

    @Test
    void aRowOfAnotherTableGetsTheSame() {
        Explainer explainer = Explainer.of(Formula.random(Formula.YES, 4, 21), ROWS);
        Wanted wanted = new Wanted.AnotherClass(
                Formula.random(Formula.YES, 4, 21).predict(ROWS).text(3));
        List<Counterfactual> among = explainer.counterfactuals(3, wanted, Set.of());
        assertThat(explainer.counterfactuals(ROWS, 3, wanted, Set.of())).isEqualTo(among);
    }

    @Test
    void aWishThatDoesNotFitTheModelIsRefused() {
        Explainer classes = Explainer.of(Formula.random(Formula.YES, 4, 1), ROWS);
        Explainer numbers = Explainer.of(Formula.random(Formula.NUMBER, 4, 1), ROWS);
        assertThatThrownBy(() -> classes.counterfactuals(0, new Wanted.OfClass("yess"), Set.of()))
                .isInstanceOf(DataException.class)
                .hasMessage("the model does not know \"yess\" (did you mean \"yes\"?); it knows no, yes");
        assertThatThrownBy(() -> classes.counterfactuals(0, new Wanted.AtLeast(3), Set.of()))
                .isInstanceOf(DataException.class);
        assertThatThrownBy(() -> numbers.counterfactuals(0, new Wanted.OfClass("yes"), Set.of()))
                .isInstanceOf(DataException.class);
        assertThatThrownBy(() -> numbers.counterfactuals(0, new Wanted.AnotherClass("yes"), Set.of()))
                .isInstanceOf(DataException.class);
    }

    /// A prediction of labels tells all of them.
    @Test
    void labelsAreAllTold() {
        Model model = Formula.random(Formula.LABELS, 4, 21);
        Predictions before = model.predict(ROWS);
        assertThat(before.textOfRow(0)).startsWith("first ").contains(", second ");
        Explainer explainer = Explainer.of(model, ROWS);
        int row = 0;
        while (before.text(row, 1).equals("yes")) {
            row++;
        }
        assertThat(explainer.counterfactuals(row, new Wanted.OfClass("second"), Set.of()))
                .isNotEmpty()
                .allSatisfy(found ->
                        assertThat(found.prediction()).startsWith("first ").endsWith(", second yes"));
    }

    /// As long as rows are observed is no trait of theirs.
    @Test
    void anExposureKeepsItsValue() {
        double[] years = new double[100];
        double[] claims = new double[100];
        double[] ages = new double[100];
        for (int row = 0; row < 100; row++) {
            years[row] = 0.1 + row % 10;
            ages[row] = row % 7;
            claims[row] = Math.floor(years[row] * (1 + ages[row]) / 3);
        }
        Table rows = Table.of(
                NumberColumn.of("claims", claims), NumberColumn.of("years", years), NumberColumn.of("age", ages));
        Model model = Slope.predict(
                        TargetChoice.of("claims").kind(TargetKind.COUNT).exposure("years"))
                .recipe(Recipe.plain().epochs(20))
                .fit(rows)
                .model();
        double now = model.predict(rows).value(0, 0);
        assertThat(Explainer.of(model, rows).counterfactuals(0, new Wanted.AtLeast(now + 1e-6), Set.of()))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.changes())
                        .extracting(Counterfactual.Change::column)
                        .containsExactly("age"));
    }
}
