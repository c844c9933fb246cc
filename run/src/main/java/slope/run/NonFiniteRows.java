package slope.run;

import java.util.Locale;
import java.util.Optional;
import slope.target.Predictions;

/// Rows whose prediction is not finite. Files have an empty cell for such a prediction, which is
/// easily missed.
///
/// @param count the number of such rows
/// @param rows the number of all rows
/// @param first the number of the first such row, from 1
public record NonFiniteRows(long count, long rows, Optional<Long> first) {

    /// Those of some predictions.
    public static NonFiniteRows of(Predictions predictions) {
        Count count = new Count();
        count.add(predictions);
        return count.rows();
    }

    /// A sentence about them, if there are any.
    public Optional<String> warning() {
        return first.isEmpty()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%,d of %,d predictions %s not finite (NaN or infinite), the first in row %,d",
                        count,
                        rows,
                        count == 1 ? "is" : "are",
                        first.get()));
    }

    /// A count of pieces that come one after the other.
    static final class Count {
        private long rows;
        private long count;
        private Optional<Long> first = Optional.empty();

        void add(Predictions predictions) {
            for (int row = 0; row < predictions.rows(); row++) {
                if (!predictions.isFinite(row)) {
                    count++;
                    first = first.isPresent() ? first : Optional.of(rows + row + 1);
                }
            }
            rows += predictions.rows();
        }

        NonFiniteRows rows() {
            return new NonFiniteRows(count, rows, first);
        }
    }
}
