package slope.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import slope.conformal.AdaptiveSet;
import slope.conformal.ConformalQuantile;
import slope.conformal.SplitConformal;
import slope.model.Model;
import slope.target.Amounts;
import slope.target.ClassSets;
import slope.target.Classes;
import slope.target.Interval;
import slope.target.Intervals;
import slope.target.Labels;
import slope.target.Numbers;
import slope.target.Prediction;
import slope.target.Quantiles;

/// Whether ONNX Runtime and Slope give a row the same interval or set: as nearly as its prediction, times how much
/// faster than that an end moves.
///
/// @param model with intervals or sets
/// @param outputs of ONNX Runtime, by name
/// @param growth see [Agreement]
record SetAgreement(Model model, Map<String, Object> outputs, double growth) {
    private static final double PROBABILITY = 2e-6;
    private static final double VALUE = 1e-4;

    /// @param row of the outputs
    void assertRow(Prediction prediction, int row) {
        switch (prediction.all().sets().orElseThrow()) {
            case Intervals intervals -> {
                for (String column : intervals.columns()) {
                    Interval expected = prediction.interval(column);
                    String suffix = intervals.columns().size() == 1 ? "" : "_" + column;
                    double tolerance = tolerance(prediction, intervals.columns().indexOf(column));
                    assertEnd(((double[][]) outputs.get("lower" + suffix))[row][0], expected.lower(), tolerance);
                    assertEnd(((double[][]) outputs.get("upper" + suffix))[row][0], expected.upper(), tolerance);
                }
            }
            case ClassSets sets -> {
                for (int column = 0; column < sets.columns().size(); column++) {
                    String suffix = sets.columns().size() == 1
                            ? ""
                            : "_" + sets.columns().get(column);
                    boolean[] holds = ((boolean[][]) outputs.get("set" + suffix))[row];
                    assertThat(holds).hasSize(sets.classes(column).size());
                    for (int index = 0; index < holds.length; index++) {
                        if (holds[index] != sets.holds(prediction.row(), column, index)) {
                            assertOnTheEdge(probability(prediction, column, index));
                        }
                    }
                }
            }
        }
    }

    private void assertEnd(double end, double expected, double tolerance) {
        if (Double.isInfinite(expected)) {
            assertThat(end).isEqualTo(expected);
        } else {
            assertThat(end).isCloseTo(expected, within(tolerance * growth));
        }
    }

    private double tolerance(Prediction prediction, int column) {
        return VALUE
                * switch (model.target()) {
                    case Numbers numbers ->
                        beyond(
                                prediction.value(numbers.columns().get(column)),
                                numbers.scales().get(column).mean(),
                                numbers.scales().get(column).standardDeviation());
                    case Quantiles quantiles ->
                        beyond(
                                prediction.value(),
                                quantiles.scale().mean(),
                                quantiles.scale().standardDeviation());
                    case Amounts _ -> Math.max(finite(prediction.interval().upper()), prediction.value());
                    case Classes _, Labels _ -> throw new AssertionError("classes have no intervals");
                };
    }

    private static double finite(double end) {
        return Double.isFinite(end) ? end : 0;
    }

    private static double beyond(double value, double mean, double standardDeviation) {
        return Math.max(standardDeviation, Math.abs(value - mean));
    }

    private double probability(Prediction prediction, int column, int index) {
        if (model.target() instanceof Classes classes) {
            return prediction.probability(classes.classes().get(index));
        }
        double present = prediction.probability(model.target().columns().get(column));
        return index == 1 ? present : 1 - present;
    }

    /// Within the difference of two programs, either may be right. No row of an adaptive set is so near.
    private void assertOnTheEdge(double probability) {
        SplitConformal conformal = model.conformal().orElseThrow();
        assertThat(conformal.scores().getFirst()).isNotInstanceOf(AdaptiveSet.class);
        assertThat(Stream.concat(
                                Stream.of(conformal.quantiles()),
                                conformal.groups().stream()
                                        .flatMap(by -> by.groups().stream())
                                        .map(group -> group.quantiles()))
                        .flatMap(List::stream)
                        .mapToDouble(ConformalQuantile::value))
                .anyMatch(quantile -> Math.abs(1 - probability - quantile) < PROBABILITY * growth);
    }
}
