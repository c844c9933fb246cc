package slope.cli.predict;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.target.Predictions;

/// Counts rows whose prediction is no finite number: NaN or infinite. A model that predicts such is of no use there,
/// and
/// a file has an empty cell for it, which is easily missed.
public final class NonFinite {
    private long rows;
    private long count;
    private OptionalLong first = OptionalLong.empty(); // from 1

    /// Counts those of some more rows.
    public void add(Predictions predictions) {
        for (int row = 0; row < predictions.rows(); row++) {
            if (!predictions.isFinite(row)) {
                count++;
                first = first.isPresent() ? first : OptionalLong.of(rows + row + 1);
            }
        }
        rows += predictions.rows();
    }

    /// How many rows there are so far whose prediction is no finite number.
    public long count() {
        return count;
    }

    /// Says in one line how many there are, and which is the first; nothing where there is none.
    public void tell(PrintWriter err) {
        if (first.isPresent()) {
            err.printf(
                    Locale.ROOT,
                    "slope: %,d of %,d predictions %s no finite number (NaN or infinite), the first in row %,d%n",
                    count,
                    rows,
                    count == 1 ? "is" : "are",
                    first.getAsLong());
            err.flush();
        }
    }

    /// How many of a model's parameters are NaN or infinite.
    public static long parameters(Model model) {
        return model.members().stream()
                .map(FittedNetwork::network)
                .mapToLong(network -> count(network.parameters()))
                .sum();
    }

    /// Says in one line that some of a model's parameters are no finite numbers; nothing where all are.
    ///
    /// @param name what people call the model
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
                    "slope: %,d of the parameters in %s %s no finite number (NaN or infinite), the first in %s: do not"
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
