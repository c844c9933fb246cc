package slope.conformal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.target.Amounts;
import slope.target.Classes;
import slope.target.Labels;
import slope.target.Numbers;
import slope.target.Quantiles;
import slope.target.Target;

/// Chooses the scores that suit a target.
final class ScoreChoice {
    private ScoreChoice() {}

    /// See [ConformalScore#requireFor].
    static void requireFor(Target target, CoverageChoice choice) {
        if (choice.sets() == ClassSetKind.ADAPTIVE && !(target instanceof Classes)) {
            throw new DataException("adaptive sets are of one column of classes, and %s is predicted: leave them out"
                    .formatted(target.kind().title()));
        }
        if (target instanceof Quantiles quantiles && quantiles.levels().size() < 2) {
            throw new DataException(
                    "an interval needs two quantiles, a lower and an upper one; %s is predicted alone: predict another"
                                    .formatted(
                                            NumberColumn.text(quantiles.levels().getFirst()))
                            + " as well, or leave out the coverage");
        }
    }

    /// See [ConformalScore#of].
    static List<ConformalScore> of(Coverage coverage, ConformalRows others) {
        Target target = others.target();
        return switch (target) {
            case Classes ignored -> List.of(new LeastAmbiguousSet());
            case Labels labels -> Collections.nCopies(labels.width(), new LeastAmbiguousSet());
            case Amounts amounts -> List.of(new AnscombeResidual(amounts.power()));
            case Quantiles quantiles ->
                List.of(new QuantileDistance(quantiles.levels().size()));
            case Numbers numbers ->
                IntStream.range(0, numbers.width())
                        .<ConformalScore>mapToObj(index -> narrower(coverage, others, index))
                        .toList();
        };
    }

    private static IntervalScore narrower(Coverage coverage, ConformalRows others, int index) {
        int width = others.target().width();
        double[] predicted = new double[others.table().rows()];
        Arrays.setAll(predicted, row -> others.decoded()[row * width + index]);
        double[] residuals = others.scores(new AbsoluteResidual(), index);
        Optional<Difficulty> all = Difficulty.fit(predicted, residuals);
        return all.isPresent() && narrows(coverage, predicted, residuals)
                ? new NormalizedResidual(all.get())
                : new AbsoluteResidual();
    }

    /// Whether normalized intervals are narrower in the mean, measured on every second row with a difficulty
    /// fitted to the others, and the other way round.
    private static boolean narrows(Coverage coverage, double[] predicted, double[] residuals) {
        double absolute = 0;
        double normalized = 0;
        for (int half = 0; half < 2; half++) {
            double[] ofPredicted = half(predicted, half);
            double[] ofResiduals = half(residuals, half);
            Optional<Difficulty> fitted = Difficulty.fit(half(predicted, 1 - half), half(residuals, 1 - half));
            if (fitted.isEmpty()) {
                return false;
            }
            double[] difficulties =
                    Arrays.stream(ofPredicted).map(fitted.get()::of).toArray();
            double[] scaled = new double[difficulties.length];
            Arrays.setAll(scaled, row -> ofResiduals[row] / difficulties[row]);
            absolute += ConformalQuantile.of(ofResiduals, coverage).value();
            normalized += ConformalQuantile.of(scaled, coverage).value()
                    * Arrays.stream(difficulties).average().orElse(Double.NaN);
        }
        return normalized < absolute;
    }

    private static double[] half(double[] values, int half) {
        List<Double> some = new ArrayList<>();
        for (int row = half; row < values.length; row += 2) {
            some.add(values[row]);
        }
        return some.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
