package slope.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
