package slope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.internal.random.SplitRandom;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.table.Table;

class TwinsTest {
    private static final int ROWS = 400;

    /// The same in another unit, on another scale, as words, or upside down with a little noise.
    @Test
    void nearCopiesOfEveryKindAreFound() {
        SplitRandom random = SplitRandom.of(5);
        double[] metres = new double[ROWS];
        double[] logarithms = new double[ROWS];
        double[] depths = new double[ROWS];
        double[] others = new double[ROWS];
        double[] codes = new double[ROWS];
        String[] words = new String[ROWS];
        Boolean[] truths = new Boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            metres[row] = 1 + random.nextDouble();
            logarithms[row] = StrictMath.log(metres[row]);
            depths[row] = -metres[row] + 0.01 * random.nextGaussian();
            others[row] = random.nextDouble();
            codes[row] = (int) (3 * random.nextDouble());
            words[row] = List.of("red", "green", "blue").get((int) codes[row]);
            truths[row] = random.nextDouble() < 0.5;
        }
        Table table = Table.of(
                NumberColumn.of("metres", metres),
                NumberColumn.of("logarithm", logarithms),
                NumberColumn.of("depth", depths),
                NumberColumn.of("other", others),
                NumberColumn.of("code", codes),
                CategoryColumn.of("colour", words),
                BooleanColumn.of("truth", truths));

        assertThat(Twins.among(table, table.names(), 1))
                .extracting(twins -> twins.first() + " " + twins.second())
                .containsExactly("metres logarithm", "metres depth", "logarithm depth", "code colour");
    }

    /// Two rare words of different rows make columns that are nearly constant, not copies.
    @Test
    void nearlyConstantColumnsAreNoTwins() {
        String[] first = new String[ROWS];
        String[] second = new String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            first[row] = row == 3 ? "rare" : "usual";
            second[row] = row == 8 ? "odd" : "even";
        }
        List<Column> columns = List.of(
                CategoryColumn.of("a", first),
                CategoryColumn.of("b", second),
                CategoryColumn.of("c", new String[ROWS]));
        assertThat(Twins.among(new Table(columns), List.of("a", "b", "c"), 1)).isEmpty();
    }

    /// Both missing, or both 0, in the same rows: their other values have nothing in common.
    @Test
    void equalRowsAloneMakeNoTwins() {
        SplitRandom random = SplitRandom.of(7);
        double[][] columns = new double[8][ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < 2; column++) {
                columns[column][row] = row % 4 == 0 ? random.nextGaussian() : Double.NaN;
                columns[2 + column][row] = row % 5 == 0 ? random.nextGaussian() : 0;
                double skewed = random.nextDouble() < 0.95 ? 0 : 1;
                columns[4 + column][row] = row % 4 == 0 ? skewed : Double.NaN;
                columns[6 + column][row] = row % 8 == column ? random.nextDouble() < 0.9 ? 1 : 2 : 0;
            }
        }
        Table table = new Table(IntStream.range(0, 8)
                .<Column>mapToObj(index -> NumberColumn.of("c" + index, columns[index]))
                .toList());
        assertThat(Twins.among(table, table.names(), 1)).isEmpty();
    }

    /// What is equal in most rows and goes along in the others is a near-copy, as are two equal flags.
    @Test
    void nearCopiesWithMissingOrFrequentValuesAreFound() {
        SplitRandom random = SplitRandom.of(8);
        double[][] columns = new double[8][ROWS];
        for (int row = 0; row < ROWS; row++) {
            double number = random.nextGaussian();
            double flag = random.nextDouble() < 0.2 ? 1 : 0;
            for (int column = 0; column < 2; column++) {
                double scale = 1 + column;
                columns[column][row] = row % 4 == 0 ? scale * number : Double.NaN;
                columns[2 + column][row] = row % 5 == 0 ? scale * number : 0;
                columns[4 + column][row] = scale * flag;
                columns[6 + column][row] = row % 3 == 0 ? scale : Double.NaN;
            }
        }
        Table table = new Table(IntStream.range(0, 8)
                .<Column>mapToObj(index -> NumberColumn.of("c" + index, columns[index]))
                .toList());
        assertThat(Twins.among(table, table.names(), 1))
                .extracting(twins -> twins.first() + " " + twins.second())
                .containsExactly("c0 c1", "c2 c3", "c4 c5", "c6 c7");
    }
}
