package slope.cli.train;

import java.time.Duration;
import java.util.Optional;
import slope.fit.FitPlan;
import slope.fit.TimeFrame;
import slope.split.Split;
import slope.table.Table;

/// A prepared training: everything is read and decided before the first step.
///
/// @param input the training input, for the record
/// @param test rows of a test file, to score after training, if there is one
/// @param prepared the plan
/// @param read the time spent so far
record Begun(TrainingInput input, Optional<Table> test, FitPlan prepared, Duration read) {
    /// The report, and what Java still has to compile for it.
    private static final Duration REPORT = Duration.ofMillis(300);

    /// The minimum number of training rows that are scored; more if there is time.
    private static final int TRAINING_ROWS = 20_000;

    /// Numbers are written more slowly than they are read.
    private static final double WRITING = 2;

    /// The share of the reading time that recording the training ranges takes.
    private static final double RECORD = 0.25;

    /// The work around the training.
    ///
    /// @param saves whether the model is saved
    /// @param predicts whether predictions of all rows are written
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
        return TimeFrame.none().before(stopwatch.passed(), stopwatch.nanoTime()).after(after, predicted);
    }

    private double cells() {
        Table table = input.table();
        long ofTest =
                test.map(each -> (long) each.rows() * each.columns().size()).orElse(0L);
        return (double) table.rows() * table.columns().size() + ofTest;
    }
}
