package slope.cli.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.data.Table;
import slope.data.TargetEncoding;
import slope.evaluation.Predictions;
import slope.model.Member;
import slope.model.Model;
import slope.reference.BackwardPass;
import slope.reference.ForwardPass;
import slope.reference.LossFormulas;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.training.Loss;

/// Every number on a row's way through a model.
///
/// @param row a table of this row alone
/// @param networks the way through each of the model's networks
/// @param prediction what the model says, which several networks say on average
record RowTrace(Table row, List<NetworkTrace> networks, Predictions prediction) {

    RowTrace {
        networks = List.copyOf(networks);
    }

    /// The way through one network.
    ///
    /// @param member the network with its encoding
    /// @param network the same in double precision
    /// @param forward from inputs to outputs, with a row for each member of the network
    /// @param back from the answer, if it was asked for
    record NetworkTrace(Member member, ReferenceNetwork network, ForwardPass forward, Optional<WayBack> back) {}

    /// The way back.
    ///
    /// @param loss what training makes small
    /// @param target the answer as the loss wants it
    /// @param value how wrong the outputs are
    /// @param backward every derivative
    record WayBack(Loss loss, Matrix target, double value, BackwardPass backward) {}

    static RowTrace of(Model model, Table row) {
        return of(model, row, false);
    }

    /// @throws slope.data.DataException if the row has no answer, or one that training never saw
    static RowTrace withAnswer(Model model, Table row) {
        return of(model, row, true);
    }

    private static RowTrace of(Model model, Table row, boolean withAnswer) {
        List<NetworkTrace> networks = new ArrayList<>();
        for (Member member : model.members()) {
            ReferenceNetwork network = ReferenceNetwork.of(member.network());
            ForwardPass forward =
                    ForwardPass.of(network, matrix(member.encoding().encode(row), network));
            Optional<WayBack> back =
                    withAnswer ? Optional.of(wayBack(member, network, forward, row)) : Optional.empty();
            networks.add(new NetworkTrace(member, network, forward, back));
        }
        return new RowTrace(row, networks, model.predict(row));
    }

    private static WayBack wayBack(Member member, ReferenceNetwork network, ForwardPass forward, Table row) {
        Loss loss = loss(member.target(), network.architecture().outputs());
        Matrix target = matrix(member.target().encode(row), network);
        return new WayBack(
                loss,
                target,
                LossFormulas.value(loss, forward.outputs(), target),
                BackwardPass.of(network, forward, loss, target));
    }

    /// The task's usual loss.
    private static Loss loss(TargetEncoding target, int outputs) {
        return switch (target) {
            case TargetEncoding.Classes _ -> outputs == 1 ? Loss.binaryCrossEntropy() : Loss.multiClassCrossEntropy();
            case TargetEncoding.Labels _ -> Loss.binaryCrossEntropy();
            case TargetEncoding.Numbers _ -> Loss.meanSquaredError();
            case TargetEncoding.Quantiles quantiles -> new Loss.Quantiles(quantiles.levels());
            case TargetEncoding.Counts _ -> Loss.poisson();
        };
    }

    /// The row once for each member of a network.
    private static Matrix matrix(float[] floats, ReferenceNetwork network) {
        int members = network.architecture().members();
        double[] doubles = new double[members * floats.length];
        for (int index = 0; index < doubles.length; index++) {
            doubles[index] = floats[index % floats.length];
        }
        return Matrix.of(members, floats.length, doubles);
    }
}
