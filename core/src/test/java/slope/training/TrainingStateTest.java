package slope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.BatchEnsembleAdapter;
import slope.layer.Dropout;
import slope.layer.EnsembleHeads;
import slope.layer.Initializer;
import slope.layer.ParametricActivation;
import slope.loss.Loss;
import slope.network.Network;
import slope.network.RandomCase;
import slope.optimizer.Lbfgs;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;

/// From each state that a training comes to, another training goes on to the same end.
class TrainingStateTest {
    private static final Architecture DENSE =
            Architecture.inputs(3).dense(7, Activation.TANH).dense(2, Activation.IDENTITY);

    private static final Architecture WITH_DROPOUT = Architecture.inputs(3)
            .dense(7, Activation.IDENTITY)
            .with(new ParametricActivation(Activation.MISH))
            .with(new Dropout(0.3))
            .dense(2, Activation.IDENTITY);

    private static final Architecture MEMBERS = Architecture.inputs(3)
            .with(new BatchEnsembleAdapter(List.of(1, 2), BatchEnsembleAdapter.Start.NORMAL))
            .members(3)
            .dense(5, Activation.RELU)
            .with(new EnsembleHeads(2));

    static Stream<Case> cases() {
        Trainer plain = Trainer.of(Loss.meanSquaredError(), Optimizer.adam())
                .batchSize(8)
                .seed(5)
                .stopping(Stopping.after(5));
        Trainer tuned = Trainer.of(Loss.meanSquaredError(), Optimizer.adamW(0.02))
                .learningRate(new LearningRate.Coslog4(0.05))
                .batchSize(8)
                .stopping(Stopping.after(6))
                .trainingOptions(TrainingOptions.realMlp());
        return Stream.of(
                new Case("adam", plain, DENSE),
                new Case(
                        "momentum with patience",
                        Trainer.of(Loss.meanSquaredError(), Optimizer.momentum(0.9))
                                .learningRate(LearningRate.constant(0.3))
                                .batchSize(8)
                                .stopping(Stopping.after(30).withPatience(2)),
                        DENSE),
                new Case(
                        "recoveries",
                        Trainer.of(Loss.meanSquaredError(), Optimizer.momentum(0.9))
                                .batchSize(8)
                                .stopping(Stopping.after(5))
                                .trainingOptions(TrainingOptions.none().averagedEpochs(0.5))
                                .learningRate(LearningRate.constant(20))
                                .divergence(Divergence.RECOVERS),
                        DENSE),
                new Case(
                        "L-BFGS",
                        Trainer.of(Loss.meanSquaredError(), new Lbfgs(3, 0, 0.01))
                                .stopping(Stopping.after(12)),
                        DENSE),
                new Case("dropout, schedules, dropped rows", tuned, WITH_DROPOUT),
                new Case(
                        "the best of each cycle",
                        tuned.trainingOptions(TrainingOptions.realMlp().kept(TrainingOptions.Kept.BEST_OF_EACH_CYCLE)),
                        DENSE),
                new Case(
                        "members and short gradients",
                        tuned.trainingOptions(TrainingOptions.realMlp().maximumGradientNorm(0.1)),
                        MEMBERS),
                new Case(
                        "a time limit far away",
                        plain.stopping(Stopping.after(5).withTimeLimit(Duration.ofHours(1))),
                        DENSE));
    }

    record Case(String title, Trainer trainer, Architecture architecture) {
        Network start() {
            return Network.start(architecture, Initializer.HE, 3);
        }

        TrainingResult train(TrainingCallbacks<TrainingState> supervision) {
            return trainer.train(start(), rows(43, 1), rows(300, 2), new LastOutput(), supervision);
        }

        private Examples rows(int count, long seed) {
            RandomCase drawn = RandomCase.draw(DENSE, Loss.meanSquaredError(), count, seed);
            return Examples.of(drawn.inputs(), 3, drawn.targets(), 2);
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /// Any judgement will do, if it goes up and down.
    private static final class LastOutput implements Scorer {
        @Override
        public double score(float[] outputs) {
            return outputs[outputs.length - 1];
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyStateLeadsToTheSameEnd(Case tested) {
        EveryState<TrainingState> states = new EveryState<>();
        TrainingCallbacks<TrainingState> silent = TrainingCallbacks.by(TrainingListener.silent());
        TrainingResult undisturbed = tested.train(silent.checkpointer(states));

        // One after each batch and epoch, and one between the three blocks of validation rows in each epoch.
        assertThat(states.states().size()).isGreaterThan(25);
        assertThat(undisturbed.recoveries().isEmpty()).isEqualTo(tested.trainer.divergence() == Divergence.ENDS);
        for (TrainingState state : states.states()) {
            TrainingResult takenUp = tested.train(silent.from(state));

            assertThat(snapshots(takenUp))
                    .as(
                            "from epoch %d, batch %d",
                            state.history().size() + 1, state.place().batches())
                    .isEqualTo(snapshots(undisturbed));
            assertThat(withoutSeconds(takenUp)).isEqualTo(withoutSeconds(undisturbed));
            assertThat(takenUp.recoveries()).isEqualTo(undisturbed.recoveries());
        }
    }

    @Test
    void whatTheKeeperThrowsEndsTheTraining() {
        Checkpointer<TrainingState> stopping = new EveryState<>() {
            @Override
            public void save(TrainingState state) {
                throw new IllegalStateException("enough");
            }
        };
        Case tested = cases().findFirst().orElseThrow();

        assertThatThrownBy(() -> tested.train(TrainingCallbacks.<TrainingState>by(TrainingListener.silent())
                        .checkpointer(stopping)))
                .hasMessage("enough");
    }

    /// The numbers of the epochs that were kept, with their parameters.
    private static Map<Integer, List<Float>> snapshots(TrainingResult result) {
        Map<Integer, List<Float>> snapshots = new LinkedHashMap<>();
        for (TrainingResult.Snapshot snapshot : result.snapshots()) {
            List<Float> parameters = new ArrayList<>();
            for (float parameter : snapshot.network().parameters().toArray()) {
                parameters.add(parameter);
            }
            snapshots.put(snapshot.epoch(), parameters);
        }
        return snapshots;
    }

    /// The seconds are those of another day.
    private static List<EpochReport> withoutSeconds(TrainingResult result) {
        return result.history().stream()
                .map(report ->
                        new EpochReport(report.epoch(), report.losses(), report.learningRate(), 0, report.best()))
                .toList();
    }
}
