package slope.cli.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import slope.layer.Activation;
import slope.report.lesson.LessonSettings;
import slope.report.lesson.LessonStart;
import slope.run.TracedUpdate;

class TraceWordsTest {
    private static final Path MODEL = Path.of("it's mine.onnx");

    @Test
    void aRowIsTracedForwardAndBack() {
        assertThat(new TraceWords().ofRow(MODEL, "penguins.csv", 3, 2, true))
                .isEqualTo("slope trace 'it'\\''s mine.onnx' penguins.csv --row 3 --target --network 2");
        assertThat(new TraceWords().ofRow(MODEL, "penguins.csv", 3, 2, false)).endsWith(" --row 3 --network 2");
    }

    @Test
    void aLessonIsNamedByWhatIsNotUsual() {
        assertThat(new TraceWords().ofLesson(LessonSettings.usual(1), 3)).isEqualTo("slope lesson 1 --step --at 3");
        assertThat(new TraceWords()
                        .ofLesson(new LessonSettings(2, 7, 200_000, 2, Activation.RELU, LessonStart.TWINS), 150_000))
                .isEqualTo("slope lesson 2 --step --at 150000 --seed 7 --iterations 200000 --hidden 2"
                        + " --activation relu --start twins");
    }

    @Test
    void anUpdateIsNamedByEpochAndStep() {
        TracedUpdate.Place place = new TracedUpdate.Place(OptionalInt.of(1), 3, 17);
        assertThat(new TraceWords().ofUpdate(MODEL, "a b.csv", Optional.of(Path.of("start.onnx")), place))
                .isEqualTo(
                        "slope trace 'it'\\''s mine.onnx' 'a b.csv' --update 3:17 --network 1 --start-from start.onnx");
    }
}
