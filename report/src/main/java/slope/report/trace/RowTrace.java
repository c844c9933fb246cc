package slope.report.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import slope.linear.LinearPart;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.onnx.ModelFile;
import slope.reference.BackwardPass;
import slope.reference.ForwardPass;
import slope.reference.LayerBackward;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.reference.RowLoss;
import slope.report.model.LayerFacts;
import slope.run.ModelAndRows;
import slope.run.RecordedLoss;
import slope.table.Table;
import slope.target.Amounts;
import slope.target.Predictions;
import slope.target.Target;

/// A trace of one row through a model, with every number.
///
/// @param source the model and the row, if the row is of a file
/// @param model that predicts it
/// @param row a table of this row alone
/// @param networks the trace of each network
/// @param prediction the model's prediction, the mean over its networks
@SuppressWarnings("exports") // Its parts are for the reports made of it.
public record RowTrace(
        Optional<RowSource> source, Model model, Table row, List<NetworkTrace> networks, Predictions prediction) {

    public RowTrace {
        networks = List.copyOf(networks);
    }

    /// Where a row comes from, as its files were named.
    ///
    /// @param row its number in the file, from 1
    public record RowSource(String model, String file, int row) {
        private static Optional<RowSource> of(ModelAndRows given, int row) {
            return Optional.of(new RowSource(given.path().toString(), given.rowsName(), row));
        }
    }

    /// The trace of one network.
    ///
    /// @param number of the network, from 1
    /// @param member the network with its encoder
    /// @param network the same in double precision
    /// @param forward from inputs to outputs, with a row for each ensemble member
    /// @param linear the linear part beside the network, if it has one
    /// @param back the backward pass, if it was asked for
    record NetworkTrace(
            int number,
            FittedNetwork member,
            ReferenceNetwork network,
            ForwardPass forward,
            Optional<LinearTrace> linear,
            Optional<BackwardTrace> back) {

        /// What is decoded, a row for each ensemble member: the outputs, and the linear part of logits and
        /// logarithms.
        Matrix decodedOutputs() {
            return linear.filter(LinearTrace::isOfOutputs)
                    .map(part -> part.addedTo(forward.outputs()))
                    .orElse(forward.outputs());
        }

        /// What an ensemble member predicts by itself, decoded.
        ///
        /// @param outputs of the member
        double[] decoded(double[] outputs, Table row) {
            float[] floats = new float[outputs.length];
            for (int index = 0; index < floats.length; index++) {
                floats[index] = (float) outputs[index];
            }
            Target target = member.target();
            return member.linear()
                    .map(part -> part.decode(target, floats, 1, row, part.of(row)))
                    .orElseGet(() -> target.decode(floats, row));
        }

        /// The layer's settings and shape.
        ///
        /// @param index from 0
        LayerFacts layer(int index) {
            return LayerFacts.of(network.architecture(), index);
        }

        /// What enters the first layer, a row for each ensemble member.
        Matrix inputs() {
            return forward.layers().getFirst().inputs();
        }

        /// What leaves a layer, a row for each ensemble member.
        ///
        /// @param layer its number, from 1
        Matrix outputs(int layer) {
            return forward.layers().get(layer - 1).outputs();
        }

        NetworkTrace with(BackwardTrace back) {
            return new NetworkTrace(number, member, network, forward, linear, Optional.of(back));
        }

        /// @param index the layer's, from 0
        Optional<LayerBackward> backward(int index) {
            return back.map(each -> each.backward().layers().get(index));
        }
    }

    /// The way of the row through a linear part.
    ///
    /// @param network its layer in double precision
    /// @param forward from its inputs to its outputs
    /// @param values what it says: numbers in the column's unit, or what is added to the network's outputs
    record LinearTrace(LinearPart part, ReferenceNetwork network, ForwardPass forward, List<Double> values) {
        private static LinearTrace of(LinearPart part, Table row) {
            ReferenceNetwork network = ReferenceNetwork.of(part.network());
            return new LinearTrace(
                    part,
                    network,
                    ForwardPass.of(network, matrix(part.encoding().encode(row), network)),
                    DoubleStream.of(part.of(row)).boxed().toList());
        }

        /// Whether it is added to outputs, not to decoded numbers.
        boolean isOfOutputs() {
            return part.scales().isEmpty();
        }

        private Matrix addedTo(Matrix outputs) {
            double[][] sums = outputs.toRows();
            for (double[] sum : sums) {
                for (int index = 0; index < sum.length; index++) {
                    sum[index] += values.get(index);
                }
            }
            return Matrix.of(sums);
        }
    }

    /// The backward pass.
    ///
    /// @param loss the loss of the training, for this row
    /// @param value its value
    /// @param recorded whether the model's file records the loss; else it is the target's default
    /// @param weight the row's weight and its sources
    /// @param target the target as the loss takes it
    /// @param backward every derivative
    record BackwardTrace(
            RowLoss loss, double value, boolean recorded, RowWeight weight, Matrix target, BackwardPass backward) {}

    /// The trace of one row.
    ///
    /// @param number of the row, from 1
    /// @throws slope.table.DataException if there is no such row
    public static RowTrace of(ModelAndRows given, int number) {
        Table row = given.row(number, List.of());
        return of(RowSource.of(given, number), given.model().model(), row, Optional.empty());
    }

    /// The trace of one row with the backward pass from its target.
    ///
    /// @param number of the row, from 1
    /// @throws slope.table.DataException if there is no such row, or it has no target, or a class that
    ///     training did not have
    public static RowTrace withTarget(ModelAndRows given, int number) {
        Table row = given.row(number, given.targets());
        return of(RowSource.of(given, number), given.model().model(), row, Optional.of(RecordedLoss.of(given.model())));
    }

    /// The trace of one row.
    public static RowTrace of(Model model, Table row) {
        return of(Optional.empty(), model, row, Optional.empty());
    }

    /// The trace of one row with the backward pass from its target.
    ///
    /// @throws slope.table.DataException if the row has no target, or a class that training did not
    ///     have
    public static RowTrace withTarget(ModelFile saved, Table row) {
        return of(Optional.empty(), saved.model(), row, Optional.of(RecordedLoss.of(saved)));
    }

    private static RowTrace of(Optional<RowSource> source, Model model, Table row, Optional<RecordedLoss> recorded) {
        List<NetworkTrace> networks = new ArrayList<>();
        for (FittedNetwork member : model.members()) {
            ReferenceNetwork network = ReferenceNetwork.of(member.network());
            ForwardPass forward =
                    ForwardPass.of(network, matrix(member.encoding().encode(row), network));
            int number = networks.size() + 1;
            Optional<LinearTrace> linear = member.linear().map(part -> LinearTrace.of(part, row));
            NetworkTrace traced = new NetworkTrace(number, member, network, forward, linear, Optional.empty());
            networks.add(recorded.map(loss -> traced.with(backward(traced, row, loss)))
                    .orElse(traced));
        }
        return new RowTrace(source, model, row, networks, model.predict(row));
    }

    private static BackwardTrace backward(NetworkTrace traced, Table row, RecordedLoss recorded) {
        Target target = traced.member().target();
        Optional<LinearPart> linear = traced.member().linear();
        Matrix encoded = matrix(target.encode(linear.map(part -> part.rest(row)).orElse(row)), traced.network());
        RowWeight weight = RowWeight.of(recorded, target, row, traced.number());
        List<Double> offsets = offsets(traced.member(), row);
        RowLoss loss = new RowLoss(recorded.loss(traced.member()), weight.product(), offsets);
        return new BackwardTrace(
                loss,
                loss.value(traced.forward().outputs(), encoded),
                recorded.isTold(),
                weight,
                encoded,
                BackwardPass.of(traced.network(), traced.forward(), loss, encoded));
    }

    /// What the loss adds to the outputs, in double.
    private static List<Double> offsets(FittedNetwork member, Table row) {
        double[] ofPart = member.linear()
                .filter(part -> part.scales().isEmpty())
                .map(part -> part.of(row))
                .orElse(new double[0]);
        double ofTarget = member.target() instanceof Amounts amounts ? StrictMath.log(amounts.meanAmounts(row)[0]) : 0;
        return ofPart.length == 0 && !(member.target() instanceof Amounts)
                ? List.of()
                : DoubleStream.of(ofPart.length == 0 ? new double[1] : ofPart)
                        .map(offset -> offset + ofTarget)
                        .boxed()
                        .toList();
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
