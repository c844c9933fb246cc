package slope.report.model;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.target.Predictions;

/// Counts rows whose prediction is NaN or infinite. Files have an empty cell for such a prediction,
/// which is easily missed.
public final class NonFinite {
    private long rows;
    private long count;
    private OptionalLong first = OptionalLong.empty(); // from 1

    /// None yet.
    public NonFinite() {}

    /// Counts those of further rows.
    public void add(Predictions predictions) {
        for (int row = 0; row < predictions.rows(); row++) {
            if (!predictions.isFinite(row)) {
                count++;
                first = first.isPresent() ? first : OptionalLong.of(rows + row + 1);
            }
        }
        rows += predictions.rows();
    }

    /// Those so far, if there are any.
    public Optional<Rows> found() {
        return first.isPresent() ? Optional.of(new Rows(count, first.getAsLong())) : Optional.empty();
    }

    /// Rows whose prediction is NaN or infinite.
    ///
    /// @param count how many they are
    /// @param first the first of them, from 1
    public record Rows(long count, long first) {
        /// Their number and the first of them.
        ///
        /// @param rows the number of all rows
        public String sentence(long rows) {
            return String.format(
                    Locale.ROOT,
                    "%,d of %,d predictions %s not finite (NaN or infinite), the first in row %,d",
                    count,
                    rows,
                    count == 1 ? "is" : "are",
                    first);
        }
    }

    /// Prints their number and the first of them in one line; nothing if there are none.
    public void tell(PrintWriter err) {
        found().ifPresent(found -> {
            err.println("slope: " + found.sentence(rows));
            err.flush();
        });
    }

    /// The number of a model's parameters that are NaN or infinite.
    public static long parameters(Model model) {
        return model.members().stream()
                .map(FittedNetwork::network)
                .mapToLong(network -> count(network.parameters()))
                .sum();
    }

    /// Prints a warning if some of a model's parameters are not finite.
    ///
    /// @param name the name of the model in messages
    public static void tellOfParameters(String name, Model model, PrintWriter err) {
        long count = parameters(model);
        if (count > 0) {
            String where = model.members().stream()
                    .flatMap(member -> first(member.network().parameters()).stream())
                    .findFirst()
                    .map(ParameterLayout.Block::name)
                    .orElseThrow();
            err.printf(
                    Locale.ROOT,
                    "slope: %,d of the parameters in %s %s not finite (NaN or infinite), the first in %s: do not"
                            + " trust what it predicts%n",
                    count,
                    name,
                    count == 1 ? "is" : "are",
                    where);
            err.flush();
        }
    }

    private static long count(Parameters parameters) {
        long count = 0;
        for (float value : parameters.toArray()) {
            count += Float.isFinite(value) ? 0 : 1;
        }
        return count;
    }

    private static Optional<ParameterLayout.Block> first(Parameters parameters) {
        float[] values = parameters.toArray();
        int index = 0;
        while (index < values.length && Float.isFinite(values[index])) {
            index++;
        }
        int found = index;
        return parameters.layout().blocks().stream()
                .filter(block -> block.offset() <= found && found < block.offset() + block.length())
                .findFirst();
    }
}
