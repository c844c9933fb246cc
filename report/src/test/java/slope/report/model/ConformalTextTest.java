package slope.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import slope.conformal.DrawnRows;
import slope.report.model.ConformalFacts.ByColumn;
import slope.report.model.ConformalFacts.ColumnQuantile;
import slope.report.model.ConformalFacts.GroupQuantile;
import slope.report.model.ConformalFacts.Shift;

class ConformalTextTest {
    private static ConformalFacts facts(DrawnRows drawn, List<GroupQuantile> groups, ColumnQuantile... columns) {
        return new ConformalFacts(
                0.95, drawn, List.of(columns), Optional.of(new ByColumn("region", groups)), List.of());
    }

    @Test
    void tooFewRowsAreAWarning() {
        ConformalFacts facts = facts(
                DrawnRows.GROUPS,
                List.of(),
                new ColumnQuantile("price", "absolute residual", Double.POSITIVE_INFINITY, 19, 18));
        assertThat(ConformalText.lines(facts))
                .containsExactly(
                        "every value, because 18 rows are too few for a coverage of 0.95",
                        "made of 18 rows of groups set aside: rows of one group are alike, so the share varies more",
                        "by \"region\": no value has enough rows for a quantile of its own; all other values share the"
                                + " quantile of all rows");
        assertThat(ConformalText.warnings(facts))
                .containsExactly("intervals or sets of price hold every value, because 18 rows are too few for a"
                        + " coverage of 0.95");
    }

    @Test
    void eachColumnIsToldByItsScore() {
        ConformalFacts facts = facts(
                DrawnRows.LATEST,
                List.of(new GroupQuantile("north", 40, List.of(1.0)), new GroupQuantile("south", 1200, List.of(2.0))),
                new ColumnQuantile("a", "absolute residual", 12.346, 95, 99),
                new ColumnQuantile("b", "normalized residual", 1.5, 95, 99),
                new ColumnQuantile("c", "least ambiguous set", 0.75, 95, 99),
                new ColumnQuantile("d", "distance from the outer quantiles", -2, 95, 99),
                new ColumnQuantile("e", "Anscombe residual", 3, 95, 99));
        assertThat(ConformalText.lines(facts))
                .containsExactly(
                        "a: the prediction ± 12.35, for 0.95 of the rows",
                        "b: the prediction ± 1.5 times the usual error of predictions like it, for 0.95 of the rows",
                        "c: the classes with a probability of at least 0.25, for 0.95 of the rows",
                        "d: the outermost quantiles, each moved inwards by 2, for 0.95 of the rows",
                        "e: values with an Anscombe residual of at most 3, for 0.95 of the rows",
                        "made of the latest 99 rows: nothing is guaranteed for later ones",
                        "by \"region\": north (40 rows), south (1,200 rows); all other values share the quantile of all"
                                + " rows");
        assertThat(ConformalText.warnings(facts)).isEmpty();
    }

    @Test
    void ranksAndShiftsAreWritten() {
        for (int rank : List.of(1, 2, 3, 4, 11, 12, 13, 21, 112, 1022)) {
            String expected = switch (rank) {
                case 1 -> "1st";
                case 2 -> "2nd";
                case 3 -> "3rd";
                case 21 -> "21st";
                case 1022 -> "1,022nd";
                default -> rank + "th";
            };
            ConformalFacts facts = new ConformalFacts(
                    0.5,
                    DrawnRows.AT_RANDOM,
                    List.of(new ColumnQuantile("a", "absolute residual", 1, rank, 2000)),
                    Optional.empty(),
                    List.of(new Shift(0.1, -2.5), new Shift(0.999, Double.POSITIVE_INFINITY)));
            assertThat(ConformalText.lines(facts))
                    .containsExactly(
                            "the prediction ± 1, for 0.5 of the rows",
                            "made of 2,000 rows set aside, the %s smallest of their scores: guaranteed for rows like them"
                                    .formatted(expected),
                            "quantiles are shifted: 0.1 by -2.5, 0.999 not, for which the rows are too few");
        }
    }
}
