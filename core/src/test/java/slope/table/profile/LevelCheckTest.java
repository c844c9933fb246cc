package slope.table.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.table.CategoryColumn;
import slope.table.Remedy;

class LevelCheckTest {
    @ParameterizedTest
    @CsvSource({
        "'a', ' a', 'has the categories \" a\" and \"a\", which differ by spaces or case alone (ignore spaces around"
                + " categories)'",
        "'Red', 'red', 'has the categories \"Red\" and \"red\", which differ by spaces or case alone'",
        "'1', '1.0', 'has \"1\" and \"1.0\", which are one category'",
        "'True', 'true', 'has \"True\" and \"true\", which are one category'",
        "'a', 'b', ''",
        "'1', '01', ''"
    })
    void textsThatAreWrittenInSeveralWays(String first, String second, String warning) {
        assertThat(LevelCheck.warningAbout(CategoryColumn.of("x", first, second, first))
                        .map(found -> found.text(Remedy::text))
                        .orElse(""))
                .isEqualTo(warning);
    }
}
