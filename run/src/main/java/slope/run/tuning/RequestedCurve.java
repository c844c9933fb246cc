package slope.run.tuning;

import java.util.function.IntConsumer;
import slope.fit.Estimator;
import slope.fit.FitPlan;
import slope.fit.LearningCurve;
import slope.internal.file.Destination;
import slope.run.Run;
import slope.run.TrainingRequest;
import slope.tables.TableFiles;

/// The learning curve of a training: of its table, by its settings.
///
/// @param request what is trained; nothing is written
/// @param repeats how many of five folds are held out in turn
/// @param fits that it takes
/// @param plan of the training of all rows
public record RequestedCurve(TrainingRequest request, int repeats, int fits, FitPlan plan) {

    /// Reads the table and decides every setting.
    ///
    /// @throws slope.table.DataException if the table cannot be used
    public static RequestedCurve of(TrainingRequest request, int repeats) {
        FitPlan plan = Run.plan(request);
        return new RequestedCurve(
                request, repeats, LearningCurve.fits(plan.rows().table().rows(), repeats), plan);
    }

    /// Refuses to write a result over the table.
    ///
    /// @param result the name of a file
    /// @throws slope.table.DataException if it is the file that is read
    public void requireWritable(String result) {
        TableFiles.refuseSame(Destination.named(result).named(), request.table());
    }

    /// Fits and scores.
    ///
    /// @param ended is told after each fit how many there were
    /// @throws slope.table.DataException if the rows are not suitable for training
    /// @throws IllegalArgumentException if rows are split by time, or test rows are held out
    public LearningCurve curve(IntConsumer ended) {
        Estimator estimator = plan.estimator();
        return LearningCurve.of(estimator, plan.rows().table(), repeats, ended);
    }
}
