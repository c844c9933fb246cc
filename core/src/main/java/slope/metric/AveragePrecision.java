package slope.metric;

import java.util.List;
import java.util.stream.IntStream;
import slope.metric.ScoredRows.Form;

/// Average precision, Σ (Rₙ − Rₙ₋₁)·Pₙ: precision P at each threshold, by what recall R gains there.
/// Rows of the same probability share a threshold. 0 where no row is of the second class. Two
/// classes only; for labels, the mean over labels. As scikit-learn's `average_precision_score`.
record AveragePrecision() implements Metric {
    @Override
    public String title() {
        return "average-precision";
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public boolean appliesTo(Form form, int width) {
        return form == Form.LABELS || (form == Form.CLASSES && width == 2);
    }

    @Override
    public double score(ScoredRows rows) {
        return mean(RankedRows.of(rows));
    }

    @Override
    public ResampledScore resampled(ScoredRows rows, SamplingUnits units) {
        return RankedPlaces.resampled(rows, units, AveragePrecision::mean);
    }

    private static double mean(List<RankedRows> all) {
        return all.stream().mapToDouble(AveragePrecision::of).average().orElseThrow();
    }

    private static double of(RankedRows ranked) {
        double all = IntStream.range(0, ranked.groups())
                .mapToDouble(ranked::positive)
                .sum();
        double sum = 0;
        double truePositives = 0;
        double falsePositives = 0;
        for (int group = ranked.groups() - 1; group >= 0; group--) {
            double found = ranked.positive(group);
            truePositives += found;
            falsePositives += ranked.negative(group);
            sum += found == 0 ? 0 : found / all * truePositives / (truePositives + falsePositives);
        }
        return sum;
    }
}
