package slope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import slope.fit.ClassWeights;
import slope.fit.RowSelection.Refit;
import slope.recipe.Setting;
import slope.table.DataException;
import slope.target.TargetKind;
import slope.training.Divergence;

class EarlyRecordTest {
    private static TrainingRequest request(String... words) {
        return EarlyRecord.request(List.of(words), "old.onnx");
    }

    @Test
    void wordsOfACommandLineAreARequest() {
        TrainingRequest request = request(
                "--target",
                "claims",
                "--task",
                "count",
                "--exposure",
                "years",
                "--recipe",
                "plain",
                "--hidden",
                "8,4",
                "--epochs",
                "5",
                "--learning-rate",
                "1e-3",
                "--missing",
                "n/a,-",
                "--refit",
                "--seed",
                "-3",
                "--time-limit",
                "1h2m3.5s",
                "--class-weights",
                "{\"a\": 2, \"b, c\": 1}",
                "--recover");

        assertThat(request.estimator().target().kind()).contains(TargetKind.COUNT);
        assertThat(request.reading().missing()).containsExactlyInAnyOrder("n/a", "-");
        assertThat(request.estimator().recipe().chosen(Setting.HIDDEN)).contains(List.of(8, 4));
        assertThat(request.estimator().recipe().chosen(Setting.LEARNING_RATE)).contains(1e-3);
        assertThat(request.estimator().rows().refit()).isEqualTo(Refit.ALL_ROWS);
        assertThat(request.estimator().rows().classWeights())
                .isEqualTo(new ClassWeights.Given(Map.of("a", 2.0, "b, c", 1.0)));
        assertThat(request.estimator().seed()).isEqualTo(-3);
        assertThat(request.estimator().timeLimit()).contains(Duration.ofMillis(3_723_500));
        assertThat(request.estimator().divergence()).isEqualTo(Divergence.RECOVERS);
    }

    /// As files had it where an option was typed twice.
    @Test
    void whatStandsThereTwiceIsMeantOnce() {
        TrainingRequest request =
                request("--target", "y", "--missing", "n/a", "-", "--missing", "n/a", "-", "--refit=false");

        assertThat(request.reading().missing()).containsExactlyInAnyOrder("n/a", "-");
        assertThat(request.estimator().rows().refit()).isEqualTo(Refit.NONE);
    }

    @Test
    void aFileOfClassWeightsIsLeftOut() {
        List<String> words = List.of("--target", "y", "--class-weights", "weights.csv");

        assertThat(EarlyRecord.lacksClassWeights(words)).isTrue();
        assertThat(request(words.toArray(String[]::new)).estimator().rows().classWeights())
                .isEqualTo(new ClassWeights.Equal());
        assertThat(EarlyRecord.lacksClassWeights(List.of("--target", "y", "--class-weights", "balanced")))
                .isFalse();
    }

    @Test
    void whatWasNeverWrittenIsRefused() {
        assertThatThrownBy(() -> request("--target", "y", "--predictions", "precious.csv"))
                .isInstanceOf(DataException.class)
                .hasMessage("old.onnx has the option \"predictions\" in its record, which is never written there;"
                        + " it was changed");
        for (String time : List.of("1..2s", "soon")) {
            assertThatThrownBy(() -> request("--target", "y", "--time-limit", time))
                    .isInstanceOf(DataException.class);
        }
        assertThatThrownBy(() -> request("--target", "y", "--class-weights", "{\"a\":}"))
                .isInstanceOf(DataException.class);
        assertThatThrownBy(() -> request("--target", "y", "--epochs", "many"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the record of old.onnx");
    }
}
