package slope.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import slope.tables.ReadOptions;

class ListTextTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("a,b", List.of("a", "b")),
                Arguments.of("\"a,b\",c", List.of("a,b", "c")),
                Arguments.of("a\\,b,c", List.of("a,b", "c")),
                Arguments.of("\\,a,\\N", List.of(",a", "\\N")),
                Arguments.of("a,,b", List.of("a", "", "b")),
                Arguments.of("say \"a\"", List.of("say \"a\"")),
                Arguments.of("", List.of()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void commasSeparate(String text, List<String> values) {
        assertThat(ListText.of(text).values()).isEqualTo(values);
    }

    @Test
    void aTextThatIsAColumnIsOneName() {
        TableNames table = new TableNames(() -> List.of("a", "b", "y, in cm"));
        assertThat(ListText.names(List.of(ListText.of("y, in cm"), ListText.of("a,b")), table))
                .containsExactly("y, in cm", "a", "b");
        assertThat(ListText.names(List.of(ListText.of("a,b,c")), TableNames.unknown()))
                .containsExactly("a", "b", "c");
    }

    @Test
    void textsOfMissingValuesAreOfAllColumnsOrOne() {
        ReadOptions before = ReadOptions.none().missing(Set.of("?"));
        ReadOptions reading = MissingText.on(
                before,
                List.of(
                        MissingText.of("NA,city=NA,city=-,country="),
                        MissingText.of("\"a=b\",\"y, in cm\"=\"1,5\",=,-999")));
        assertThat(reading.missing()).containsExactlyInAnyOrder("NA", "a=b", "=", "-999");
        assertThat(reading.missingIn())
                .isEqualTo(Map.of("city", Set.of("NA", "-"), "country", Set.of(), "y, in cm", Set.of("1,5")));
        assertThat(MissingText.on(before, List.of(MissingText.of("city=x"))).missing())
                .containsExactly("?");
        assertThat(MissingText.on(before, List.of(MissingText.of(""))).missing())
                .isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (String text : List.of("NA", "a,b", "a=b", "\"x\"", "=", "a\\")) {
            ReadOptions reading =
                    MissingText.on(ReadOptions.none(), List.of(MissingText.of(MissingText.written(text))));
            assertThat(reading.missing()).containsExactly(text);
        }
    }
}
