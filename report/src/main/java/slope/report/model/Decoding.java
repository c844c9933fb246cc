package slope.report.model;

import java.util.List;
import slope.table.Table;
import slope.target.Amounts;
import slope.target.Classes;
import slope.target.Labels;
import slope.target.Numbers;
import slope.target.Quantiles;
import slope.target.Target;
import slope.target.TargetScale;

/// How a network's outputs z become the prediction.
public sealed interface Decoding {
    /// For people, such as `e^z / Σ e^z`.
    String formula();

    /// `e^z / Σ e^z`: the probabilities of classes.
    record Softmax() implements Decoding {
        @Override
        public String formula() {
            return "e^z / Σ e^z";
        }
    }

    /// `1 / (1 + e^(−z))`: probabilities, each of its own output.
    ///
    /// @param of the second of two classes, or the labels
    record Sigmoid(List<String> of) implements Decoding {
        public Sigmoid {
            of = List.copyOf(of);
        }

        @Override
        public String formula() {
            return "1 / (1 + e^(-z))" + (of.size() == 1 ? " for \"%s\"".formatted(of.getFirst()) : "");
        }
    }

    /// `mean + standard deviation · z`.
    ///
    /// @param scales one for each number, or one for all quantiles
    /// @param quantiles whether the results are sorted, because they are quantiles
    record Linear(List<TargetScale> scales, boolean quantiles) implements Decoding {
        public Linear {
            scales = List.copyOf(scales);
        }

        @Override
        public String formula() {
            return scales.size() > 1
                    ? "mean + standard deviation · z"
                    : TargetText.decoded(scales.getFirst(), "z") + (quantiles ? ", then sorted" : "");
        }
    }

    /// `factor · e^z`: counts and amounts.
    ///
    /// @param factor the prediction at an output of 0, times the row's exposure
    record Exponential(double factor) implements Decoding {
        @Override
        public String formula() {
            return TargetText.number(factor) + " · e^z";
        }
    }

    /// The decoding of a target.
    ///
    /// @param outputs how many the network has, of each ensemble member
    /// @param row of the table, for its exposure
    static Decoding of(Target target, int outputs, Table row) {
        return switch (target) {
            case Classes classes
            when outputs == 1 -> new Sigmoid(List.of(classes.classes().getLast()));
            case Classes classes -> new Softmax();
            case Labels labels -> new Sigmoid(labels.columns());
            case Numbers numbers -> new Linear(numbers.scales(), false);
            case Quantiles quantiles -> new Linear(List.of(quantiles.scale()), true);
            case Amounts amounts -> new Exponential(amounts.meanAmounts(row)[0]);
        };
    }
}
