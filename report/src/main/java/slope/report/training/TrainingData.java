package slope.report.training;

import java.util.List;
import java.util.Optional;
import slope.fit.FitPlan;
import slope.fit.RowSelection;
import slope.model.RaisedExposures;
import slope.model.TrainingRanges;
import slope.model.UnseenValues;
import slope.run.FinishedRun;
import slope.target.TargetNote;

/// The table that a model was trained on.
///
/// @param file as it was named
/// @param rows of the table
/// @param leftOut what of it took no part
/// @param split its training, validation and test rows
/// @param columns its columns
/// @param target what a person should check about the target
public record TrainingData(
        String file, int rows, LeftOutRows leftOut, Split split, TrainingColumns columns, TargetChecks target) {

    /// What a person should check about the target.
    ///
    /// @param note about its values, if there is any
    /// @param raised exposures that count as larger ones in the rows that took part, if there are any
    public record TargetChecks(Optional<TargetNote> note, Optional<RaisedExposures> raised) {}

    static TrainingData of(FinishedRun run) {
        FitPlan plan = run.plan();
        return new TrainingData(
                run.request().table().toString(),
                plan.rows().rowsOfTable(),
                LeftOutRows.of(run),
                Split.of(run),
                TrainingColumns.of(run),
                new TargetChecks(
                        plan.targetNote(),
                        RaisedExposures.in(plan.rows().table(), run.result().model())));
    }

    /// How rows were split.
    public enum Rule {
        /// At random; of classes, each has its share everywhere.
        STRATIFIED,
        /// Groups stay together.
        GROUPS,
        /// The latest rows are validated and tested.
        LATEST,
        /// A column says which are validation rows; test rows are drawn at random.
        COLUMN
    }

    /// Training, validation and test rows; with several networks those of the first.
    ///
    /// @param rule how they were chosen
    /// @param by the column of the groups, of time or of validation
    /// @param training the number of training rows
    /// @param validation the number of validation rows
    /// @param test test rows, if there are any
    /// @param repeats rows that are the same as others
    public record Split(
            Rule rule, Optional<String> by, int training, int validation, Optional<TestRows> test, RowRepeats repeats) {
        static Split of(FinishedRun run) {
            RowSelection rows = run.plan().estimator().rows();
            var first = run.plan().first().split();
            return new Split(
                    rule(rows),
                    rows.group().or(rows::time).or(rows::validationColumn),
                    first.training().length,
                    first.validation().length,
                    run.test()
                            .map(scores -> new TestRows(
                                    run.request()
                                            .test()
                                            .orElseGet(run.request()::table)
                                            .toString(),
                                    run.plan().estimator().rows().testShare(),
                                    scores.rows(),
                                    run.unlabelledTestRows(),
                                    UnseenValues.in(
                                            run.testTable().orElseThrow(),
                                            TrainingRanges.in(
                                                    run.plan().first().training(),
                                                    run.plan().columns().used())),
                                    RaisedExposures.in(
                                            run.testTable().orElseThrow(),
                                            run.result().model()))),
                    RowRepeats.of(run));
        }

        private static Rule rule(RowSelection rows) {
            if (rows.group().isPresent()) {
                return Rule.GROUPS;
            }
            if (rows.time().isPresent()) {
                return Rule.LATEST;
            }
            return rows.validationColumn().isPresent() ? Rule.COLUMN : Rule.STRATIFIED;
        }
    }

    /// Rows that took no part in training.
    ///
    /// @param file their file
    /// @param share of the table's rows that were held out; none if they have a file of their own
    /// @param rows their number
    /// @param leftOut how many more there are without a target
    /// @param unseen columns most of whose values the training rows do not have
    /// @param raised exposures that count as larger ones, where there are any
    public record TestRows(
            String file,
            Optional<Double> share,
            int rows,
            int leftOut,
            List<UnseenValues> unseen,
            Optional<RaisedExposures> raised) {
        public TestRows {
            unseen = List.copyOf(unseen);
        }
    }
}
