package slope.fit;

import slope.recipe.Setting;
import slope.recipe.Settings;
import slope.table.Table;
import slope.target.Amounts;
import slope.target.Classes;
import slope.target.Labels;
import slope.target.NumberLoss;
import slope.target.Numbers;
import slope.target.Quantiles;
import slope.target.Target;
import slope.target.TargetScale;

/// The loss of each row by itself, so that two models can be compared row by row: the mean over rows is the
/// score that training lowers.
final class RowLosses {
    private static final double SMALLEST_PROBABILITY = 1e-15;

    private final Target target;
    private final boolean areSquared;
    private final double[] actual; // rows × columns
    private final int rows;

    /// @param table the rows, with the target columns
    RowLosses(Target target, Settings settings, Table table) {
        this.target = target;
        this.areSquared = settings.getOr(Setting.LOSS, NumberLoss.SQUARED) == NumberLoss.SQUARED;
        this.actual = target.actual(table);
        this.rows = table.rows();
    }

    /// The losses of decoded outputs.
    double[] of(double[] decoded) {
        double[] losses = new double[rows];
        for (int row = 0; row < rows; row++) {
            losses[row] = of(decoded, row);
        }
        return losses;
    }

    private double of(double[] decoded, int row) {
        int width = decoded.length / rows;
        int columns = actual.length / rows;
        double sum = 0;
        for (int index = 0; index < width; index++) {
            double said = decoded[row * width + index];
            double wanted = actual[row * columns + index % columns];
            sum += switch (target) {
                case Classes ignored -> index == (int) wanted ? -ln(said) : 0;
                case Labels ignored -> wanted == 1 ? -ln(said) : -ln(1 - said);
                case Numbers numbers ->
                    ofNumber((said - wanted) / scale(numbers, index).standardDeviation());
                case Quantiles quantiles ->
                    Math.max(
                            quantiles.levels().get(index) * (wanted - said),
                            (quantiles.levels().get(index) - 1) * (wanted - said));
                case Amounts amounts -> ofAmount(amounts.power(), said, wanted);
            };
        }
        return sum;
    }

    private static TargetScale scale(Numbers numbers, int index) {
        return numbers.scales().get(index);
    }

    private double ofNumber(double distance) {
        return areSquared ? distance * distance : Math.abs(distance);
    }

    private static double ln(double probability) {
        return StrictMath.log(Math.max(probability, SMALLEST_PROBABILITY));
    }

    /// Half the deviance (Jørgensen 1987), up to terms that depend on what is wanted alone.
    private static double ofAmount(double power, double said, double wanted) {
        double mean = Math.max(said, Double.MIN_NORMAL);
        if (power == 1) {
            return mean - wanted * StrictMath.log(mean);
        }
        return power == 2
                ? wanted / mean + StrictMath.log(mean)
                : StrictMath.pow(mean, 2 - power) / (2 - power)
                        - wanted * StrictMath.pow(mean, 1 - power) / (1 - power);
    }
}
