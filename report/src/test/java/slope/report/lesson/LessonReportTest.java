package slope.report.lesson;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.layer.Activation;
import slope.layer.Initializer;
import slope.report.json.ReportSchemas;

class LessonReportTest {
    @ParameterizedTest
    @CsvSource({
        "1, 0, SIGMOID, UNIFORM_SCALED",
        "1, 2, RELU, UNIFORM_CENTRED",
        "2, 0, RELU, UNIFORM_SCALED",
        "2, 2, SIGMOID, UNIFORM_CENTRED"
    })
    void theSchemaIsThatOfEveryLesson(int number, int steps, String activation, Initializer start) throws Exception {
        Activation chosen = activation.equals("RELU") ? Activation.RELU : Activation.SIGMOID;
        Lesson lesson = Lesson.of(new LessonSettings(number, 4294967295L, 20, 3, chosen, start));

        ReportSchemas.check(LessonReport.of(LessonRun.of(lesson, done -> done % 10 == 0, steps), steps > 0));
    }
}
