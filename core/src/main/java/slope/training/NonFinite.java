package slope.training;

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
    /// @param parameter the one that is not finite, if it is among them
    record Finding(String where, double largest, Optional<SpoiledParameter> parameter) {
        private Finding(String where, double largest) {
            this(where, largest, Optional.empty());
        }
    }

    /// The first parameter that is not finite, and its layer; empty if all are finite.
    Optional<Finding> amongParameters(float[] parameters) {
        int first = firstNonFinite(parameters, parameters.length);
        if (first == parameters.length) {
            return Optional.empty();
        }
        ParameterLayout.Block block = architecture.parameterLayout().blocks().stream()
                .filter(each -> first < each.offset() + each.length())
                .findFirst()
                .orElseThrow();
        return Optional.of(new Finding(
                "the parameters of " + name(block.layer()),
                largest(parameters, 0, parameters.length),
                Optional.of(SpoiledParameter.of(block, first - block.offset()))));
    }

    /// The first layer with a non-finite output for finite inputs, in the last forward; or the
    /// loss, if all outputs are finite.
    Finding inForward() {
        double largest = 0;
        for (int layer = 0; layer < architecture.layers().size(); layer++) {
            float[] outputs = pass.layer(layer).outputs();
            int count = pass.rows(layer) * architecture.inputsOf(layer + 1);
            boolean isFinite = firstNonFinite(outputs, count) == count;
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

    /// The index of the first of some numbers that is not finite; their count if all are.
    private static int firstNonFinite(float[] values, int count) {
        int index = 0;
        while (index < count && Float.isFinite(values[index])) {
            index++;
        }
        return index;
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
