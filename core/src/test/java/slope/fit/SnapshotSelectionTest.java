package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Initializer;
import slope.metric.Metric;
import slope.network.Network;
import slope.preprocess.TableEncoder;
import slope.recipe.Recipe;
import slope.recipe.UntrainedNetwork;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.Numbers;
import slope.target.TargetScale;
import slope.training.TrainingResult;
import slope.training.TrainingResult.Snapshot;

class SnapshotSelectionTest {
    private static final Table TRUE = Table.of(NumberColumn.of("y", 0, 0, 0, 0));
    private static final Architecture SHAPE = Architecture.inputs(1).dense(1, Activation.IDENTITY);

    private final Network best = Network.start(SHAPE, Initializer.HE, 1);
    private final Network other = Network.start(SHAPE, Initializer.HE, 2);
    private final Network third = Network.start(SHAPE, Initializer.HE, 3);
    private final TrainingResult trained = new TrainingResult(
            List.of(new Snapshot(9, best), new Snapshot(7, other), new Snapshot(4, third)),
            List.of(),
            List.of(),
            Optional.empty());
    private final MetricScorer judge = new MetricScorer(
            Metric.RMSE,
            new UntrainedNetwork(
                    new TableEncoder(List.of()),
                    new Numbers(List.of(TargetScale.fit(NumberColumn.of("y", -9, 9), TargetScale.Range.OF_TRAINING))),
                    SHAPE,
                    Optional.empty()),
            TRUE,
            new double[] {1, 1, 1, 1});

    @Test
    void aSnapshotThatErrsTheOtherWayIsKept() {
        assertThat(epochs(4, new double[] {1, 1, 1, 1}, new double[] {-2, -2, -2, -2}, new double[] {5, 5, 5, 5}))
                .containsExactly(9, 7);
    }

    @Test
    void oneThatMakesTheMeanWorseIsNot() {
        assertThat(epochs(4, new double[] {1, 1, 1, 1}, new double[] {2, 2, 2, 2}, new double[] {-1, -1, -1, -1}))
                .containsExactly(9, 4);
    }

    @Test
    void noMoreAreKeptThanWanted() {
        double[] wrong = {1, 1, 1, 1};
        double[] opposite = {-0.9, -0.9, -0.9, -0.9};

        assertThat(epochs(3, wrong, opposite, opposite)).hasSize(2);
        assertThat(epochs(1, wrong, opposite, opposite)).containsExactly(9);
    }

    @Test
    void aTrainingOnALargerTableKeepsWhatIsBetterTogether() {
        FitResult model = Slope.predict("volume")
                .recipe(Recipe.tuned().hidden(List.of(8)).epochs(20))
                .rows(RowSelection.defaults().folds(1))
                .fit(Boxes.of(4_500));
        TrainingResult result = model.results().getFirst();

        assertThat(model.model().members()).hasSameSizeAs(result.snapshots());
        assertThat(model.scores().model().score(Metric.RMSE))
                .isLessThanOrEqualTo(result.best().losses().score() * (1 + 1e-9));
    }

    private List<Integer> epochs(int most, double[] ofBest, double[] ofOther, double[] ofThird) {
        Map<Network, double[]> decoded = Map.of(best, ofBest, other, ofOther, third, ofThird);
        return SnapshotSelection.chosen(trained, most, decoded::get, judge).snapshots().stream()
                .map(Snapshot::epoch)
                .toList();
    }
}
