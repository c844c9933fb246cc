package slope.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import slope.layer.ParameterLayout;
import slope.loss.Loss;

/// Each gradient beside its central difference: nudge one number up and down, run the network
/// forward, and see how much the loss moves. It knows nothing of backpropagation, so when the two
/// agree, backpropagation is right.
///
/// D(h) = (loss(θ + h) − loss(θ − h)) / 2h is off by a multiple of h², so D(2h) is off by four
/// times as much, and difference = (4·D(h) − D(2h)) / 3 only by a multiple of h⁴ (Richardson's
/// extrapolation; Abramowitz and Stegun 25.3.6 writes it as one formula). Rounding adds an error
/// that grows with 1/h. h = 2⁻¹³ · max(1, |θ|) makes h⁴ as small as a double's own precision, and
/// leaves ten digits to rounding. With D alone no h is good: steep networks bend too much for a
/// large one, and rounding is too coarse for a small one.
///
/// relative error = |gradient − difference| / max(|gradient| + |difference|, floor), with floor =
/// 10⁻⁴ · max(1, |loss|). Below the floor rounding hides the gradient: a loss near 1 is known to
/// about 10⁻¹⁶, so a difference to about 10⁻¹⁶/h ≈ 10⁻¹², and many roundings on the way take two
/// more digits: a gradient of less than 10⁻⁴ could not be told to a relative 10⁻⁶. A relative error
/// of 10⁻⁶ therefore means six digits, or ten decimals of the loss's own size where it is small.
///
/// At a kink, such as ReLU's at 0, there is no derivative, and the two rightly disagree.
///
/// @param parameters one for each block of the network's layout, in its order
/// @param inputs the gradient with respect to the inputs, rows × inputs
public record GradientCheck(List<Comparison> parameters, Comparison inputs) {
    private static final double NUDGE = 0x1p-13;
    private static final double FLOOR = 1e-4;

    public GradientCheck {
        parameters = List.copyOf(parameters);
    }

    /// Gradients and their central differences, all of one shape.
    ///
    /// @param block the parameters they belong to; nothing for inputs
    /// @param gradient by backpropagation
    /// @param difference by nudging
    /// @param relativeError how far apart they are, from 0 to 1
    public record Comparison(
            Optional<ParameterLayout.Block> block, Matrix gradient, Matrix difference, Matrix relativeError) {

        /// The largest relative error of them all.
        public double largestRelativeError() {
            double largest = 0;
            for (double error : relativeError.toArray()) {
                largest = Math.max(largest, error); // NaN stays NaN
            }
            return largest;
        }
    }

    /// Checks every parameter and every input of a network.
    ///
    /// @param inputs rows × the network's inputs
    /// @param targets as [LossFormulas] wants them
    public static GradientCheck of(ReferenceNetwork network, Matrix inputs, Matrix targets, Loss loss) {
        ForwardPass forward = ForwardPass.of(network, inputs);
        BackwardPass backward = BackwardPass.of(network, forward, loss, targets);
        double floor = floor(LossFormulas.value(loss, forward.outputs(), targets));

        double[] differences = differences(
                network.parameters(),
                nudged -> LossFormulas.value(
                        loss,
                        ReferenceNetwork.of(network.architecture(), nudged).predict(inputs),
                        targets));
        List<Comparison> parameters = new ArrayList<>();
        for (ParameterLayout.Block block :
                network.architecture().parameterLayout().blocks()) {
            int place =
                    network.architecture().parameterLayout().of(block.layer()).indexOf(block);
            Matrix gradient = backward.layers().get(block.layer()).gradients().get(place);
            Matrix difference = ReferenceNetwork.block(differences, block);
            parameters.add(compare(Optional.of(block), gradient, difference, floor));
        }

        double[] inputDifferences = differences(
                inputs.toArray(),
                nudged -> LossFormulas.value(
                        loss, network.predict(Matrix.of(inputs.rows(), inputs.columns(), nudged)), targets));
        Matrix inputDifference = Matrix.of(inputs.rows(), inputs.columns(), inputDifferences);
        return new GradientCheck(
                parameters, compare(Optional.empty(), backward.inputGradient(), inputDifference, floor));
    }

    /// The largest relative error over all parameters and inputs.
    public double largestRelativeError() {
        double largest = inputs.largestRelativeError();
        for (Comparison comparison : parameters) {
            largest = Math.max(largest, comparison.largestRelativeError());
        }
        return largest;
    }

    private static double[] differences(double[] values, ToDoubleFunction<double[]> loss) {
        double[] nudged = values.clone();
        double[] differences = new double[values.length];
        for (int index = 0; index < values.length; index++) {
            differences[index] = difference(nudged, index, loss);
        }
        return differences;
    }

    /// The central difference with respect to one of many values.
    ///
    /// @param values which are as before when it returns
    /// @param loss of the values
    public static double difference(double[] values, int index, ToDoubleFunction<double[]> loss) {
        double nudge = NUDGE * Math.max(1, Math.abs(values[index]));
        double near = difference(values, index, nudge, loss);
        double far = difference(values, index, 2 * nudge, loss);
        return (4 * near - far) / 3;
    }

    /// How far a gradient and a difference are apart, from 0 to 1.
    ///
    /// @param value of the loss
    public static double relativeError(double gradient, double difference, double value) {
        return relative(gradient, difference, floor(value));
    }

    private static double floor(double loss) {
        return FLOOR * Math.max(1, Math.abs(loss));
    }

    private static double relative(double gradient, double difference, double floor) {
        return Math.abs(gradient - difference) / Math.max(Math.abs(gradient) + Math.abs(difference), floor);
    }

    /// D(h) for one of the values, which are as before when it returns.
    private static double difference(double[] values, int index, double nudge, ToDoubleFunction<double[]> loss) {
        double value = values[index];
        double above = value + nudge;
        double below = value - nudge;
        values[index] = above;
        double lossAbove = loss.applyAsDouble(values);
        values[index] = below;
        double lossBelow = loss.applyAsDouble(values);
        values[index] = value;
        // above − below instead of 2 · nudge: the distance that rounding really left between the two.
        return (lossAbove - lossBelow) / (above - below);
    }

    private static Comparison compare(
            Optional<ParameterLayout.Block> block, Matrix gradient, Matrix difference, double floor) {
        Matrix relativeError = gradient.combine(difference, (one, other) -> relative(one, other, floor));
        return new Comparison(block, gradient, difference, relativeError);
    }
}
