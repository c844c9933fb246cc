package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import slope.Slope;
import slope.internal.random.SplitRandom;
import slope.model.Model;
import slope.onnx.format.Graph;
import slope.onnx.format.OnnxReader;
import slope.recipe.Recipe;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.TargetChoice;
import slope.target.TargetKind;

/// The served model is the scored model, whatever the numbers are.
class ServedModelTest {
    static Stream<String> tables() {
        return ServedTables.all().keySet().stream();
    }

    static Stream<Recipe> recipes() {
        return Recipe.all().stream().map(recipe -> recipe.hidden(List.of(8)).epochs(2));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void numbersThatNoFloatHoldsAreTheSameInBoth(String name) throws Exception {
        ServedTables.Case given = ServedTables.all().get(name);
        Model model = Slope.predict(given.target())
                .recipe(given.recipe())
                .fit(given.table())
                .model();
        Set<String> inputs = new TreeSet<>(given.table().names());
        given.target().columns().forEach(inputs::remove);
        assertThat(model.columns()).containsOnlyKeys(inputs);
        Agreement.assertAgreement(model, rows(given.table()));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void daysWrittenAsNumbersAreToldApart(Recipe recipe) throws Exception {
        double[] days = IntStream.range(0, 200)
                .mapToDouble(row -> 20_240_101 + row % 20)
                .toArray();
        double[] values = Arrays.stream(days).map(day -> day % 2).toArray();
        Model model = Slope.predict(TargetChoice.of("target").kind(TargetKind.REGRESSION))
                .recipe(recipe)
                .fit(Table.of(NumberColumn.of("day", days), NumberColumn.of("target", values)))
                .model();
        List<Map<String, @Nullable Object>> both = List.of(Map.of("day", 20_240_103), Map.of("day", 20_240_104));
        assertThat(model.predict(both.get(0)).value())
                .isNotEqualTo(model.predict(both.get(1)).value());
        try (RuntimeSession session = new RuntimeSession(new ModelFile(model, Provenance.unknown()).toByteArray())) {
            double[][] served = (double[][]) session.run(both).get("value");
            assertThat(served[0][0]).isNotEqualTo(served[1][0]);
        }
    }

    /// Of other programs' view: names, types and shapes.
    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e8, 1e39, 1e300})
    void whatCallersGiveAndGetFollowsFromKindsAlone(double size) {
        Graph small = graph(1);
        Graph large = graph(size);
        assertThat(large.inputs()).isEqualTo(small.inputs());
        assertThat(large.outputs()).isEqualTo(small.outputs());
    }

    private static Graph graph(double size) {
        double[] x = new double[60];
        Arrays.setAll(x, row -> size * SplitRandom.of(33, row).nextDouble());
        Table table = Table.of(NumberColumn.of("x", x), NumberColumn.of("target", x));
        Model model = Slope.predict(TargetChoice.of("target").kind(TargetKind.REGRESSION))
                .recipe(Recipe.ensemble().hidden(List.of(4)).epochs(1))
                .fit(table)
                .model();
        return OnnxReader.read(new ModelFile(model, Provenance.unknown()).toByteArray())
                .graph();
    }

    private static List<Map<String, @Nullable Object>> rows(Table table) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            Map<String, @Nullable Object> cells = new HashMap<>();
            for (Column column : table.columns()) {
                cells.put(column.name(), column.isMissing(row) ? null : cell(column, row));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static Object cell(Column column, int row) {
        return switch (column) {
            case NumberColumn numbers -> numbers.value(row);
            case BooleanColumn truths -> truths.isTrue(row);
            case CategoryColumn words -> words.text(row);
            case DateColumn dates -> Instant.ofEpochSecond(dates.seconds(row));
        };
    }
}
