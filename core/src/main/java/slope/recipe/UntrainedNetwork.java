package slope.recipe;

import java.util.Optional;
import slope.layer.Architecture;
import slope.linear.LinearPart;
import slope.linear.OutputDecoder;
import slope.model.FittedNetwork;
import slope.network.Network;
import slope.preprocess.TableEncoder;
import slope.table.Table;
import slope.target.Target;

/// A network without parameters, fitted to its training rows.
///
/// @param encoder from columns to inputs
/// @param target from outputs to predictions, of what the linear part leaves over
/// @param architecture its layers
/// @param linear what is added to its outputs, if anything is
public record UntrainedNetwork(
        TableEncoder encoder, Target target, Architecture architecture, Optional<LinearPart> linear) {

    /// The same with a linear part.
    ///
    /// @param training rows, to which the target is fitted again
    public UntrainedNetwork with(LinearPart part, Table training) {
        return new UntrainedNetwork(encoder, target.fittedTo(part.rest(training)), architecture, Optional.of(part));
    }

    /// The network with parameters.
    public FittedNetwork with(Network network) {
        return new FittedNetwork(encoder, target, network, linear);
    }

    /// What the network learns of each row: rows × target columns, row-major; see [Target#encode].
    public float[] targets(Table rows) {
        return target.encode(linear.map(part -> part.rest(rows)).orElse(rows));
    }

    /// What the loss adds to the network's outputs, see [slope.training.Examples#offsets].
    ///
    /// @return rows × 1 or rows × outputs, row-major; empty if nothing is added
    public Optional<float[]> offsets(Table rows) {
        Optional<float[]> ofTarget = target.offsets(rows);
        if (linear.isEmpty() || !linear.get().scales().isEmpty()) {
            return ofTarget;
        }
        double[] part = linear.get().of(rows);
        float[] sum = new float[part.length];
        for (int index = 0; index < sum.length; index++) {
            int row = index / linear.get().outputs();
            sum[index] = (float) (part[index] + (ofTarget.isPresent() ? ofTarget.get()[row] : 0));
        }
        return Optional.of(sum);
    }

    /// Decodes what networks of this kind put out for the rows.
    public OutputDecoder decoder(Table rows) {
        return OutputDecoder.of(target, architecture.members(), linear, rows);
    }
}
