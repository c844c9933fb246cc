package slope.report.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.report.json.ReportSchemas;
import slope.report.lesson.LessonNudgeReport.WeightPlace;

class LessonNudgeReportTest {
    private static final double SMALL = 1e-5;

    private static Lesson lesson(int number) {
        return Lesson.of(LessonSettings.usual(number));
    }

    @Test
    void theSchemaIsThatOfTheReport() throws Exception {
        ReportSchemas.check(LessonNudgeReport.of(lesson(2), 3, new WeightPlace("Wh", 1, 2), 0.01));
    }

    @ParameterizedTest
    @CsvSource({"1, Wo, 1, 1", "2, Wo, 4, 1", "2, Wh, 3, 2"})
    void aSmallNudgeMovesTheLossAsTheGradientSays(int number, String matrix, int input, int unit) {
        LessonNudgeReport nudge = LessonNudgeReport.of(lesson(number), 50, new WeightPlace(matrix, input, unit), SMALL);
        assertThat(nudge.loss().rise()).isCloseTo(nudge.loss().gradient(), within(1e-5));
        assertThat(nudge.weight().after() - nudge.weight().before()).isCloseTo(SMALL, within(1e-15));
        assertThat(nudge.outputs().after())
                .hasSize(4)
                .isNotEqualTo(nudge.outputs().before());
    }

    @Test
    void theLossBeforeIsThatOfTheIteration() {
        LessonStepReport step = LessonStepReport.of(lesson(2), 50);
        LessonNudgeReport nudge = LessonNudgeReport.of(lesson(2), 50, new WeightPlace("Wo", 1, 1), -0.5);
        assertThat(nudge.loss().before()).isEqualTo(step.result().lossBefore());
        assertThat(nudge.outputs().before()).isEqualTo(step.step().get("l2"));
        assertThat(nudge.weight().before())
                .isEqualTo(step.before().get("Wo").get(0).get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "Wx, 1, 1, 0.1, has Wh and Wo",
        "Wo, 5, 1, 0.1, inputs 1 to 4",
        "Wh, 1, 0, 0.1, units 1 to 4",
        "Wo, 1, 1, 0, not 0"
    })
    void whatCannotBeNudgedIsSaid(String matrix, int input, int unit, double by, String words) {
        assertThatThrownBy(() -> LessonNudgeReport.of(lesson(2), 1, new WeightPlace(matrix, input, unit), by))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }
}
