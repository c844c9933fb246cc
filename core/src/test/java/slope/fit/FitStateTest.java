package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.Slope;
import slope.fit.RowSelection.Refit;
import slope.model.FittedNetwork;
import slope.recipe.LinearPartChoice;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.training.EveryState;
import slope.training.TrainingCallbacks;
import slope.training.TrainingListener;

/// From each state that the training of a model comes to, it goes on to the same model.
class FitStateTest {
    private static final Estimator PLAIN = Slope.predict("size")
            .recipe(Recipe.plain().hidden(List.of(5)).epochs(3).batchSize(16));

    static Stream<Estimator> trainers() {
        return Stream.of(
                PLAIN,
                PLAIN.rows(RowSelection.defaults().folds(3)),
                PLAIN.rows(RowSelection.defaults().refit(Refit.ALL_ROWS)),
                PLAIN.timeLimit(Duration.ofHours(1))
                        .rows(RowSelection.defaults().folds(2)),
                Slope.predict("volume").recipe(Recipe.tuned().hidden(List.of(4)).epochs(3)),
                Slope.predict("volume")
                        .recipe(Recipe.tuned()
                                .hidden(List.of(4))
                                .epochs(15)
                                .batchSize(20)
                                .with(Setting.SNAPSHOTS, 4))
                        .rows(RowSelection.defaults().folds(2)),
                PLAIN.recipe(PLAIN.recipe().with(Setting.LINEAR_PART, LinearPartChoice.ALWAYS))
                        .rows(RowSelection.defaults().folds(2)),
                PLAIN.recipe(PLAIN.recipe().with(Setting.LINEAR_PART, LinearPartChoice.AUTO)),
                PLAIN.recipe(PLAIN.recipe().with(Setting.LINEAR_PART, LinearPartChoice.AUTO))
                        .rows(RowSelection.defaults().folds(2)),
                PLAIN.recipe(PLAIN.recipe().with(Setting.LINEAR_PART, LinearPartChoice.AUTO))
                        .rows(RowSelection.defaults().refit(Refit.ALL_ROWS)),
                Slope.predict("volume")
                        .recipe(Recipe.ensemble()
                                .with(Setting.MEMBERS, 2)
                                .hidden(List.of(4))
                                .epochs(3)));
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void everyStateLeadsToTheSameModel(Estimator trainer) {
        FitPlan prepared = trainer.plan(Boxes.of(60));
        TrainingCallbacks<FitState> silent = TrainingCallbacks.by(TrainingListener.silent());
        EveryState<FitState> states = new EveryState<>();
        Fit undisturbed = prepared.train(silent.checkpointer(states));

        assertThat(states.states().getLast().finished()).hasSize(prepared.networks());
        for (FitState state : states.states()) {
            assertSame(undisturbed, prepared.train(silent.from(state)));
        }
    }

    /// Some of the states that are gone on from are those of a trial, and the model so far is then the first network.
    @Test
    void aTrialOfALinearPartIsGoneOnWith() {
        FitPlan prepared = PLAIN.recipe(PLAIN.recipe().with(Setting.LINEAR_PART, LinearPartChoice.AUTO))
                .plan(Boxes.of(60));
        EveryState<FitState> states = new EveryState<>();
        Fit fit = prepared.train(
                TrainingCallbacks.<FitState>by(TrainingListener.silent()).checkpointer(states));

        assertThat(fit.linearTrial()).isPresent();
        assertThat(states.states())
                .filteredOn(FitState::isOnTrial)
                .isNotEmpty()
                .allSatisfy(state -> assertThat(
                                Fit.soFar(prepared, state).orElseThrow().model().members())
                        .hasSize(1)
                        .allMatch(member -> member.linear().isEmpty()));
    }

    @Test
    void theModelSoFarIsOfTheEpochsThatHaveEnded() {
        FitPlan prepared = PLAIN.rows(RowSelection.defaults().folds(2)).plan(Boxes.of(60));
        EveryState<FitState> states = new EveryState<>();
        Fit whole = prepared.train(
                TrainingCallbacks.<FitState>by(TrainingListener.silent()).checkpointer(states));

        assertThat(Fit.soFar(prepared, states.states().getFirst())).isEmpty();
        FitState inSecond = states.states().stream()
                .filter(state -> state.finished().size() == 1)
                .findFirst()
                .orElseThrow();
        Fit firstAlone = Fit.soFar(prepared, inSecond).orElseThrow();
        assertThat(firstAlone.model().members()).hasSize(1);
        assertThat(firstAlone.outOfFold().rows())
                .isEqualTo(prepared.members().getFirst().validation().rows());
        assertThat(parameters(firstAlone.model().members().getFirst()))
                .isEqualTo(parameters(whole.model().members().getFirst()));
        FitState last = states.states().get(states.states().size() - 2); // after the last epoch of the second
        assertThat(Fit.soFar(prepared, last).orElseThrow().model().members()).hasSize(2);
    }

    private static void assertSame(Fit expected, Fit actual) {
        assertThat(actual.linearTrial()).isEqualTo(expected.linearTrial());
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

    private static float[] parameters(FittedNetwork member) {
        return member.network().parameters().toArray();
    }
}
