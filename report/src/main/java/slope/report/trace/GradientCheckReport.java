package slope.report.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import slope.layer.ParameterLayout.Block;
import slope.reference.ForwardPass;
import slope.reference.GradientCheck;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.report.json.Report;
import slope.report.model.ParameterPlace;
import slope.report.trace.RowTrace.BackwardTrace;
import slope.report.trace.RowTrace.NetworkTrace;
import slope.table.DataException;

/// Gradients of a row's loss beside their central differences, see [GradientCheck]: those of each matrix that are
/// largest.
///
/// @param network its number, from 1
/// @param loss of the row
/// @param parameters that are checked
/// @param ofParameters how many the network has
/// @param largestRelativeError of all
public record GradientCheckReport(
        int network, double loss, List<CheckedParameter> parameters, long ofParameters, double largestRelativeError)
        implements Report {
    private static final int MOST_OF_BLOCK = 3;

    public GradientCheckReport {
        parameters = List.copyOf(parameters);
    }

    /// A parameter that is checked.
    ///
    /// @param row in its matrix, from 1
    /// @param column in its matrix, from 1
    /// @param gradient by backpropagation
    /// @param difference by nudging it
    public record CheckedParameter(
            ParameterPlace block, int row, int column, double gradient, double difference, double relativeError) {}

    /// The check of a row.
    ///
    /// @param trace with the backward pass
    /// @param network its number, from 1
    /// @throws DataException if there is no such network
    public static GradientCheckReport of(RowTrace trace, int network) {
        TracePart.ALL.network(network).requireIn(trace);
        NetworkTrace of = trace.networks().get(network - 1);
        BackwardTrace back = of.back()
                .orElseThrow(() -> new IllegalArgumentException("the trace has no backward pass to be checked"));
        List<CheckedParameter> checked = new ArrayList<>();
        for (Block block : of.network().architecture().parameterLayout().blocks()) {
            checked.addAll(check(of, back, block));
        }
        return new GradientCheckReport(
                network,
                back.value(),
                checked,
                of.network().architecture().parameterLayout().length(),
                checked.stream()
                        .mapToDouble(CheckedParameter::relativeError)
                        .max()
                        .orElse(0));
    }

    private static List<CheckedParameter> check(NetworkTrace of, BackwardTrace back, Block block) {
        int place =
                of.network().architecture().parameterLayout().of(block.layer()).indexOf(block);
        double[] gradients = back.backward()
                .layers()
                .get(block.layer())
                .gradients()
                .get(place)
                .toArray();
        double[] parameters = of.network().parameters();
        return IntStream.range(0, gradients.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> -Math.abs(gradients[index])))
                .limit(MOST_OF_BLOCK)
                .map(index -> {
                    double difference = GradientCheck.difference(
                            parameters, block.offset() + index, nudged -> loss(of, back, nudged));
                    return new CheckedParameter(
                            ParameterPlace.of(block),
                            index / block.columns() + 1,
                            index % block.columns() + 1,
                            gradients[index],
                            difference,
                            GradientCheck.relativeError(gradients[index], difference, back.value()));
                })
                .toList();
    }

    private static double loss(NetworkTrace of, BackwardTrace back, double[] parameters) {
        ReferenceNetwork nudged = ReferenceNetwork.of(of.network().architecture(), parameters);
        Matrix outputs = ForwardPass.of(nudged, of.inputs()).outputs();
        return back.loss().value(outputs, back.target());
    }

    @Override
    public String report() {
        return "gradient-check";
    }

    @Override
    public int version() {
        return 1;
    }
}
