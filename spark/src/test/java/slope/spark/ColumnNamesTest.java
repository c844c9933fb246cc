package slope.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.recipe.Setting;
import slope.table.DataException;

/// Names of a model's columns are exact, whatever is in them and however Spark finds columns.
class ColumnNamesTest {
    private static SlopeClassifier species() {
        return new SlopeClassifier().setLabelCol("species").setRecipe("plain").set(Setting.EPOCHS, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void anyNameIsRead(int workers) {
        Dataset<Row> odd = LocalSpark.penguins().toDF("the.species `x`", "a.b", "hash", "a", "A", "c0", "*");
        SlopeTransformer model =
                species().setLabelCol("the.species `x`").setNumWorkers(workers).fit(odd);
        Dataset<Row> plain = LocalSpark.penguins();

        assertThat(model.modelFile().model().columns().keySet())
                .containsExactlyInAnyOrder("a.b", "hash", "a", "A", "c0", "*");
        assertThat(model.transform(odd).columns()).startsWith(odd.columns());
        assertThat(model.transform(odd).select("probability").collectAsList())
                .isEqualTo(species()
                        .setNumWorkers(workers)
                        .fit(plain)
                        .transform(plain)
                        .select("probability")
                        .collectAsList());
    }

    /// Columns that a model does not read go on as they are, whatever they are called.
    @Test
    void columnsOfOneNameGoOn() {
        SlopeTransformer model = species().setInputCols("island").fit(LocalSpark.penguins());
        Dataset<Row> indexed = new StringIndexer()
                .setInputCol("island")
                .setOutputCol("index")
                .fit(LocalSpark.penguins())
                .transform(LocalSpark.penguins());
        Dataset<Row> alike = indexed.selectExpr("island", "index", "1 as x", "'two' as x", "index as INDEX", "3L as X");

        Dataset<Row> scored = model.transform(alike);
        assertThat(scored.columns()).startsWith("island", "index", "x", "x", "INDEX", "X", "rawPrediction");
        Row row = scored.head();
        assertThat(row.get(2)).isEqualTo(1);
        assertThat(row.get(3)).isEqualTo("two");
        assertThat(row.get(5)).isEqualTo(3L);
        for (int place : List.of(1, 4)) {
            assertThat(Attribute.fromStructField(scored.schema().fields()[place])
                            .isNominal())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void whatIsThereTwiceIsNotRead(int workers) {
        Dataset<Row> twice = LocalSpark.penguins().selectExpr("species", "island", "sex as a", "body_mass_g as a");
        SlopeClassifier stage = species().setNumWorkers(workers);

        assertThatThrownBy(() -> stage.fit(twice))
                .isInstanceOf(DataException.class)
                .hasMessage("the DataFrame has two columns \"a\"; rename one, or leave it out");
        assertThat(stage.setInputCols("island").fit(twice).transform(twice).columns())
                .startsWith("species", "island", "a", "a");
        assertThatThrownBy(
                        () -> species().setNumWorkers(workers).setRowIdCol("Id").fit(twice))
                .hasMessageStartingWith("the DataFrame has no column \"Id\"; ");
    }
}
