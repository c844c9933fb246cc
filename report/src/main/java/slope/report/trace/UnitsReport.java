package slope.report.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import slope.layer.Dense;
import slope.layer.Layer;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.network.Network;
import slope.reference.ForwardPass;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.report.json.Report;
import slope.table.DataException;
import slope.table.Table;
import slope.training.diagnostics.TwinUnits;
import slope.training.diagnostics.UnitState;

/// The units of a layer, by the rows of a table.
///
/// @param network its number, from 1
/// @param layer its number, from 1
/// @param rows that it was looked at with
/// @param units in order
/// @param twins of a dense layer, the units that are nearly copies of an earlier one, see [TwinUnits]
/// @param points where each row lies, in a layer of two units without ensemble members; none in others
public record UnitsReport(
        int network, int layer, int rows, List<UnitFacts> units, List<UnitTwin> twins, List<LayerPoint> points)
        implements Report {
    public UnitsReport {
        units = List.copyOf(units);
        twins = List.copyOf(twins);
        points = List.copyOf(points);
    }

    /// A unit's outputs.
    ///
    /// @param unit its number, from 1
    /// @param state see [UnitState]
    /// @param zeroShare the share of rows for which its output is 0
    public record UnitFacts(int unit, UnitState state, double minimum, double mean, double maximum, double zeroShare) {
        private static UnitFacts of(int unit, UnitState state, double[] outputs) {
            double minimum = Double.POSITIVE_INFINITY;
            double maximum = Double.NEGATIVE_INFINITY;
            double sum = 0;
            int zeros = 0;
            for (double output : outputs) {
                minimum = Math.min(minimum, output);
                maximum = Math.max(maximum, output);
                sum += output;
                zeros += output == 0 ? 1 : 0;
            }
            return new UnitFacts(unit, state, minimum, sum / outputs.length, maximum, (double) zeros / outputs.length);
        }
    }

    /// A unit that has nearly the same weights as an earlier one.
    ///
    /// @param unit its number, from 1
    /// @param of the first unit that it is a twin of, from 1
    public record UnitTwin(int unit, int of) {}

    /// A row in the space of a layer.
    ///
    /// @param row its place among the rows, from 1
    /// @param x the output of the first unit
    /// @param y the output of the second unit
    public record LayerPoint(int row, double x, double y) {}

    /// The units of a layer.
    ///
    /// @param network its number, from 1
    /// @param layer its number, from 1
    /// @param rows with the model's columns, at least one
    /// @throws DataException if there is no such network or layer
    public static UnitsReport of(Model model, int network, int layer, Table rows) {
        require("network", network, model.members().size());
        FittedNetwork member = model.members().get(network - 1);
        ReferenceNetwork reference = ReferenceNetwork.of(member.network());
        List<Layer> layers = reference.architecture().layers();
        require("layer", layer, layers.size());
        int members = reference.architecture().members();
        float[] encoded = member.encoding().encode(rows);
        double[] inputs = new double[encoded.length * members];
        for (int index = 0; index < inputs.length; index++) {
            inputs[index] = encoded[index % encoded.length];
        }
        int inAll = rows.rows() * members;
        Matrix outputs = ForwardPass.of(reference, Matrix.of(inAll, inputs.length / inAll, inputs))
                .layers()
                .get(layer - 1)
                .outputs();
        return new UnitsReport(
                network,
                layer,
                rows.rows(),
                facts(layers.get(layer - 1), outputs),
                layers.get(layer - 1) instanceof Dense ? twins(member.network(), layer) : List.of(),
                members == 1 && outputs.columns() == 2 ? points(outputs) : List.of());
    }

    private static List<UnitFacts> facts(Layer layer, Matrix outputs) {
        double[] values = outputs.toArray();
        float[] floats = new float[values.length];
        for (int index = 0; index < values.length; index++) {
            floats[index] = (float) values[index];
        }
        List<UnitState> states = UnitState.of(layer, floats, outputs.rows(), outputs.columns());
        List<UnitFacts> facts = new ArrayList<>();
        for (int unit = 0; unit < outputs.columns(); unit++) {
            int column = unit;
            double[] ofUnit = IntStream.range(0, outputs.rows())
                    .mapToDouble(row -> outputs.at(row, column))
                    .toArray();
            facts.add(UnitFacts.of(unit + 1, states.get(unit), ofUnit));
        }
        return facts;
    }

    /// @param layer the number of a dense layer, from 1
    private static List<UnitTwin> twins(Network network, int layer) {
        Parameters parameters = network.parameters();
        float[] weights = new float[0];
        float[] bias = new float[0];
        int units = 0;
        for (ParameterLayout.Block block : parameters.layout().of(layer - 1)) {
            if (block.role() == ParameterLayout.Role.WEIGHTS) {
                weights = parameters.toArray(block);
                units = block.columns();
            } else {
                bias = parameters.toArray(block);
            }
        }
        List<OptionalInt> found = TwinUnits.of(weights, bias, units);
        return IntStream.range(0, units)
                .filter(unit -> found.get(unit).isPresent())
                .mapToObj(unit -> new UnitTwin(unit + 1, found.get(unit).getAsInt() + 1))
                .toList();
    }

    private static List<LayerPoint> points(Matrix outputs) {
        return IntStream.range(0, outputs.rows())
                .mapToObj(row -> new LayerPoint(row + 1, outputs.at(row, 0), outputs.at(row, 1)))
                .toList();
    }

    private static void require(String part, int number, int count) {
        if (number < 1 || number > count) {
            throw new DataException("the model has no %s %s; its %ss are 1 to %s".formatted(part, number, part, count));
        }
    }

    @Override
    public String report() {
        return "units";
    }

    @Override
    public int version() {
        return 1;
    }
}
