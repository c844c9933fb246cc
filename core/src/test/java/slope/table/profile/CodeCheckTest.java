package slope.table.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;

/// Numbers that may be codes of categories: a few whole numbers from 0 or 1 on, in enough rows.
class CodeCheckTest {
    private static boolean mayBeCodes(int rows, IntToDoubleFunction value) {
        double[] values = new double[rows];
        Arrays.setAll(values, value);
        return CodeCheck.mayBeCodes(NumberColumn.of("region", values));
    }

    @ParameterizedTest
    @CsvSource({
        "199, 12, 1, false",
        "200, 12, 1, true",
        "200, 12, 0, true",
        "200, 12, 2, false",
        "200, 12, -1, false",
        "200, 1, 0, false",
        "200, 2, 0, false",
        "200, 3, 0, true",
        "400, 40, 1, true",
        "400, 41, 1, false"
    })
    void codesAreFewWholeNumbersFromZeroOrOne(int rows, int different, int first, boolean expected) {
        assertThat(mayBeCodes(rows, row -> first + row % different)).isEqualTo(expected);
    }

    @Test
    void codesMayHaveGaps() {
        double[] codes = {1, 7, 1e12};
        assertThat(mayBeCodes(300, row -> codes[row % 3])).isTrue();
    }

    @Test
    void oneHalfAmongThemAndTheyMeasureSomething() {
        assertThat(mayBeCodes(300, row -> row == 299 ? 0.5 : row % 12)).isFalse();
        assertThat(mayBeCodes(300, row -> row == 0 ? 1e-300 : row % 12)).isFalse();
    }

    @Test
    void missingCellsAreRowsWithoutACode() {
        assertThat(mayBeCodes(200, row -> row < 3 ? row : Double.NaN)).isTrue();
        assertThat(mayBeCodes(200, row -> row < 2 ? row : Double.NaN)).isFalse();
        assertThat(mayBeCodes(200, _ -> Double.NaN)).isFalse();
    }

    @Test
    void theSmallestMayComeLast() {
        assertThat(mayBeCodes(300, row -> row == 299 ? 1 : 2 + row % 12)).isTrue();
        assertThat(mayBeCodes(300, row -> row == 299 ? -1 : row % 12)).isFalse();
    }

    @Test
    void otherColumnsAndEmptyOnesHaveNoCodes() {
        assertThat(CodeCheck.mayBeCodes(NumberColumn.of("none"))).isFalse();
        assertThat(CodeCheck.mayBeCodes(NumberColumn.of("one", 1))).isFalse();
        String[] words = new String[300];
        Arrays.setAll(words, row -> Integer.toString(row % 12));
        assertThat(CodeCheck.mayBeCodes(CategoryColumn.of("words", words))).isFalse();
        Boolean[] truths = new Boolean[300];
        Arrays.setAll(truths, row -> row % 2 == 0);
        assertThat(CodeCheck.mayBeCodes(BooleanColumn.of("truths", truths))).isFalse();
    }

    @Property(tries = 50, seed = "1")
    void theOrderOfRowsDoesNotMatter(
            @ForAll @Size(min = 200, max = 210) List<@IntRange(min = -1, max = 42) Integer> values, @ForAll int seed) {
        List<Integer> others = new ArrayList<>(values);
        Collections.shuffle(others, new Random(seed));
        assertThat(mayBeCodes(others.size(), others::get)).isEqualTo(mayBeCodes(values.size(), values::get));
    }
}
