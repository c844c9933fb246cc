package slope.linear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.CategoryEmbedding;
import slope.layer.FeatureEmbedding;
import slope.layer.FeatureEmbeddings;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.layer.PassThrough;
import slope.network.Network;
import slope.preprocess.CodeEncoder;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.ColumnEncoders;
import slope.preprocess.Imputation;
import slope.preprocess.InputKind;
import slope.preprocess.OrdinalEncoder;
import slope.preprocess.Scaler;
import slope.preprocess.TableEncoder;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.Numbers;
import slope.target.Quantiles;
import slope.target.Target;
import slope.target.TargetScale;

/// Fits a [LinearPart] to training rows.
///
/// Numbers enter as they are and by their signed logarithm, each standardised. Where the predictor is a
/// logarithm or a logit they enter by the logarithm alone: an outlier's exponential would be beyond measure.
public final class LinearFit {
    /// What a level's weight shrinks by, in rows of it: by n/(n + strength).
    private static final double[] STRENGTHS = {10_000, 1_000, 100, 10, 1, 0.1, 0.01};

    /// Multiply-adds of one product with all rows; of a longer table evenly spaced rows are taken.
    private static final double MOST_WORK = 4e7;

    private static final int FEWEST_ROWS = 1_000;

    private static final ColumnEncoders USUAL = ColumnEncoders.of(OrdinalEncoder::fit);
    private static final ColumnEncoders LOGARITHMS = USUAL.numbers(Imputation.MEDIAN, Scaler.SignedLogarithm::fit);

    private final Target target;
    private final int outputs;
    private final TableEncoder encoder;
    private final LinearInputs inputs;
    private final Responses responses;

    /// @param columns the input columns of the training rows
    /// @param training the same rows with the target columns
    /// @param weights how many rows each of them counts for
    /// @param target fitted to the training rows
    /// @param outputs of the network
    public LinearFit(Table columns, Table training, double[] weights, Target target, int outputs) {
        this.target = target;
        this.outputs = outputs;
        this.encoder = encoder(columns, Link.of(target, outputs));
        int[] some = some(training.rows(), (double) encoder.width() * outputs);
        this.inputs = new LinearInputs(encoder, training.select(some));
        this.responses = Responses.of(
                target,
                outputs,
                training.select(some),
                IntStream.of(some).mapToDouble(row -> weights[row]).toArray());
    }

    private static int[] some(int rows, double workOfRow) {
        int most = (int) Math.min(rows, Math.max(FEWEST_ROWS, MOST_WORK / workOfRow));
        return IntStream.range(0, most)
                .map(index -> (int) ((long) index * rows / most))
                .toArray();
    }

    private static TableEncoder encoder(Table columns, Link link) {
        if (link != Link.IDENTITY) {
            return TableEncoder.fit(columns, LOGARITHMS);
        }
        List<ColumnEncoder> encoders =
                new ArrayList<>(TableEncoder.fit(columns, USUAL).columns());
        Table numbers = new Table(columns.columns().stream()
                .filter(NumberColumn.class::isInstance)
                .toList());
        TableEncoder.fit(numbers, LOGARITHMS).columns().stream()
                .filter(column -> column.inputKind() == InputKind.NUMBER)
                .forEach(encoders::add);
        encoders.sort(Comparator.comparing(ColumnEncoder::inputKind));
        return new TableEncoder(encoders);
    }

    /// The strength whose loss of other rows is least, from the strongest on until it grows again.
    ///
    /// @param validation rows that are not among the training rows, with the target columns
    /// @param weights of these rows
    public double bestStrength(Table validation, double[] weights) {
        LinearInputs unseen = new LinearInputs(encoder, validation);
        Responses wanted = Responses.of(target, outputs, validation, weights);
        double[] predictors = new double[wanted.rows() * wanted.outputs()];
        double[] fitted = zeros();
        double best = STRENGTHS[0];
        double least = Double.POSITIVE_INFINITY;
        for (double strength : STRENGTHS) {
            fitted = new Ridge(inputs, responses, strength).fit(fitted);
            unseen.multiply(fitted, predictors);
            double loss = wanted.loss(predictors);
            if (!(loss < least)) {
                break;
            }
            least = loss;
            best = strength;
        }
        return best;
    }

    /// The linear part with this strength.
    public LinearPart part(double strength) {
        double[] weights = new Ridge(inputs, responses, strength).fit(zeros());
        return new LinearPart(encoder, network(weights), scales(), strength);
    }

    private double[] zeros() {
        return new double[inputs.coefficients() * responses.outputs()];
    }

    private List<TargetScale> scales() {
        return switch (target) {
            case Numbers numbers ->
                numbers.scales().stream().map(TargetScale::unbounded).toList();
            case Quantiles quantiles -> List.of(quantiles.scale().unbounded());
            default -> List.of();
        };
    }

    /// @param weights coefficients × outputs, see [LinearInputs]
    private Network network(double[] weights) {
        int count = responses.outputs();
        List<FeatureEmbedding> embeddings = new ArrayList<>();
        int numbers = 0;
        for (ColumnEncoder column : encoder.columns()) {
            if (column instanceof CodeEncoder code) {
                embeddings.add(new CategoryEmbedding(code.count(), count));
            } else {
                numbers += column.width();
            }
        }
        if (numbers > 0) {
            embeddings.addFirst(new PassThrough(numbers));
        }
        Architecture architecture = Architecture.inputs(encoder.width());
        if (numbers < encoder.width()) {
            architecture = architecture.with(new FeatureEmbeddings(embeddings));
        }
        architecture = architecture.dense(count, Activation.IDENTITY);
        ParameterLayout layout = architecture.parameterLayout();
        int ofNumbers = numbers * count;
        return Network.of(architecture, Parameters.of(layout, values -> write(weights, ofNumbers, layout, values)));
    }

    /// The embeddings have the levels' weights; the dense layer has those of numbers, and passes an embedding's
    /// numbers on to the output of each.
    private void write(double[] weights, int ofNumbers, ParameterLayout layout, float[] values) {
        int count = responses.outputs();
        int from = ofNumbers;
        for (ParameterLayout.Block block : layout.blocks()) {
            switch (block.role()) {
                case CATEGORY_EMBEDDING -> {
                    copy(weights, from, block, block.length(), values);
                    from += block.length();
                }
                case WEIGHTS -> {
                    copy(weights, 0, block, ofNumbers, values);
                    for (int row = ofNumbers / count; row < block.rows(); row++) {
                        values[block.offset() + row * count + (row - ofNumbers / count) % count] = 1;
                    }
                }
                case BIAS -> copy(weights, weights.length - count, block, count, values);
                default -> throw new IllegalStateException("a linear part has no " + block.name());
            }
        }
    }

    private static void copy(double[] weights, int from, ParameterLayout.Block block, int length, float[] values) {
        for (int index = 0; index < length; index++) {
            values[block.offset() + index] = (float) weights[from + index];
        }
    }
}
