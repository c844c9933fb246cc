package slope.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import slope.golden.GoldenFile;
import slope.model.Importance;
import slope.model.Model;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.table.Table;

/// Importance and partial dependence are those of scikit-learn.
class ExplainedByScikitLearnTest {
    /// Of a network in float.
    private static final double ROUNDING = 1e-6;

    private static final Explainer EXPLAINER = Explainer.of(model(), table());

    /// scikit-learn permuted 2,000 times, which leaves hardly any chance in its mean: the mean of ten is as near to it
    /// as ten draws are.
    @Test
    void importanceIsTheMeanOfPermutations() {
        Importance importance = EXPLAINER.importance();

        assertThat(importance.metric()).isEqualTo("log-loss");
        assertThat(importance.rows()).isEqualTo(80);
        for (double[] line : lines("importance")) {
            Importance.OfColumn column = importance.columns().get((int) line[0]);
            assertThat(column.mean()).as(column.column()).isCloseTo(line[1], within(3 * line[2] / Math.sqrt(10)));
            // t of nine degrees · s · √(1 + 1/10); s of ten draws is within half and one and a half of the true one
            assertThat(column.margin() / (1.8331 * Math.sqrt(1.1)))
                    .as(column.column())
                    .isBetween(0.5 * line[2], 1.5 * line[2]);
        }
    }

    @Test
    void partialDependenceIsTheMeanOfAllRows() {
        for (int column = 0; column < 3; column++) {
            int own = column;
            Dependence dependence = EXPLAINER.dependence("x" + column);
            assertThat(dependence.points().areAll()).isTrue();
            assertThat(dependence.points().values())
                    .extracting(Dependence.Point::number)
                    .containsExactlyElementsOf(ofColumn("dependence", own, 1));
            assertThat(dependence.points().values().stream()
                            .mapToDouble(point -> point.means().get(1))
                            .toArray())
                    .containsExactly(
                            ofColumn("dependence", own, 2).stream()
                                    .mapToDouble(mean -> mean)
                                    .toArray(),
                            within(ROUNDING));
        }
    }

    @Test
    void curvesAreThoseOfSingleRows() {
        int compared = 0;
        for (double[] line : lines("curve")) {
            for (Dependence.Curve curve :
                    EXPLAINER.dependence("x" + (int) line[0]).curves()) {
                if (curve.row() == (int) line[1]) {
                    compared++;
                    assertThat(curve.predictions().stream()
                                    .mapToDouble(point -> point.get(1))
                                    .toArray())
                            .containsExactly(Arrays.copyOfRange(line, 2, line.length), within(ROUNDING));
                }
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aPairDependsOnBothOfItsColumns() {
        PairDependence pair = EXPLAINER.dependence("x0", "x1");
        List<Double> found = new ArrayList<>();
        pair.cells().forEach(line -> line.forEach(cell -> found.add(cell.means().get(1))));

        assertThat(found.stream().mapToDouble(mean -> mean).toArray())
                .containsExactly(
                        lines("pair").stream().mapToDouble(line -> line[2]).toArray(), within(ROUNDING));
        assertThat(pair.cells().stream()
                        .flatMap(List::stream)
                        .mapToInt(PairDependence.Cell::rows)
                        .sum())
                .isEqualTo(80);
    }

    private static List<Double> ofColumn(String kind, int column, int index) {
        return lines(kind).stream()
                .filter(line -> line[0] == column)
                .map(line -> line[index])
                .toList();
    }

    private static Model model() {
        double[] parameters = Stream.of("inner", "offset", "outer", "bias")
                .flatMapToDouble(kind -> Arrays.stream(lines(kind).getFirst()))
                .toArray();
        float[] floats = new float[parameters.length];
        IntStream.range(0, floats.length).forEach(index -> floats[index] = (float) parameters[index]);
        return Formula.network(Formula.YES, 3, 4, floats);
    }

    private static Table table() {
        List<double[]> rows = lines("row");
        List<Column> columns = IntStream.range(0, 3)
                .mapToObj(column -> NumberColumn.of(
                        "x" + column,
                        rows.stream().mapToDouble(row -> row[column]).toArray()))
                .collect(Collectors.toList());
        columns.add(CategoryColumn.of(
                "y", rows.stream().map(row -> row[3] == 1 ? "yes" : "no").toArray(String[]::new)));
        return new Table(columns);
    }

    private static List<double[]> lines(String kind) {
        return GoldenFile.lines("explanations.txt").stream()
                .filter(line -> line.getFirst().equals(kind))
                .map(line -> IntStream.range(1, line.size())
                        .mapToDouble(index -> Double.parseDouble(line.get(index)))
                        .toArray())
                .toList();
    }
}
