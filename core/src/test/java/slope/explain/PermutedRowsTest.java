package slope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import slope.model.Importance;
import slope.model.Model;
import slope.table.DataException;
import slope.table.Table;

class PermutedRowsTest {
    private static final int SEEDS = 200;

    /// The model uses a column that says nothing of the target, on rows it did not learn from: nine intervals of ten
    /// cover 0. Of 200, 169 to 191 do with a probability of 99 %.
    @Test
    void theIntervalOfANoiseColumnCoversZeroNineTimesOfTen() {
        Model truth = Formula.linear(Formula.YES, 0, 1.5, 0);
        Model model = Formula.linear(Formula.YES, 0, 1.25, 0.5);
        int covered = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Table rows = Formula.answered(Formula.rows(200, 2, seed), truth, seed);
            Importance importance = Explainer.of(model, rows).seed(seed).importance();
            Importance.OfColumn noise = importance.columns().getLast();
            covered += noise.lower() <= 0 && 0 <= noise.upper() ? 1 : 0;
            assertThat(importance.columns().getFirst().isClear()).isTrue();
        }
        assertThat(covered).isBetween(169, 191);
    }

    @Test
    void aColumnThatTheModelDoesNotUseHasNone() {
        Model model = Formula.linear(Formula.YES, 0, 1, 0);
        Table rows = Formula.answered(Formula.rows(100, 2, 1), model, 1);
        Importance.OfColumn unused =
                Explainer.of(model, rows).importance().columns().getLast();
        assertThat(unused.mean()).isZero();
        assertThat(unused.margin()).isZero();
        assertThat(unused.isClear()).isFalse();
    }

    /// Each of two copies hides the other; together they matter as much as both do.
    @Test
    void twinsInAGroupMatterMoreThanEachByItself() {
        Table one = Formula.rows(400, 1, 3);
        Table copies = Table.of(one.column("x0"), one.column("x0").renamed("x1"));
        Model model = Formula.linear(Formula.YES, 0, 1, 1);
        Explainer explainer = Explainer.of(model, Formula.answered(copies, model, 2));

        Importance each = explainer.importance();
        Importance both = explainer.groups(List.of(ColumnGroup.of("x0", "x1"))).importance();

        assertThat(both.columns()).hasSize(1);
        assertThat(both.columns().getFirst().lower())
                .isGreaterThan(2 * each.columns().getFirst().upper());
        assertThat(explainer.twins()).containsExactly(new Twins("x0", "x1", 1));
    }

    @Test
    void partsOfTheRowsAreScoredTogetherEachByItsModel() {
        Model good = Formula.linear(Formula.YES, 0, 2);
        Model bad = Formula.linear(Formula.YES, 0, -2);
        Table rows = Formula.answered(Formula.rows(300, 1, 4), good, 4);
        Importance ofGood = outOfFold(new PermutedRows.Part(good, rows));
        Importance ofBoth = outOfFold(new PermutedRows.Part(good, rows), new PermutedRows.Part(bad, rows));

        assertThat(ofBoth.rows()).isEqualTo(600);
        assertThat(ofBoth.columns().getFirst().mean())
                .isLessThan(ofGood.columns().getFirst().mean() / 2);
    }

    private static Importance outOfFold(PermutedRows.Part... parts) {
        return PermutedRows.outOfFold(List.of(parts), Integer.MAX_VALUE, 1).orElseThrow();
    }

    @Test
    void withTooLittleTimeThereIsNone() {
        Model model = Formula.linear(Formula.YES, 0, 2);
        Table rows = Formula.answered(Formula.rows(300, 1, 4), model, 4);
        assertThat(PermutedRows.outOfFold(List.of(new PermutedRows.Part(model, rows)), 1000, 1))
                .isEmpty();
    }

    @Test
    void importanceNeedsTargets() {
        Table rows = Formula.rows(10, 2, 1);
        Explainer explainer = Explainer.of(Formula.linear(Formula.YES, 0, 1, 1), rows);
        assertThatThrownBy(explainer::importance)
                .isInstanceOf(DataException.class)
                .hasMessageContaining("\"y\"");
    }

    @Test
    void groupsHaveDifferentColumnsOfTheModel() {
        Explainer explainer = Explainer.of(Formula.linear(Formula.YES, 0, 1, 1), Formula.rows(10, 2, 1));
        assertThatThrownBy(() -> explainer.groups(List.of(ColumnGroup.of("x0", "x7"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("x7");
        assertThatThrownBy(() -> explainer.groups(List.of(ColumnGroup.of("x0", "x1"), ColumnGroup.of("x1"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("\"x1\" is named twice");
        assertThatThrownBy(() -> explainer.groups(List.of(new ColumnGroup("x1", List.of("x0")))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("both named \"x1\"");
        assertThat(explainer
                        .groups(List.of(new ColumnGroup("x1", List.of("x1"))))
                        .groups())
                .hasSize(2);
        assertThatThrownBy(() -> explainer.counterfactuals(0, new Wanted.OfClass("yes"), Set.of("x9")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("x9");
    }
}
