package slope.training.diagnostics;

import java.util.ArrayList;
import java.util.List;
import slope.layer.Activation;
import slope.layer.Layer;
import slope.layer.ParametricActivation;

/// How a unit of a layer does, measured on a number of rows.
///
/// A unit is *dead* if its output is the same for every row: its largest and smallest output differ
/// by at most a millionth of the larger of 1 and their magnitude. It is *saturated* if it is not
/// dead and, for at least 95 % of the rows, is within 1 % of a flat end of its activation (both
/// ends of sigmoid and tanh, the lower one of ELU and SELU): its derivative there is nearly 0, so
/// it hardly learns.
public enum UnitState {
    WORKING,
    DEAD,
    SATURATED;

    private static final double SAME = 1e-6;
    private static final double MOST_ROWS = 0.95;
    private static final double NEAR = 0.01;

    /// The states of a layer's units.
    ///
    /// @param outputs rows × units
    public static List<UnitState> of(Layer layer, float[] outputs, int rows, int units) {
        // A parametric activation contains the identity, which has no flat end.
        Ends ends = layer instanceof ParametricActivation ? Ends.NONE : Ends.of(layer.activation());
        List<UnitState> states = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            if (isDead(outputs, unit, rows, units)) {
                states.add(DEAD);
            } else {
                states.add(isSaturated(outputs, unit, rows, units, ends) ? SATURATED : WORKING);
            }
        }
        return List.copyOf(states);
    }

    private static boolean isDead(float[] outputs, int unit, int rows, int units) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < rows; row++) {
            smallest = Math.min(smallest, outputs[row * units + unit]);
            largest = Math.max(largest, outputs[row * units + unit]);
        }
        return largest - smallest <= SAME * Math.max(1, Math.max(Math.abs(smallest), Math.abs(largest)));
    }

    private static boolean isSaturated(float[] outputs, int unit, int rows, int units, Ends ends) {
        double near = NEAR * (ends.high - ends.low);
        int flat = 0;
        for (int row = 0; row < rows; row++) {
            double output = outputs[row * units + unit];
            flat += output <= ends.low + near || (ends.isHighFlat && output >= ends.high - near) ? 1 : 0;
        }
        return flat >= MOST_ROWS * rows;
    }

    /// The flat ends of an activation.
    ///
    /// @param low its lower end, NaN if it is nowhere flat but where units are dead
    /// @param high its upper end, or 0 where it has none
    private record Ends(double low, double high, boolean isHighFlat) {
        static final Ends NONE = new Ends(Double.NaN, 0, false);

        /// λα of SELU, see [Activation.Selu].
        private static final double SELU_END = 1.7580993408473766;

        static Ends of(Activation activation) {
            return switch (activation) {
                case Activation.Sigmoid ignored -> new Ends(0, 1, true);
                case Activation.Tanh ignored -> new Ends(-1, 1, true);
                case Activation.Elu(double alpha) -> new Ends(-alpha, 0, false);
                case Activation.Selu ignored -> new Ends(-SELU_END, 0, false);
                case Activation.Relu ignored -> NONE;
                case Activation.LeakyRelu ignored -> NONE;
                case Activation.Gelu ignored -> NONE;
                case Activation.GeluTanh ignored -> NONE;
                case Activation.Silu ignored -> NONE;
                case Activation.Mish ignored -> NONE;
                case Activation.Identity ignored -> NONE;
                case Activation.Softmax ignored -> NONE;
            };
        }
    }
}
