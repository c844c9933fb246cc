package slope.run;

import java.time.Duration;
import slope.fit.PreparedNetwork;
import slope.fit.TimeFrame;
import slope.internal.text.ShortTime;
import slope.tables.TableFiles;
import slope.tables.TableSource;

/// The message for a time limit that ends before an epoch was measured: the estimated time of an
/// epoch, by the size of the table and the speed of an ordinary machine.
final class FirstGuess {
    /// Bytes of a text file that are read, trained on once and scored in a second, at most.
    private static final double BYTES_A_SECOND = 3e6;

    /// Multiply-adds of a second.
    private static final double VECTOR_PRODUCTS = 15e9;

    private static final double SCALAR_PRODUCTS = 1.5e9;

    /// Forward and backward; forward alone.
    private static final int LEARNING = 3;

    private FirstGuess() {}

    /// While tables are read: nothing is measured yet, and the training takes as long at least.
    static String ofTable(TableSource table, TimeWatch watch) {
        double seconds = watch.stopwatch().passed().toMillis() * 1e-3;
        return sentence(
                watch,
                "before %s is read".formatted(table.name()),
                "at least " + text(Math.max(2 * seconds, TableFiles.bytes(table) / BYTES_A_SECOND)));
    }

    /// Before the first epoch has ended.
    static String ofTraining(PreparedTraining prepared, TimeFrame frame, TimeWatch watch) {
        PreparedNetwork first = prepared.plan().first();
        double rows = (double) LEARNING * first.split().training().length
                + first.split().validation().length
                + frame.rowsAfter();
        double products = rows
                * first.architecture().members()
                * first.architecture().parameterLayout().length();
        double seconds = products / (first.engine().choice().isScalar() ? SCALAR_PRODUCTS : VECTOR_PRODUCTS);
        Duration sofar = watch.stopwatch().passed().plus(frame.after());
        return sentence(watch, "before the first epoch ends", "about " + text(seconds + sofar.toMillis() * 1e-3));
    }

    private static String sentence(TimeWatch watch, String when, String needed) {
        return "the time limit of %s is over %s: reading, one epoch and scoring may take %s"
                .formatted(ShortTime.text(watch.limit().orElseThrow()), when, needed);
    }

    private static String text(double seconds) {
        return ShortTime.text(Duration.ofSeconds(Math.round(Math.ceil(seconds))));
    }
}
