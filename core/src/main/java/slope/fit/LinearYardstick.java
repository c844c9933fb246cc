package slope.fit;

import java.util.Optional;
import slope.layer.Architecture;
import slope.recipe.UntrainedNetwork;
import slope.table.Table;
import slope.target.Quantiles;
import slope.target.Target;

/// The linear yardstick: what ridge, logistic or Poisson regression reaches with the same columns, fitted to the
/// training rows of a network. A network that is no better is not worth its parameters.
///
/// Its strength is chosen by the network's validation rows, as the network's best epoch is.
final class LinearYardstick {
    private final UntrainedNetwork network; // that puts out 0, beside the linear part

    private LinearYardstick(UntrainedNetwork network) {
        this.network = network;
    }

    /// @param plan of the network that it is beside
    /// @return empty for quantiles, of which a regression on the mean says little, and where the network goes on
    ///     from one that has a linear part
    static Optional<LinearYardstick> of(NetworkPlan plan) {
        PreparedNetwork prepared = PreparedNetwork.of(plan);
        return prepared.target() instanceof Quantiles || prepared.network().linear().isPresent()
                ? Optional.empty()
                : Optional.of(new LinearYardstick(
                        prepared.with(prepared.bestLinearPart()).network()));
    }

    /// Its predictions, see [Target#predictions].
    double[] decoded(Table rows) {
        return alone(network, rows);
    }

    /// The predictions where a network puts out 0.
    static double[] alone(UntrainedNetwork network, Table rows) {
        Architecture shape = network.architecture();
        return network.decoder(rows).decode(new float[rows.rows() * shape.members() * shape.outputs()]);
    }
}
