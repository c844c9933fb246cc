package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.Slope;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.preprocess.TableEncoder;
import slope.recipe.Recipe;
import slope.table.CategoryColumn;
import slope.table.NumberColumn;
import slope.table.Spelling;
import slope.table.Table;
import slope.target.TargetChoice;
import slope.target.TargetKind;

/// Another spelling of a level is the level, and any other text is unknown, in Slope and in ONNX Runtime.
class ServedSpellingTest {
    private static final int ROWS = 240;

    /// Each level in its spellings, the first of which training does not have.
    private static final List<List<String>> LEVELS = List.of(
            List.of("1.00", "1", "1.0"),
            List.of("2.0", "2"),
            List.of("01.0", "01"),
            List.of("TRUE", "True", "true"),
            List.of("false", "False"),
            List.of("cafe\u0301", "caf\u00e9"),
            List.of(" a", "a"),
            List.of("A", "\u1ea1\u0307", "\u1ea1\u0307"));

    /// Of these the spelling that training did not have is another text.
    private static final List<String> OTHERS = List.of("01.0", "A", " a", "1.", "+1", "1.00000", "tRUE", "", "never");

    static Stream<Recipe> recipes() {
        return Stream.of(Recipe.plain(), Recipe.tuned(), Recipe.ensemble())
                .map(recipe -> recipe.hidden(List.of(8)).epochs(2));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void spellingsAreTheSameInBoth(Recipe recipe) throws Exception {
        Model model = trained(recipe, Spelling.SPACES_COUNT);
        double unknown = value(model, "unknown");
        for (List<String> spellings : LEVELS) {
            for (String spelling : spellings) {
                double expected = OTHERS.contains(spelling) ? unknown : value(model, spellings.getLast());
                assertThat(value(model, spelling)).as(spelling).isEqualTo(expected);
            }
        }
        OTHERS.forEach(text -> assertThat(value(model, text)).as(text).isEqualTo(unknown));
        assertAgreement(model);
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void spacesAreIgnoredInBoth(Recipe recipe) throws Exception {
        Model model = trained(recipe, Spelling.SPACES_IGNORED);
        assertThat(value(model, " a")).isEqualTo(value(model, "a"));
        assertThat(value(model, " 1.0 ")).isEqualTo(value(model, "1"));
        assertAgreement(model);
    }

    private static Model trained(Recipe recipe, Spelling spelling) {
        CategoryColumn.Builder words = new CategoryColumn.Builder("x").spelling(spelling);
        double[] values = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            int level = row % LEVELS.size();
            List<String> spellings = LEVELS.get(level);
            words.add(spellings.get(1 + row / LEVELS.size() % (spellings.size() - 1)));
            values[row] = level + row * 1e-3;
        }
        return Slope.predict(TargetChoice.of("y").kind(TargetKind.REGRESSION))
                .recipe(recipe)
                .fit(Table.of(words.build(), NumberColumn.of("y", values)))
                .model();
    }

    private static double value(Model model, String text) {
        return model.predict(Map.of("x", text)).value();
    }

    private static void assertAgreement(Model model) throws Exception {
        List<Map<String, @Nullable Object>> rows = Stream.concat(LEVELS.stream().flatMap(List::stream), OTHERS.stream())
                .<Map<String, @Nullable Object>>map(text -> Map.of("x", text))
                .toList();
        Agreement.assertAgreement(model, rows);
        assertThat(encodings(ModelFile.of(new ModelFile(model, Provenance.unknown()).toByteArray())
                        .model()))
                .isEqualTo(encodings(model));
    }

    private static List<TableEncoder> encodings(Model model) {
        return model.members().stream().map(FittedNetwork::encoding).toList();
    }
}
