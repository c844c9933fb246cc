package slope.report.evaluation;

import java.util.List;
import java.util.Map;
import slope.evaluation.DecileTable;
import slope.evaluation.Evaluation;
import slope.evaluation.NumberEvaluation;
import slope.evaluation.QuantileCalibration;
import slope.evaluation.ResidualHistogram;
import slope.report.model.ScoreFacts;

/// A predicted number in an evaluation.
///
/// @param of the column, or the middle quantile
/// @param metrics its scores
/// @param groups a tenth of the rows each, from the smallest predictions to the largest
/// @param residuals a histogram of observed − predicted; the outermost bins include all beyond them
/// @param points some of the rows, at most 500
/// @param quantiles the calibration of each quantile; none for other predictions
public record EvaluatedNumber(
        String of,
        Map<String, Double> metrics,
        List<DecileTable.Group> groups,
        List<ResidualHistogram.Bar> residuals,
        List<NumberEvaluation.Point> points,
        List<QuantileCalibration> quantiles) {
    private static final int MOST_POINTS = 500;

    public EvaluatedNumber {
        groups = List.copyOf(groups);
        residuals = List.copyOf(residuals);
        points = List.copyOf(points);
        quantiles = List.copyOf(quantiles);
    }

    static List<EvaluatedNumber> of(Evaluation evaluation) {
        return evaluation.numbers().stream()
                .map(number -> new EvaluatedNumber(
                        number.name(),
                        ScoreFacts.of(number.metrics()),
                        number.deciles().groups(),
                        number.residuals().bins(),
                        number.points(MOST_POINTS),
                        evaluation.quantiles()))
                .toList();
    }
}
