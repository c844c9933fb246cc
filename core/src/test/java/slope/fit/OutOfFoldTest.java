package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.internal.random.SplitRandom;
import slope.metric.Metric;
import slope.metric.Metrics;
import slope.recipe.Recipe;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.ClassPredictions;
import slope.training.TrainingListener;

/// Labels by the toss of a coin: whatever tells them better than half the time has learned the rows by heart.
class OutOfFoldTest {
    private static final int ROWS = 500;
    private static final Table COINS = coins();
    private static final Fit FIT = Slope.predict("side")
            .recipe(Recipe.plain()
                    .hidden(List.of(64))
                    .learningRate(0.02)
                    .batchSize(16)
                    .epochs(100))
            .metric(Metric.ACCURACY)
            .rows(RowSelection.defaults().folds(5))
            .plan(COINS)
            .train(TrainingListener.silent());
    private static final FitResult TRAINED = FIT.result();

    private static Table coins() {
        SplitRandom random = SplitRandom.of(11);
        List<Column> columns = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d", "e", "f")) {
            columns.add(NumberColumn.of(
                    name,
                    IntStream.range(0, ROWS)
                            .mapToDouble(_ -> random.nextDouble())
                            .toArray()));
        }
        columns.add(CategoryColumn.of(
                "side",
                IntStream.range(0, ROWS)
                        .mapToObj(_ -> random.nextDouble() < 0.5 ? "heads" : "tails")
                        .toArray(String[]::new)));
        return new Table(columns);
    }

    @Test
    void theScoresAreThoseOfRowsThatNoPredictingNetworkLearnedFrom() {
        Metrics learned =
                TRAINED.model().predict(COINS).scores(TRAINED.model().target().actual(COINS));

        assertThat(learned.score(Metric.ACCURACY)).isGreaterThan(0.7);
        assertThat(TRAINED.scores().rows()).isEqualTo(ROWS);
        assertThat(TRAINED.scores().model().score(Metric.ACCURACY)).isCloseTo(0.5, within(0.1));
    }

    @Test
    void eachRowIsPredictedByTheNetworkThatDidNotLearnFromIt() {
        OutOfFold outOfFold = TRAINED.outOfFold();
        ClassPredictions predictions = (ClassPredictions) outOfFold.predictions();

        assertThat(outOfFold.rows()).isEqualTo(ROWS);
        for (int row = 0; row < ROWS; row++) {
            int network = outOfFold.network(row) - 1;
            assertThat(FIT.folds().get(network).split().training()).doesNotContain(row);
            ClassPredictions ofNetwork = (ClassPredictions)
                    outOfFold.completed(FIT.foldModels().get(network)).predict(COINS.select(new int[] {row}));
            assertThat(outOfFold.numberInTable(row)).isEqualTo(row);
            assertThat(predictions.probability(row, 1)).isEqualTo(ofNetwork.probability(0, 1));
        }
    }

    @Test
    void predictionsForTheWholeTableAreOutOfFoldWhereTheyCanBe() {
        OutOfFold outOfFold = TRAINED.outOfFold();
        ClassPredictions all = (ClassPredictions) TRAINED.predictions(COINS);
        ClassPredictions expected = (ClassPredictions) outOfFold.predictions();

        assertThat(IntStream.range(0, ROWS).mapToDouble(row -> all.probability(row, 1)))
                .containsExactlyElementsOf(IntStream.range(0, ROWS)
                        .mapToObj(row -> expected.probability(row, 1))
                        .toList());
    }

    @Test
    void rowsThatEveryNetworkLearnedFromArePredictedByTheModel() {
        Estimator one =
                Slope.predict("side").recipe(Recipe.plain().hidden(List.of(8)).epochs(3));
        Fit fit = one.plan(COINS).train(TrainingListener.silent());
        FitResult trained = fit.result();
        OutOfFold outOfFold = trained.outOfFold();
        ClassPredictions all = (ClassPredictions) trained.predictions(COINS);
        ClassPredictions ofModel = (ClassPredictions) trained.model().predict(COINS);

        assertThat(fit.networks()).containsExactly(1);
        assertThat(outOfFold.rows()).isEqualTo(100);
        for (int row = 0; row < ROWS; row++) {
            assertThat(all.probability(row, 1)).isEqualTo(ofModel.probability(row, 1));
        }
    }

    @Test
    void aNetworkOfAllRowsPredictsNoRowOutOfFold() {
        Estimator refit = Slope.predict("side")
                .recipe(Recipe.plain().hidden(List.of(8)).epochs(3))
                .rows(RowSelection.defaults().refit(RowSelection.Refit.ALL_ROWS));
        Fit fit = refit.plan(COINS).train(TrainingListener.silent());
        OutOfFold outOfFold = fit.outOfFold();

        assertThat(fit.networks()).containsExactly(2);
        assertThat(new TreeSet<>(IntStream.range(0, outOfFold.rows())
                        .mapToObj(outOfFold::network)
                        .toList()))
                .containsExactly(1);
        ClassPredictions apart = (ClassPredictions) outOfFold
                .completed(fit.foldModels().getFirst())
                .predict(COINS.select(new int[] {outOfFold.numberInTable(7)}));
        assertThat(((ClassPredictions) outOfFold.predictions()).probability(7, 0))
                .isEqualTo(apart.probability(0, 0));
    }
}
