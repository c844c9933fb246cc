package slope.report.trace;

import java.util.Locale;
import java.util.Optional;
import slope.report.trace.RowTrace.NetworkTrace;
import slope.table.DataException;

/// The part of a trace whose numbers are written out: all, or those of a network, a step or a unit.
///
/// @param network its number, from 1
/// @param step from columns to inputs, a layer, or from outputs to the prediction
/// @param unit the number of an output of the step, from 1
public record TracePart(Optional<Integer> network, Optional<Step> step, Optional<Integer> unit) {
    /// Every number.
    public static final TracePart ALL = new TracePart(Optional.empty(), Optional.empty(), Optional.empty());

    /// A step of a row's way through a network.
    public sealed interface Step {
        /// From a row's cells to the network's inputs.
        record Columns() implements Step {}

        /// A layer.
        ///
        /// @param number from 1
        record Layer(int number) implements Step {}

        /// From the network's outputs to the prediction.
        record Outputs() implements Step {}
    }

    /// The numbers of this part that belong to a network.
    ///
    /// @param number from 1
    public TracePart network(int number) {
        return new TracePart(Optional.of(number), step, unit);
    }

    /// The numbers of this part that belong to a step.
    public TracePart step(Step step) {
        return new TracePart(network, Optional.of(step), unit);
    }

    /// The numbers of this part that belong to a unit.
    ///
    /// @param number from 1
    public TracePart unit(int number) {
        return new TracePart(network, step, Optional.of(number));
    }

    boolean has(NetworkTrace of) {
        return network.isEmpty() || network.get() == of.number();
    }

    boolean has(Step of) {
        return step.isEmpty() || step.get().equals(of);
    }

    /// @param of from 0
    boolean hasUnit(int of) {
        return unit.isEmpty() || unit.get() == of + 1;
    }

    /// @throws DataException if the trace has no such network, layer or unit
    void requireIn(RowTrace trace) {
        network.ifPresent(number ->
                require("the model", "network", number, trace.networks().size()));
        trace.networks().stream().filter(this::has).forEach(this::requireIn);
    }

    private void requireIn(NetworkTrace trace) {
        int layers = trace.forward().layers().size();
        if (step.orElse(null) instanceof Step.Layer(int number)) {
            require("network " + trace.number(), "layer", number, layers);
        }
        unit.ifPresent(number -> step.ifPresent(each -> {
            switch (each) {
                case Step.Columns ignored ->
                    require("the first layer", "input", number, trace.inputs().columns());
                case Step.Layer(int layer) ->
                    require(
                            "layer " + layer,
                            "unit",
                            number,
                            trace.outputs(layer).columns());
                case Step.Outputs ignored ->
                    require(
                            "the target",
                            "output",
                            number,
                            trace.member().target().width());
            }
        }));
    }

    private static void require(String whole, String part, int number, int count) {
        if (number < 1 || number > count) {
            throw new DataException(String.format(
                    Locale.ROOT, "%s has no %s %,d; its %ss are 1 to %,d", whole, part, number, part, count));
        }
    }
}
