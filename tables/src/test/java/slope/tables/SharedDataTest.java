package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.internal.table.TargetRows;
import slope.preprocess.TableEncoder;
import slope.recipe.Recipe;
import slope.split.Split;
import slope.split.Stratification;
import slope.table.Column;
import slope.table.Table;
import slope.table.profile.ColumnSelection;
import slope.table.profile.InputColumns;

/// Real tables are read and turned into numbers with nothing said but target, ignored and categorical
/// columns.
class SharedDataTest {

    // Rows, columns and missing cells as the list beside the data sets counts them. Several names are joined by "+".
    @ParameterizedTest
    @CsvSource({
        "iris, target, '', target, 150, 5, 0",
        "wine, target, '', target, 178, 14, 0",
        "breast_cancer, target, '', '', 569, 31, 0",
        "digits, target, '', target, 1797, 65, 0",
        "mnist10k, label, '', label, 10000, 785, 0",
        "adult, income, '', '', 48842, 15, 6465",
        "california, MedHouseVal, '', '', 20640, 9, 0",
        "housing_messy, median_house_value, '', '', 20640, 10, 207",
        "diamonds, price, '', '', 53940, 10, 0",
        "titanic, Survived, PassengerId+Name+Ticket+Cabin, Pclass, 891, 8, 179",
        "bike_hour, cnt, dteday, season+mnth+hr+weekday+weathersit, 17379, 13, 0",
        "ohlsson_claims, antskad, '', zon+mcklass+bonuskl, 64548, 8, 0",
        "churn, Exited, Surname, '', 10000, 11, 0",
        "insteval, y, '', s+d+studage+lectage+dept, 73421, 7, 0",
        "energy_2out, Y1, Y2, '', 768, 9, 0",
        "yeast_multilabel, Class1, '', '', 2417, 117, 0",
        "higgs7k, signal, '', '', 7500, 29, 0"
    })
    void isReadSplitAndEncoded(
            String name, String target, String ignored, String categorical, int rows, int columns, int missing) {
        Path file = SharedFolder.data().resolve(name + ".csv.gz");

        Table table = TableFiles.read(
                file.toString(),
                ReadOptions.none().categorical(names(categorical)).ignored(names(ignored)));

        assertThat(table.rows()).isEqualTo(rows);
        assertThat(table.columns()).hasSize(columns);
        assertThat(table.columns().stream().mapToInt(Column::missingCount).sum())
                .isEqualTo(missing);
        assertInputsAreFinite(table, target);
    }

    private static void assertInputsAreFinite(Table table, String target) {
        Column column = table.column(target);
        Split split = Split.stratified(TargetRows.of(List.of(column)), column, Stratification.SAME_VALUE, 0.2, 0);
        Table training = table.select(split.training());
        InputColumns inputs = InputColumns.choose(training, Set.of(target), Set.of(), ColumnSelection.defaults());
        TableEncoder encoding = Recipe.tuned().encoder(inputs.of(training));
        Table validation = table.select(split.validation());

        float[] encoded = encoding.encode(validation);

        assertThat(encoded).hasSize(validation.rows() * encoding.width());
        boolean finite = true;
        for (float input : encoded) {
            finite &= Float.isFinite(input);
        }
        assertThat(finite).isTrue();
    }

    private static Set<String> names(String joined) {
        return joined.isEmpty() ? Set.of() : Set.of(joined.split("\\+"));
    }
}
