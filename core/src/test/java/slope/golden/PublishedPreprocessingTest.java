package slope.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.preprocess.TableEncoder;
import slope.recipe.Recipe;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.table.Table;

/// pytabkit's encoding of a table for RealMLP-TD: of the rows that it was fitted to, and of new
/// ones with missing and unseen values.
class PublishedPreprocessingTest {
    private static final PublishedNumbers FILE = PublishedNumbers.of("preprocessing.json");
    private static final int NUMBERS = 4;
    private static final int ONE_HOT = 13;

    private final TableEncoder encoding = Recipe.tuned().encoder(table("table"));

    @ParameterizedTest
    @ValueSource(strings = {"table", "new_rows"})
    void columnsBecomeTheSameInputs(String rows) {
        float[] encoded = encoding.encode(table(rows));
        PublishedNumbers published = FILE.get("encoded_" + rows);

        assertThat(encoding.width()).isEqualTo(NUMBERS + ONE_HOT + 1);
        assertSame(published.get("numbers"), encoded, 0, NUMBERS);
        assertSame(published.get("one_hot"), encoded, NUMBERS, ONE_HOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "new_rows"})
    void levelsOfLargeCategoriesHaveTheSameCodes(String rows) {
        float[] encoded = encoding.encode(table(rows));
        double[][] codes = FILE.get("codes").get(rows).rows();

        for (int row = 0; row < codes.length; row++) {
            assertThat((double) encoded[row * encoding.width() + NUMBERS + ONE_HOT])
                    .as("code of row %d", row)
                    .isEqualTo(codes[row][codes[row].length - 1]);
        }
    }

    /// Of as many rows as are published.
    private void assertSame(PublishedNumbers published, float[] encoded, int from, int count) {
        int width = encoding.width();
        double[] chosen = IntStream.range(0, published.numbers().length)
                .mapToDouble(index -> encoded[index / count * width + from + index % count])
                .toArray();
        Distance.assertWithin(1e-6, published, chosen);
    }

    private static Table table(String rows) {
        List<Column> columns = new ArrayList<>();
        for (Optional<String> name : FILE.get("numbers").words()) {
            columns.add(NumberColumn.of(
                    name.orElseThrow(), FILE.get(rows).get(name.orElseThrow()).numbers()));
        }
        for (Optional<String> name : FILE.get("categories").words()) {
            @Nullable
            String[] words = FILE.get(rows).get(name.orElseThrow()).words().stream()
                    .map(word -> word.orElse(null))
                    .toArray(String[]::new);
            columns.add(CategoryColumn.of(name.orElseThrow(), words));
        }
        return new Table(columns);
    }
}
