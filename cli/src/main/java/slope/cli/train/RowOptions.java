package slope.cli.train;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import picocli.CommandLine.Option;
import slope.cli.record.ClassWeightsText;
import slope.fit.ClassWeights;
import slope.fit.RowSelection;
import slope.fit.RowSelection.Refit;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;

/// The options for training, validation and test rows and their weights.
final class RowOptions {
    @Option(
            names = "--validation",
            defaultValue = "0.2",
            paramLabel = "SHARE",
            description = "The share of validation rows, which choose the best epoch (default: ${DEFAULT-VALUE}).")
    private double validationShare;

    @Option(
            names = "--test-share",
            paramLabel = "SHARE",
            description = "The share of test rows, which are held out first, by the same rules as validation rows,"
                    + " and scored after training.")
    private Optional<Double> testShare = Optional.empty();

    @Option(
            names = "--group",
            paramLabel = "COLUMN",
            description = "Group column: rows with the same value, such as a customer's, are all training or all"
                    + " validation rows.")
    private Optional<String> group = Optional.empty();

    @Option(
            names = "--time",
            paramLabel = "COLUMN",
            description = "Time column: the rows with the latest dates or numbers are the validation rows.")
    private Optional<String> time = Optional.empty();

    @Option(
            names = "--weight",
            paramLabel = "COLUMN",
            description = "Weight column: how many rows each one counts for, in training and in scores.")
    private Optional<String> weight = Optional.empty();

    @Option(
            names = "--class-weights",
            paramLabel = "balanced|FILE|JSON",
            description = "Class weights in training: 'balanced' makes classes equal,"
                    + " a file has the columns class and weight, JSON reads '{\"yes\": 2, \"no\": 1}'.")
    private Optional<String> classWeights = Optional.empty();

    @Option(
            names = "--folds",
            paramLabel = "K",
            description = "Train K networks, each with another fold as validation rows, and average them"
                    + " (default: in the recipe tuned up to 5 on small tables; otherwise 1).")
    private Optional<Integer> folds = Optional.empty();

    @Option(
            names = "--refit",
            description =
                    "Once the best epoch is known, train a network on all rows for as many epochs and save it alone."
                            + " Validation scores are those of the first network.")
    private boolean refit;

    /// @throws IllegalArgumentException if choices do not go together
    /// @throws DataException if the file of class weights cannot be used
    RowSelection choice() {
        RowSelection rows =
                RowSelection.usual().validationShare(validationShare).classWeights(classWeights());
        rows = with(rows, testShare, RowSelection::testShare);
        rows = with(rows, group, RowSelection::group);
        rows = with(rows, time, RowSelection::time);
        rows = with(rows, weight, RowSelection::weight);
        rows = with(rows, folds, RowSelection::folds);
        return refit ? rows.refit(Refit.ALL_ROWS) : rows;
    }

    private static <T> RowSelection with(
            RowSelection rows, Optional<T> value, BiFunction<RowSelection, T, RowSelection> change) {
        return value.map(given -> change.apply(rows, given)).orElse(rows);
    }

    private ClassWeights classWeights() {
        if (classWeights.isEmpty()) {
            return new ClassWeights.Equal();
        }
        String text = classWeights.get();
        return ClassWeightsText.isComplete(text) ? ClassWeightsText.read(text) : read(text);
    }

    /// The file that class weights are read from, if there is one.
    Optional<Path> classWeightsFile() {
        return classWeights.filter(text -> !ClassWeightsText.isComplete(text)).map(Path::of);
    }

    private static ClassWeights read(String file) {
        Table table = TableFiles.read(file, ReadOptions.none().categorical(Set.of("class")));
        Column classes = table.column("class");
        if (!(table.column("weight") instanceof NumberColumn weights)) {
            throw new DataException(file + ": the column \"weight\" holds no numbers; give each class one above 0");
        }
        Map<String, Double> weightOf = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            if (!(weights.value(row) > 0)) {
                throw new DataException("%s: class \"%s\" has the weight \"%s\"; a weight is above 0"
                        .formatted(file, classes.text(row), weights.text(row)));
            }
            weightOf.put(classes.text(row), weights.value(row));
        }
        return new ClassWeights.Given(weightOf);
    }
}
