package slope.report.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

    @Test
    void twinsStayTwinsForEver() {
        LessonSettings usual = LessonSettings.usual(2);
        LessonSettings twins = new LessonSettings(2, 1, usual.iterations(), 4, usual.activation(), LessonStart.TWINS);
        LessonStepReport step = LessonStepReport.of(Lesson.of(twins), 2_000);
        assertThat(step.before().get("Wh"))
                .allSatisfy(row -> assertThat(row.get(0)).isEqualTo(row.get(1)));
        assertThat(step.before().get("Wo").get(0))
                .isEqualTo(step.before().get("Wo").get(1));
        assertThat(step.before().get("Wo").get(2))
                .isNotEqualTo(step.before().get("Wo").get(1));
        assertThatThrownBy(() -> new LessonSettings(1, 1, 10, 4, usual.activation(), LessonStart.TWINS))
                .hasMessageContaining("choose lesson 2");
        assertThatThrownBy(() -> new LessonSettings(2, 1, 10, 1, usual.activation(), LessonStart.TWINS))
                .hasMessageContaining("at least 2");
    }
}
