package slope.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTest {
    private static final String COMPOSED = "caf\u00e9";
    private static final String DECOMPOSED = "cafe\u0301";

    @ParameterizedTest
    @CsvSource({
        "1, 1.0, true",
        "1, 1.00, true",
        "0, -0.0, true",
        "-2.5, -2.50, true",
        "100, 100.0, true",
        "1, 01, false",
        "01, 01.0, false",
        "1, 1., false",
        "1, 10, false",
        "10, 1, false",
        "1.5, 15, false",
        "1, -1, false",
        "1.0.0, 1.0, false",
        "True, true, true",
        "FALSE, false, true",
        "Truely, truely, false",
        "a, A, false",
        "' a', a, false"
    })
    void someTextsAreSpellingsOfOneValue(String first, String second, boolean same) {
        assertThat(Level.of(CategoryColumn.of("x", first, second))).hasSize(same ? 1 : 2);
    }

    @Test
    void lettersAreTheSameAsOneCharacterOrTwo() {
        List<Level> levels = Level.of(CategoryColumn.of("x", DECOMPOSED, COMPOSED, DECOMPOSED));
        assertThat(levels).containsExactly(new Level(DECOMPOSED, List.of(COMPOSED)));
    }

    @Test
    void aLevelHasTheNameOfItsMostFrequentSpelling() {
        List<Level> levels = Level.of(CategoryColumn.of("x", "1.0", "1", "1.0", "2", "2.0", null));
        assertThat(levels).extracting(Level::name).containsExactly("1.0", "2");
        assertThat(levels.getFirst().spellings()).containsExactly("1.0", "1", "1.00", "1.000", "1.0000");
    }

    @Test
    void theRowsOfAllSpellingsCount() {
        CategoryColumn column = CategoryColumn.of("x", "1", "1.0", "a", "a", "b");
        assertThat(Level.frequent(column, 2, 9)).extracting(Level::name).containsExactly("1", "a");
        assertThat(Level.frequent(column, 1, 2)).extracting(Level::name).containsExactly("1", "a");
    }

    @Test
    void spacesAroundATextAreIgnoredOnDemand() {
        CategoryColumn.Builder column = new CategoryColumn.Builder("x").spelling(Spelling.SPACES_IGNORED);
        List.of(" a", "a", "b  ", "a").forEach(column::add);
        assertThat(Level.of(column.build())).extracting(Level::name).containsExactly("a", "b  ");
    }

    @Test
    void wordsAreSpelledInOneWay() {
        assertThat(Level.of(CategoryColumn.of("x", "b", "a", "01", "ß"))).isEqualTo(Level.named("01", "a", "b", "ß"));
    }
}
