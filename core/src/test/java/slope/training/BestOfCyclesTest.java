package slope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;
import slope.training.TrainingOptions.Kept;
import slope.training.TrainingResult.Snapshot;

class BestOfCyclesTest {
    /// Waves end after 2, 6, 14 and 30 epochs.
    private static final Trainer TRAINER = Trainer.of(Loss.meanSquaredError(), Optimizer.adam())
            .learningRate(new LearningRate.Coslog4(0.1))
            .batchSize(10)
            .stopping(Stopping.after(30))
            .trainingOptions(TrainingOptions.none().kept(Kept.BEST_OF_EACH_CYCLE));

    private static final int[] ENDS = {2, 6, 14, 30};

    private final Examples training = Problems.noisyProduct(20, 0.5, 1);
    private final Examples validation = Problems.noisyProduct(200, 0, 2);
    private final Network start = Problems.noisyProductStart();

    @Test
    void theBestEpochOfEachWaveIsKept() {
        TrainingResult result = TRAINER.train(start, training, validation);

        assertThat(result.snapshots()).hasSize(4);
        int first = 0;
        for (int end : ENDS) {
            EpochReport best = result.history().subList(first, end).stream()
                    .min(Comparator.comparingDouble(report -> report.losses().score()))
                    .orElseThrow();
            assertThat(result.snapshots()).extracting(Snapshot::epoch).contains(best.epoch());
            first = end;
        }
    }

    @Test
    void theBestOfAllComesFirstAndTheOthersLatestFirst() {
        TrainingResult result = TRAINER.train(start, training, validation);
        List<Integer> others =
                result.snapshots().stream().skip(1).map(Snapshot::epoch).toList();

        assertThat(result.bestEpoch())
                .isEqualTo(result.history().stream()
                        .min(Comparator.comparingDouble(
                                report -> report.losses().score()))
                        .orElseThrow()
                        .epoch());
        assertThat(others).isSortedAccordingTo(Comparator.reverseOrder());
    }

    /// Asked after each wave but the first, which has none before it, and the last, after which all is over.
    @Test
    void aWaveThatIsNotWorthAnotherIsTheLast() {
        List<Integer> asked = new ArrayList<>();
        Stopping asking = TRAINER.stopping().atRest((best, before) -> {
            assertThat(best.toArray()).isNotEqualTo(before.toArray());
            asked.add(asked.size());
            return asked.size() < 2;
        });

        TrainingResult result = TRAINER.stopping(asking).train(start, training, validation);

        assertThat(result.history()).hasSize(14);
        assertThat(result.ending()).contains(Ending.REST);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aTrainingThatIsBrokenOffBeginsAsTheWholeOne() {
        TrainingResult whole = TRAINER.train(start, training, validation);
        TrainingResult part =
                TRAINER.stopping(TRAINER.stopping().breakingOffAfter(6)).train(start, training, validation);

        assertThat(part.history()).hasSize(6);
        assertThat(part.history())
                .usingRecursiveComparison()
                .ignoringFields("seconds")
                .isEqualTo(whole.history().subList(0, 6));
    }

    @Test
    void snapshotsHaveTheParametersOfTheirEpochs() {
        TrainingResult result = TRAINER.train(start, training, validation);

        for (Snapshot snapshot : result.snapshots()) {
            EveryState<TrainingState> states = new EveryState<>();
            TRAINER.train(
                    start,
                    training,
                    validation,
                    outputs -> 0,
                    TrainingCallbacks.<TrainingState>by(TrainingListener.silent())
                            .checkpointer(states));
            float[] afterEpoch = states.states().stream()
                    .filter(state -> state.history().size() == snapshot.epoch())
                    .findFirst()
                    .orElseThrow()
                    .current()
                    .parameters()
                    .toArray();
            assertThat(snapshot.network().parameters().toArray()).isEqualTo(afterEpoch);
        }
    }

    @Test
    void otherwiseOnlyTheBestIsKept() {
        TrainingResult result = TRAINER.trainingOptions(TrainingOptions.none()).train(start, training, validation);

        assertThat(result.snapshots()).hasSize(1);
        assertThat(result.network().parameters().toArray())
                .isEqualTo(TRAINER.train(start, training, validation)
                        .network()
                        .parameters()
                        .toArray());
    }

    @Test
    void wavesAreCountedByTheZerosOfTheRate() {
        LearningRate rate = new LearningRate.Coslog4(0.1);
        double[] ends = {1 / 15.0, 3 / 15.0, 7 / 15.0, 1};
        for (int cycle = 0; cycle < ends.length; cycle++) {
            assertThat(rate.cycle(ends[cycle] - 1e-9)).isEqualTo(cycle);
            assertThat(rate.cycle(cycle == 0 ? 0 : ends[cycle - 1] + 1e-9)).isEqualTo(cycle);
        }
        assertThat(rate.cycles()).isEqualTo(4);
        assertThat(LearningRate.constant(0.1).cycles()).isEqualTo(1);
        LearningRate warmed = new LearningRate.WarmUp(0.5, rate);
        assertThat(warmed.cycles()).isEqualTo(4);
        assertThat(warmed.cycle(0.4)).isZero();
        assertThat(warmed.cycle(0.5 + 0.5 * 3.5 / 15)).isEqualTo(2);
    }
}
