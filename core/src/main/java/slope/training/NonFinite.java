package slope.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import slope.layer.Architecture;
import slope.layer.ParameterLayout;
import slope.network.Pass;

/// Finds the first non-finite number of a network, once it is known that there is one.
final class NonFinite {
    private final Architecture architecture;
    private final Pass pass;

    NonFinite(Architecture architecture, Pass pass) {
        this.architecture = architecture;
        this.pass = pass;
    }

    /// The place of the first non-finite number.
    ///
    /// @param where for people, such as `the outputs of layer 3 of 5 (dense selu, 64 wide)`
    /// @param largest the largest magnitude of a finite number before it
    record Finding(String where, double largest) {}

    /// The first layer with a parameter that is not finite; empty if all are finite.
    Optional<Finding> amongParameters(float[] parameters) {
        List<ParameterLayout.Block> blocks = architecture.parameterLayout().blocks();
        double largest = largest(parameters, 0, parameters.length);
        return blocks.stream()
                .filter(block -> !isFinite(parameters, block.offset(), block.length()))
                .findFirst()
                .map(block -> new Finding("the parameters of " + name(block.layer()), largest));
    }

    /// The first layer with a non-finite output for finite inputs, in the last forward; or the
    /// loss, if all outputs are finite.
    Finding inForward() {
        double largest = 0;
        for (int layer = 0; layer < architecture.layers().size(); layer++) {
            float[] outputs = pass.layer(layer).outputs();
            int count = pass.rows(layer) * architecture.inputsOf(layer + 1);
            boolean isFinite = isFinite(outputs, 0, count);
            if (!isFinite && layer > 0) {
                return new Finding("the outputs of " + name(layer), largest);
            }
            largest = Math.max(largest, largest(outputs, 0, count));
            if (!isFinite) {
                return new Finding("the outputs of " + name(layer), largest);
            }
        }
        return new Finding("the loss of finite outputs", largest);
    }

    private static boolean isFinite(float[] values, int offset, int length) {
        for (int index = offset; index < offset + length; index++) {
            if (!Float.isFinite(values[index])) {
                return false;
            }
        }
        return true;
    }

    private static double largest(float[] values, int offset, int length) {
        double largest = 0;
        for (int index = offset; index < offset + length; index++) {
            largest = Float.isFinite(values[index]) ? Math.max(largest, Math.abs(values[index])) : largest;
        }
        return largest;
    }

    private String name(int layer) {
        return String.format(
                Locale.ROOT,
                "layer %s of %s (%s, %s wide)",
                layer + 1,
                architecture.layers().size(),
                architecture.layers().get(layer).title(),
                architecture.inputsOf(layer + 1));
    }
}
