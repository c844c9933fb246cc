package slope.report.lesson;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.layer.Activation;
import slope.report.json.ReportSchemas;

class LessonReportTest {
    @ParameterizedTest
    @CsvSource({"1, 0, SIGMOID, SCALED", "1, 2, RELU, CENTRED", "2, 0, RELU, SCALED", "2, 2, SIGMOID, CENTRED"})
    void theSchemaIsThatOfEveryLesson(int number, int steps, String activation, LessonStart start) throws Exception {
        Activation chosen = activation.equals("RELU") ? Activation.RELU : Activation.SIGMOID;
        Lesson lesson = Lesson.of(new LessonSettings(number, 4294967295L, 20, 3, chosen, start));

        ReportSchemas.check(LessonReport.of(LessonRun.of(lesson, done -> done % 10 == 0, steps), steps > 0));
    }
}
