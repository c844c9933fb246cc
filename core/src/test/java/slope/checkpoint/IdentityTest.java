package slope.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import slope.fit.ClassWeights;
import slope.fit.Estimator;
import slope.fit.FitState;
import slope.metric.Metric;
import slope.recipe.Recipe;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;

class IdentityTest {
    private static final Table BOXES = Trainings.boxes(40);

    @Test
    void theSameIsTheSame() {
        assertThat(Trainings.identity().differences(Trainings.identity())).isEmpty();
    }

    static Stream<Arguments> otherSettings() {
        Estimator usual = Trainings.TRAINER;
        Recipe recipe = Recipe.plain().hidden(List.of(4)).epochs(3).batchSize(16);
        return Stream.of(
                Arguments.of(usual.recipe(recipe.epochs(5)), "epochs was 3 and is 5 now"),
                Arguments.of(usual.recipe(recipe.hidden(List.of(4, 4))), "hidden was 4 and is 4,4 now"),
                Arguments.of(usual.seed(1), "seed was 0 and is 1 now"),
                Arguments.of(usual.metric(Metric.ACCURACY), "metric was log-loss and is accuracy now"),
                Arguments.of(usual.validationShare(0.5), "validation was 0.2 and is 0.5 now"),
                Arguments.of(usual.timeLimit(Duration.ofMinutes(5)), "time-limit was none and is 300s now"),
                Arguments.of(
                        usual.rows(
                                usual.rows().classWeights(new ClassWeights.Given(Map.of("small", 2.0, "large", 1.0)))),
                        "class-weights was equal and is {large=1.0, small=2.0} now"));
    }

    @ParameterizedTest
    @MethodSource("otherSettings")
    void otherSettingsAreNamedWithBothValues(Estimator trainer, String difference) {
        assertThat(Trainings.identity().differences(Trainings.identity(trainer, BOXES)))
                .contains(difference);
    }

    @Test
    void anotherValueInTheTableIsTold() {
        Column width = BOXES.column("width");
        double[] values = new double[width.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = ((NumberColumn) width).value(row);
        }
        values[0] += 1e-9;
        Table other = Table.of(NumberColumn.of("width", values), BOXES.column("size"));

        assertThat(Trainings.identity().differences(Trainings.identity(Trainings.TRAINER, other)))
                .containsExactly("the table has other values");
    }

    @Test
    void anotherNumberOfRowsIsTold() {
        assertThat(Trainings.identity().differences(Trainings.identity(Trainings.TRAINER, Trainings.boxes(41))))
                .containsExactly("rows was 40 and is 41 now");
    }

    @Test
    void nothingIsReadForAnotherTraining(@TempDir Path path) {
        FitState state = Trainings.states().getFirst();
        try (CheckpointFolder folder = CheckpointFolder.open(path)) {
            folder.write(Trainings.identity(), state, false);
        }
        try (CheckpointFolder folder = CheckpointFolder.open(path)) {
            Checkpoint checkpoint = folder.newest().orElseThrow();
            Identity other = Trainings.identity(Trainings.TRAINER.seed(1), BOXES);

            assertThatThrownBy(() -> checkpoint.state(Trainings.prepared(), other))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("cannot resume: seed was 0 and is 1 now");
        }
    }
}
