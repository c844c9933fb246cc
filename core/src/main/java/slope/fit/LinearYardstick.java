package slope.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.layer.Architecture;
import slope.linear.LinearPart;
import slope.metric.Metrics;
import slope.recipe.UntrainedNetwork;
import slope.table.Table;
import slope.target.Quantiles;
import slope.target.Target;

/// The linear yardstick: what ridge, logistic or Poisson regression reaches with the same columns, fitted to the
/// training rows of a network. A network that is no better is not worth its parameters.
///
/// Its strength is chosen by the network's validation rows, as the network's best epoch is; further folds take that of
/// the first.
final class LinearYardstick {
    private final UntrainedNetwork network; // that puts out 0, beside the linear part

    private LinearYardstick(UntrainedNetwork network) {
        this.network = network;
    }

    /// Beside one network of each fold.
    ///
    /// @return none for quantiles, of which a regression on the mean says little, and where networks go on from one
    ///     that has a linear part
    static List<LinearYardstick> of(List<NetworkPlan> folds) {
        PreparedNetwork first = PreparedNetwork.of(folds.getFirst());
        if (first.target() instanceof Quantiles || first.network().linear().isPresent()) {
            return List.of();
        }
        LinearPart part = first.bestLinearPart();
        List<LinearYardstick> all = new ArrayList<>();
        for (NetworkPlan fold : folds) {
            PreparedNetwork with =
                    all.isEmpty() ? first.with(part) : PreparedNetwork.of(fold).withLinearPart(part.strength());
            all.add(new LinearYardstick(with.network()));
        }
        return all;
    }

    /// The scores of the validation rows, each predicted by the yardstick of its fold; empty if there are none.
    ///
    /// @param table the usable rows
    static Optional<Metrics> scores(List<NetworkPlan> folds, Table table, RowScorer scorer) {
        List<LinearYardstick> yardsticks = of(folds);
        if (yardsticks.isEmpty()) {
            return Optional.empty();
        }
        Target target = yardsticks.getFirst().network.target();
        int width = target.width();
        double[] ofRow = new double[table.rows() * width];
        for (int number = 0; number < yardsticks.size(); number++) {
            NetworkPlan fold = folds.get(number);
            double[] decoded = yardsticks.get(number).decoded(fold.validation());
            int[] rows = fold.split().validation();
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(decoded, row * width, ofRow, rows[row] * width, width);
            }
        }
        int[] rows = OutOfFold.rowsOf(folds);
        double[] decoded = new double[rows.length * width];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(ofRow, rows[row] * width, decoded, row * width, width);
        }
        return Optional.of(
                scorer.scores(target.predictions(decoded), table.select(rows)).model());
    }

    /// Its predictions of rows, as decoded outputs of the target.
    double[] decoded(Table rows) {
        return alone(network, rows);
    }

    /// The predictions where a network puts out 0.
    static double[] alone(UntrainedNetwork network, Table rows) {
        Architecture shape = network.architecture();
        return network.decoder(rows).decode(new float[rows.rows() * shape.members() * shape.outputs()]);
    }
}
