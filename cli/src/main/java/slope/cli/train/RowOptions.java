package slope.cli.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Option;
import slope.cli.text.NameConverter;
import slope.conformal.ClassSetKind;
import slope.conformal.CoverageChoice;
import slope.fit.RowSelection;
import slope.fit.RowSelection.Refit;
import slope.run.ClassWeightsText;
import slope.run.TrainingRequest;

/// The options for training, validation and test rows and their weights.
public final class RowOptions {
    @Option(
            names = "--validation",
            paramLabel = "SHARE",
            description = "The share of validation rows, which choose the best epoch (default: 0.2).")
    private Optional<Double> validationShare = Optional.empty();

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
            names = "--validation-column",
            paramLabel = "COLUMN",
            description = "Validation column: rows in which it is true, or 1, are the validation rows.")
    private Optional<String> validationColumn = Optional.empty();

    @Option(
            names = "--weight",
            paramLabel = "COLUMN",
            description = "Weight column: how many rows each one counts for, in training and in scores.")
    private Optional<String> weight = Optional.empty();

    @Option(
            names = "--class-weights",
            paramLabel = "balanced|FILE|JSON",
            description = "Class weights in training and in what is predicted: 'balanced' makes classes equal,"
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
                            + " Validation scores are those of the first network. The mean of several folds is often"
                            + " better than this one network.")
    private Optional<Boolean> refit = Optional.empty();

    @Option(
            names = "--coverage",
            paramLabel = "SHARE",
            description =
                    "Intervals of numbers or sets of classes that hold the actual value of this share of rows, such as"
                        + " 0.9. They are made of 15 %% of the rows, which are set aside, and are kept in the model.")
    private Optional<Double> coverage = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description = "With --coverage: reach it in each category of this column by itself.")
    private Optional<String> coverageBy = Optional.empty();

    @Option(
            names = "--sets",
            paramLabel = "KIND",
            converter = SetsConverter.class,
            completionCandidates = SetsConverter.class,
            description = "With --coverage, where classes are predicted: lac makes the smallest sets, aps sets that are"
                    + " larger where a row is harder to tell (default: lac).")
    private Optional<ClassSetKind> sets = Optional.empty();

    /// The request with the chosen rows and weights.
    ///
    /// @throws IllegalArgumentException if choices do not go together
    /// @throws slope.table.DataException if the file of class weights cannot be used
    TrainingRequest on(TrainingRequest request) {
        RowSelection rows = request.estimator().rows();
        rows = with(rows, validationShare, RowSelection::validationShare);
        rows = with(rows, classWeights.map(ClassWeightsText::read), RowSelection::classWeights);
        rows = with(rows, testShare, RowSelection::testShare);
        rows = with(rows, group, RowSelection::group);
        rows = with(rows, time, RowSelection::time);
        rows = with(rows, validationColumn, RowSelection::validationColumn);
        rows = with(rows, weight, RowSelection::weight);
        rows = with(rows, folds, RowSelection::folds);
        rows = with(rows, refit.map(asked -> asked ? Refit.ALL_ROWS : Refit.NONE), RowSelection::refit);
        rows = with(rows, coverage(rows), RowSelection::coverage);
        return request.estimator(request.estimator().rows(rows));
    }

    /// A column or a kind of sets alone refines the coverage of a request.
    private Optional<CoverageChoice> coverage(RowSelection before) {
        Optional<CoverageChoice> chosen = coverage.map(share ->
                        before.coverage().map(choice -> choice.share(share)).orElseGet(() -> CoverageChoice.of(share)))
                .or(before::coverage);
        if (chosen.isEmpty() && (coverageBy.isPresent() || sets.isPresent())) {
            throw new IllegalArgumentException(
                    "%s needs a --coverage, such as 0.9".formatted(coverageBy.isPresent() ? "--by" : "--sets"));
        }
        return chosen.map(choice -> coverageBy.map(choice::by).orElse(choice))
                .map(choice -> sets.map(choice::sets).orElse(choice));
    }

    /// From a name to a kind of sets.
    static final class SetsConverter extends NameConverter<ClassSetKind> {
        SetsConverter() {
            super(List.of(ClassSetKind.values()), ClassSetKind::title);
        }
    }

    /// The folds, for a command that has another use for them: [#on] leaves them out then.
    Optional<Integer> takeFolds() {
        Optional<Integer> taken = folds;
        folds = Optional.empty();
        return taken;
    }

    private static <T> RowSelection with(
            RowSelection rows, Optional<T> value, BiFunction<RowSelection, T, RowSelection> change) {
        return value.map(given -> change.apply(rows, given)).orElse(rows);
    }

    /// The file that class weights are read from, if there is one.
    Optional<Path> classWeightsFile() {
        return classWeights.flatMap(ClassWeightsText::file);
    }
}
