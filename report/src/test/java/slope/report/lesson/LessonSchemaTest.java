package slope.report.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.layer.Activation;
import slope.layer.Initializer;
import slope.report.json.JsonText;

/// The schema in the documentation describes what programs get.
class LessonSchemaTest {
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("../docs/reference/lesson-report.schema.json")));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, SIGMOID, UNIFORM_SCALED",
        "1, 2, RELU, UNIFORM_CENTRED",
        "2, 0, RELU, UNIFORM_SCALED",
        "2, 2, SIGMOID, UNIFORM_CENTRED"
    })
    void everyLessonFitsIt(int number, int steps, String activation, Initializer start) {
        Activation chosen = activation.equals("RELU") ? Activation.RELU : Activation.SIGMOID;
        Lesson lesson = Lesson.of(new LessonSettings(number, 4294967295L, 20, 3, chosen, start));

        String json = JsonText.of(LessonJson.of(LessonRun.of(lesson, done -> done % 10 == 0, steps), steps > 0));

        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(json.replaceAll("\\s", "")).startsWith("{\"report\":\"lesson\",\"version\":1,");
    }

    @Test
    void anotherFormDoesNot() {
        Map<String, Object> object =
                LessonJson.of(LessonRun.of(Lesson.of(LessonSettings.usual(1).iterations(2)), done -> false, 0), false);
        object.put("version", 2);

        assertThat(SCHEMA.validate(JsonText.of(object), InputFormat.JSON)).hasSize(1);
    }
}
