package slope.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.model.RowChoice.Refit;
import slope.training.EveryState;
import slope.training.Supervision;
import slope.training.TrainingListener;

/// From each state that the training of a model comes to, it goes on to the same model.
class ModelStateTest {
    private static final ModelTrainer PLAIN = ModelTrainer.forTarget("size")
            .recipe(Recipe.plain().hidden(List.of(5)).epochs(3).batchSize(16));

    static Stream<ModelTrainer> trainers() {
        return Stream.of(
                PLAIN,
                PLAIN.rows(RowChoice.usual().folds(3)),
                PLAIN.rows(RowChoice.usual().refit(Refit.ALL_ROWS)),
                PLAIN.timeLimit(Duration.ofHours(1)).rows(RowChoice.usual().folds(2)),
                ModelTrainer.forTarget("volume")
                        .recipe(Recipe.tuned().hidden(List.of(4)).epochs(3)),
                ModelTrainer.forTarget("volume")
                        .recipe(Recipe.tuned()
                                .hidden(List.of(4))
                                .epochs(15)
                                .batchSize(20)
                                .with(Setting.SNAPSHOTS, 4))
                        .rows(RowChoice.usual().folds(2)),
                ModelTrainer.forTarget("volume")
                        .recipe(Recipe.ensemble()
                                .with(Setting.MEMBERS, 2)
                                .hidden(List.of(4))
                                .epochs(3)));
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void everyStateLeadsToTheSameModel(ModelTrainer trainer) {
        PreparedTraining prepared = trainer.prepare(Boxes.of(60));
        Supervision<ModelState> silent = Supervision.by(TrainingListener.silent());
        EveryState<ModelState> states = new EveryState<>();
        TrainedModel undisturbed = prepared.train(silent.keptBy(states));

        assertThat(states.states().getLast().finished()).hasSize(prepared.networks());
        for (ModelState state : states.states()) {
            assertSame(undisturbed, prepared.train(silent.from(state)));
        }
    }

    @Test
    void theModelSoFarIsOfTheEpochsThatHaveEnded() {
        PreparedTraining prepared = PLAIN.rows(RowChoice.usual().folds(2)).prepare(Boxes.of(60));
        EveryState<ModelState> states = new EveryState<>();
        TrainedModel whole = prepared.train(
                Supervision.<ModelState>by(TrainingListener.silent()).keptBy(states));

        assertThat(prepared.modelSoFar(states.states().getFirst())).isEmpty();
        ModelState inSecond = states.states().stream()
                .filter(state -> state.finished().size() == 1)
                .findFirst()
                .orElseThrow();
        TrainedModel firstAlone = prepared.modelSoFar(inSecond).orElseThrow();
        assertThat(firstAlone.model().members()).hasSize(1);
        assertThat(firstAlone.validationRows())
                .isEqualTo(prepared.members().getFirst().validation().rows());
        assertThat(parameters(firstAlone.model().members().getFirst()))
                .isEqualTo(parameters(whole.model().members().getFirst()));
        ModelState last = states.states().get(states.states().size() - 2); // after the last epoch of the second
        assertThat(prepared.modelSoFar(last).orElseThrow().model().members()).hasSize(2);
    }

    private static void assertSame(TrainedModel expected, TrainedModel actual) {
        assertThat(actual.model().members()).hasSameSizeAs(expected.model().members());
        for (int index = 0; index < expected.model().members().size(); index++) {
            assertThat(parameters(actual.model().members().get(index)))
                    .isEqualTo(parameters(expected.model().members().get(index)));
        }
        for (int index = 0; index < expected.results().size(); index++) {
            assertThat(actual.results().get(index).bestEpoch())
                    .isEqualTo(expected.results().get(index).bestEpoch());
            assertThat(actual.results().get(index).history())
                    .usingRecursiveComparison()
                    .ignoringFields("seconds")
                    .isEqualTo(expected.results().get(index).history());
        }
    }

    private static float[] parameters(Member member) {
        return member.network().parameters().toArray();
    }
}
