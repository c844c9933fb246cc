package slope.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import slope.layer.Architecture;
import slope.layer.CategoryEmbedding;
import slope.layer.FeatureEmbedding;
import slope.layer.FeatureEmbeddings;
import slope.linear.LinearPart;
import slope.linear.OutputDecoder;
import slope.network.Network;
import slope.preprocess.CodeEncoder;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.TableEncoder;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.JavaValue;
import slope.table.Table;
import slope.target.Exposure;
import slope.target.Target;

/// One network of a model with its encoder and its target, all fitted to the same rows.
///
/// @param encoding from raw columns to inputs
/// @param target from outputs to predictions
/// @param network from inputs to outputs
/// @param linear what is added to its outputs, or to the numbers they stand for; empty if nothing is
public record FittedNetwork(TableEncoder encoding, Target target, Network network, Optional<LinearPart> linear) {
    /// So many inputs are encoded at once, about: of a long table the rest would pass through the memory for each
    /// column.
    private static final int INPUTS = 1 << 21;

    private static final Table ONE_ROW = Table.of(JavaValue.column("", 0));

    /// One without a linear part.
    public FittedNetwork(TableEncoder encoding, Target target, Network network) {
        this(encoding, target, network, Optional.empty());
    }

    public FittedNetwork {
        if (encoding.width() != network.architecture().inputs()) {
            throw new IllegalArgumentException("the encoding needs a network with %s inputs, but it has %s"
                    .formatted(encoding.width(), network.architecture().inputs()));
        }
        requireCodes(encoding, network.architecture());
        int outputs = network.architecture().outputs();
        if (outputs != target.minimumOutputs() && outputs != target.width()) {
            throw new IllegalArgumentException("the target needs a network with %s outputs, but it has %s"
                    .formatted(target.minimumOutputs(), outputs));
        }
    }

    FittedNetwork with(Target other) {
        return new FittedNetwork(encoding, other, network, linear);
    }

    /// A category embedding looks up codes; another input has no row in it.
    private static void requireCodes(TableEncoder encoding, Architecture architecture) {
        if (!(architecture.layers().getFirst() instanceof FeatureEmbeddings(List<FeatureEmbedding> parts))) {
            return;
        }
        List<ColumnEncoder> encoders = encoding.columns().stream()
                .flatMap(column -> Collections.nCopies(column.width(), column).stream())
                .toList();
        int input = 0;
        for (FeatureEmbedding part : parts) {
            if (part instanceof CategoryEmbedding(int levels, int dimension)
                    && !(encoders.get(input) instanceof CodeEncoder code && code.count() <= levels)) {
                throw new IllegalArgumentException(
                        "input %s (from 0) needs codes of %s categories for its embedding, but the encoding gives \"%s\""
                                .formatted(input, levels, encoding.inputNames().get(input)));
            }
            input += part.inputs();
        }
    }

    /// The network's decoded outputs, row by row; see [Target].
    public double[] decoded(Table rows) {
        int each = Math.max(1, INPUTS / Math.max(1, encoding.width()));
        if (rows.rows() <= each) {
            return decodedAtOnce(rows);
        }
        double[] decoded = new double[0];
        for (int first = 0; first < rows.rows(); first += each) {
            int count = Math.min(each, rows.rows() - first);
            double[] part = decodedAtOnce(
                    rows.select(IntStream.range(first, first + count).toArray()));
            int width = part.length / count;
            decoded = first == 0 ? new double[rows.rows() * width] : decoded;
            System.arraycopy(part, 0, decoded, first * width, part.length);
        }
        return decoded;
    }

    private double[] decodedAtOnce(Table rows) {
        return OutputDecoder.of(target, network.architecture().members(), linear, rows)
                .decode(network.predict(encoding.encode(rows)));
    }

    /// The network's decoded outputs for one row, given as values by column; see [JavaValue].
    double[] decoded(Function<String, @Nullable Object> values) {
        Function<ColumnEncoder, Column> cells =
                encoder -> JavaValue.column(encoder.column(), values.apply(encoder.column()), encoder.reads());
        float[] inputs = encoding.encode(cells, 1);
        Table row = target.exposure()
                .map(Exposure::column)
                .map(column -> Table.of(JavaValue.column(column, values.apply(column), Optional.of(ColumnKind.NUMBER))))
                .orElse(ONE_ROW);
        return OutputDecoder.ofRow(target, network.architecture().members(), linear, cells, row)
                .decode(network.predict(inputs));
    }
}
