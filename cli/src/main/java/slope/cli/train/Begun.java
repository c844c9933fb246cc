package slope.cli.train;

import java.time.Duration;
import java.util.Optional;
import slope.fit.FitPlan;
import slope.fit.TimeFrame;
import slope.split.Split;
import slope.table.Table;

/// What a command has at hand when everything is read and decided, and the first step may come.
///
/// @param input what is trained on, for the record
/// @param test rows of a file of their own to score after training, if there is one
/// @param prepared all that is decided
/// @param read how long it took to come here
record Begun(TrainingInput input, Optional<Table> test, FitPlan prepared, Duration read) {
    /// The report, and what Java still has to compile for it.
    private static final Duration REPORT = Duration.ofMillis(300);

    /// Of the rows that were learned from so many are scored in any case, more where there is time.
    private static final int TRAINING_ROWS = 20_000;

    /// Numbers are written more slowly than they are read.
    private static final double WRITING = 2;

    /// What a model's record says of the columns takes a part of what reading them took.
    private static final double RECORD = 0.25;

    /// What has to fit in around the training.
    ///
    /// @param saves whether the model is saved
    /// @param predicts whether each row's prediction is written
    TimeFrame frame(Stopwatch stopwatch, boolean saves, boolean predicts) {
        int rows = input.table().rows();
        double readAgain = saves ? RECORD : 0;
        if (predicts) {
            int cells = 4 + prepared.first().architecture().outputs();
            readAgain += WRITING * cells * rows / cells();
        }
        Duration after = REPORT.plusMillis(Math.round(readAgain * read.toMillis()));
        Split split = prepared.first().split();
        long predicted = (long) split.validation().length + Math.min(TRAINING_ROWS, split.training().length);
        predicted += test.map(Table::rows).orElse(prepared.rows().testRows().length);
        predicted += predicts ? rows : 0;
        return new TimeFrame(stopwatch.passed(), after, predicted, stopwatch.nanoTime());
    }

    private double cells() {
        Table table = input.table();
        long ofTest =
                test.map(each -> (long) each.rows() * each.columns().size()).orElse(0L);
        return (double) table.rows() * table.columns().size() + ofTest;
    }
}
