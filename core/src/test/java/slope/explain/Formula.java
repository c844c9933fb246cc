package slope.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import slope.internal.random.SplitRandom;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Parameters;
import slope.model.Model;
import slope.network.Network;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.NumberEncoder;
import slope.preprocess.Scaler;
import slope.preprocess.TableEncoder;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.Classes;
import slope.target.Labels;
import slope.target.Numbers;
import slope.target.Target;
import slope.target.TargetScale;

/// Models whose function is known, of numbers x0, x1, … as they are.
final class Formula {
    static final Target YES = new Classes("y", List.of("no", "yes"));

    static final Target LABELS = new Labels(
            List.of(new Classes("first", List.of("no", "yes")), new Classes("second", List.of("no", "yes"))));

    static final Target NUMBER =
            new Numbers(List.of(new TargetScale("y", 0, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)));

    private Formula() {}

    /// bias + Σ weights · x: of the target's output.
    static Model linear(Target target, double bias, double... weights) {
        float[] parameters = new float[weights.length + 1];
        IntStream.range(0, weights.length).forEach(index -> parameters[index] = (float) weights[index]);
        parameters[weights.length] = (float) bias;
        Architecture architecture =
                Architecture.inputs(weights.length).dense(target.minimumOutputs(), Activation.IDENTITY);
        return model(target, architecture, parameters);
    }

    /// A network with a hidden layer of tanh units.
    static Model network(Target target, int inputs, int units, float... parameters) {
        Architecture architecture = Architecture.inputs(inputs)
                .dense(units, Activation.TANH)
                .dense(target.minimumOutputs(), Activation.IDENTITY);
        return model(target, architecture, parameters);
    }

    /// The same with random parameters: columns that depend on each other's values.
    static Model random(Target target, int inputs, long seed) {
        int units = 6;
        SplitRandom random = SplitRandom.of(seed);
        float[] parameters = new float[(inputs + 1) * units + (units + 1) * target.minimumOutputs()];
        for (int index = 0; index < parameters.length; index++) {
            parameters[index] = (float) random.nextGaussian();
        }
        return network(target, inputs, units, parameters);
    }

    private static Model model(Target target, Architecture architecture, float... parameters) {
        List<ColumnEncoder> encoders = new ArrayList<>();
        for (int index = 0; index < architecture.inputs(); index++) {
            encoders.add(new NumberEncoder("x" + index, 0, new Scaler.Unchanged()));
        }
        return new Model(
                new TableEncoder(encoders),
                target,
                Network.of(architecture, Parameters.of(architecture.parameterLayout(), parameters)));
    }

    /// Standard normal numbers.
    static Table rows(int rows, int columns, long seed) {
        SplitRandom random = SplitRandom.of(seed, rows, columns);
        List<Column> all = new ArrayList<>();
        for (int index = 0; index < columns; index++) {
            double[] values = new double[rows];
            for (int row = 0; row < rows; row++) {
                values[row] = random.nextGaussian();
            }
            all.add(NumberColumn.of("x" + index, values));
        }
        return new Table(all);
    }

    /// The rows with a target drawn from what a model says of them.
    static Table answered(Table rows, Model model, long seed) {
        SplitRandom random = SplitRandom.of(seed, 1);
        double[] decoded = model.decoded(rows);
        CategoryColumn.Builder answers = new CategoryColumn.Builder("y");
        for (int row = 0; row < rows.rows(); row++) {
            answers.add(random.nextDouble() < decoded[2 * row + 1] ? "yes" : "no");
        }
        List<Column> columns = new ArrayList<>(rows.columns());
        columns.add(answers.build());
        return new Table(columns);
    }
}
