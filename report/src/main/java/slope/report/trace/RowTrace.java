package slope.report.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.onnx.ModelFile;
import slope.reference.BackwardPass;
import slope.reference.ForwardPass;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.reference.RowLoss;
import slope.run.RecordedLoss;
import slope.table.Table;
import slope.target.Amounts;
import slope.target.Predictions;

/// A trace of one row through a model, with every number.
///
/// @param row a table of this row alone
/// @param networks the trace of each network
/// @param prediction the model's prediction, the mean over its networks
@SuppressWarnings("exports")
public record RowTrace(Table row, List<NetworkTrace> networks, Predictions prediction) {

    public RowTrace {
        networks = List.copyOf(networks);
    }

    /// The trace of one network.
    ///
    /// @param member the network with its encoder
    /// @param network the same in double precision
    /// @param forward from inputs to outputs, with a row for each ensemble member
    /// @param back the backward pass, if it was asked for
    record NetworkTrace(FittedNetwork member, ReferenceNetwork network, ForwardPass forward, Optional<WayBack> back) {}

    /// The backward pass.
    ///
    /// @param loss the loss of the training, for this row
    /// @param isTold whether the model's file records it; else it is the target's default loss
    /// @param weight the row's weight and its sources
    /// @param target the target as the loss takes it
    /// @param value the loss
    /// @param backward every derivative
    record WayBack(
            RowLoss loss, boolean isTold, RowWeight weight, Matrix target, double value, BackwardPass backward) {}

    public static RowTrace of(Model model, Table row) {
        return of(model, row, Optional.empty());
    }

    /// The trace of one row with the backward pass from its target.
    ///
    /// @throws slope.table.DataException if the row has no target, or a class that training did not
    ///     have
    public static RowTrace withAnswer(ModelFile saved, Table row) {
        return of(saved.model(), row, Optional.of(RecordedLoss.of(saved)));
    }

    private static RowTrace of(Model model, Table row, Optional<RecordedLoss> recorded) {
        List<NetworkTrace> networks = new ArrayList<>();
        for (FittedNetwork member : model.members()) {
            ReferenceNetwork network = ReferenceNetwork.of(member.network());
            ForwardPass forward =
                    ForwardPass.of(network, matrix(member.encoding().encode(row), network));
            int number = networks.size();
            Optional<WayBack> back = recorded.map(loss -> wayBack(member, network, forward, row, loss, number));
            networks.add(new NetworkTrace(member, network, forward, back));
        }
        return new RowTrace(row, networks, model.predict(row));
    }

    private static WayBack wayBack(
            FittedNetwork member,
            ReferenceNetwork network,
            ForwardPass forward,
            Table row,
            RecordedLoss recorded,
            int number) {
        Matrix target = matrix(member.target().encode(row), network);
        RowWeight weight = RowWeight.of(recorded, member.target(), row, number);
        double offset = member.target() instanceof Amounts amounts ? StrictMath.log(amounts.meanAmounts(row)[0]) : 0;
        RowLoss loss = new RowLoss(recorded.loss(member), weight.product(), offset);
        return new WayBack(
                loss,
                recorded.isTold(),
                weight,
                target,
                loss.value(forward.outputs(), target),
                BackwardPass.of(network, forward, loss, target));
    }

    /// The row, repeated for each ensemble member.
    private static Matrix matrix(float[] floats, ReferenceNetwork network) {
        int members = network.architecture().members();
        double[] doubles = new double[members * floats.length];
        for (int index = 0; index < doubles.length; index++) {
            doubles[index] = floats[index % floats.length];
        }
        return Matrix.of(members, floats.length, doubles);
    }
}
