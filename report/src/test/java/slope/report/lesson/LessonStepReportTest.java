package slope.report.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.report.json.ReportSchemas;

class LessonStepReportTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theSchemaIsThatOfTheReport(int lesson) throws Exception {
        ReportSchemas.check(LessonStepReport.of(Lesson.of(LessonSettings.usual(lesson)), 3));
    }

    @Test
    void anIterationLeadsFromItsWeightsToThoseOfTheNext() {
        Lesson lesson = Lesson.of(LessonSettings.usual(2));
        LessonStepReport first = LessonStepReport.of(lesson, 7);
        LessonStepReport second = LessonStepReport.of(lesson, 8);
        assertThat(second.before().get("Wh")).isEqualTo(first.step().get("Wh"));
        assertThat(second.result().lossBefore()).isEqualTo(first.result().lossAfter());
    }

    @Test
    void updatesAreTheNegativeDifferencesOfTheLoss() {
        LessonStepReport step = LessonStepReport.of(Lesson.of(LessonSettings.usual(2)), 500);
        for (String name : new String[] {"Wh_update", "Wo_update"}) {
            for (int row = 0; row < step.step().get(name).size(); row++) {
                for (int column = 0; column < step.step().get(name).get(row).size(); column++) {
                    assertThat(step.result().differences().get(name).get(row).get(column))
                            .isCloseTo(step.step().get(name).get(row).get(column), within(1e-9));
                }
            }
        }
        assertThat(step.result().largestRelativeError()).isLessThan(1e-6);
    }
}
