package slope.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.metric.Metric;
import slope.metric.Metrics;
import slope.recipe.Recipe;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.ColumnKind;
import slope.table.NumberColumn;
import slope.table.Schema;
import slope.table.Table;
import slope.training.TrainingListener;

/// What people print is short: an idea in each line, no arrays, no hash codes.
class PrintedTest {
    private static final Table TABLE = Table.of(
            NumberColumn.of(
                    "length",
                    IntStream.range(0, 60).mapToDouble(row -> row * 0.25).toArray()),
            BooleanColumn.of(
                    "wild", IntStream.range(0, 60).mapToObj(row -> row % 3 == 0).toArray(Boolean[]::new)),
            CategoryColumn.of(
                    "kind",
                    IntStream.range(0, 60)
                            .mapToObj(row -> row < 30 ? "short" : "long")
                            .toArray(String[]::new)));

    private static final Fit FIT = Slope.predict("kind")
            .recipe(Recipe.plain().hidden(List.of(4)).epochs(3))
            .plan(TABLE)
            .train(TrainingListener.silent());
    private static final FitResult FITTED = FIT.result();

    @Test
    void tablesPrintTheirFirstRows() {
        assertThat(TABLE).hasToString("""
            60 rows, 3 columns
            length  wild   kind
            0       true   short
            0.25    false  short
            0.5     false  short
            0.75    true   short
            1       false  short
            …\
            """);
        assertThat(Table.of(CategoryColumn.of("x", "a\u001b", "y".repeat(30))))
                .hasToString("2 rows, 1 columns\nx\na\\u001b\n" + "y".repeat(20) + "…");
    }

    @Test
    void columnsAndSchemasSayWhatTheyHold() {
        assertThat(NumberColumn.of("x", 1, Double.NaN, 2.5)).hasToString("x (numbers): 1, , 2.5 … 3 rows, 1 missing");
        assertThat(new Schema(List.of(new Schema.Field("x", ColumnKind.NUMBER))))
                .hasToString("x: " + ColumnKind.NUMBER.words());
    }

    @Test
    void networksPrintTheirLayers() {
        Architecture line = Architecture.inputs(3).dense(4, Activation.RELU).dense(1, Activation.IDENTITY);
        assertThat(line).hasToString("3 inputs → dense relu 4 → dense identity 1");
        assertThat(FITTED.model().members().getFirst().network().toString())
                .matches("2 inputs → dense .* 4 → dense .* 1; 17 parameters");
    }

    @Test
    void scoresPrintOneInALine() {
        assertThat(new Metrics(Map.of(Metric.ACCURACY, 0.5))).hasToString("accuracy 0.5000");
        assertThat(FITTED.scores().toString()).containsPattern("accuracy [0-9.]+ \\(baseline [0-9.]+\\)\n");
    }

    @Test
    void nothingOfATrainingPrintsArraysOrHashCodes() {
        FitPlan plan = FIT.plan();
        for (Object printed : List.of(
                TABLE,
                TABLE.column("wild"),
                plan.settings(),
                FITTED,
                FITTED.model(),
                FITTED.results().getFirst(),
                FIT.health().getFirst(),
                FITTED.model().predict(TABLE),
                FITTED.scores(),
                plan.members().getFirst().split())) {
            String text = printed.toString();
            assertThat(text).doesNotContainPattern("@[0-9a-f]{4}").doesNotContain("[", "null");
            assertThat(text.lines()).hasSizeLessThan(40).allMatch(line -> line.length() < 160);
        }
        assertThat(FITTED.toString())
                .startsWith("predicts kind\nfrom length, wild\nby 2 inputs")
                .contains("\n3 epochs, the best was ");
        assertThat(FIT.health().getFirst().toString()).contains("layer 1 (", "units dead", "gradients ");
        assertThat(plan.settings().toString()).startsWith("recipe plain\n").contains("\nepochs 3");
    }
}
