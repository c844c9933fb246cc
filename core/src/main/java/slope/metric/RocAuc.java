package slope.metric;

import java.util.List;
import slope.metric.ScoredRows.Form;

/// ROC AUC: the probability that a random row of the second class has a higher score than a random
/// row of the first. Two classes only; for labels, the mean over labels.
record RocAuc() implements Metric {
    @Override
    public String title() {
        return "auc";
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
        return RankedPlaces.resampled(rows, units, RocAuc::mean);
    }

    /// Of the areas that are defined.
    private static double mean(List<RankedRows> all) {
        double areas = 0;
        int defined = 0;
        for (RankedRows ranked : all) {
            double area = area(ranked);
            areas += Double.isNaN(area) ? 0 : area;
            defined += Double.isNaN(area) ? 0 : 1;
        }
        return defined == 0 ? Double.NaN : areas / defined;
    }

    /// By ranks: the share of pairs (one row of each class) that the probabilities order correctly,
    /// ties counting half (Mann and Whitney 1947).
    ///
    /// @return from 0 to 1, NaN where one class has no rows or a probability is NaN
    private static double area(RankedRows ranked) {
        double rightPairs = 0;
        double below = 0;
        double positive = 0;
        for (int group = 0; group < ranked.groups(); group++) {
            rightPairs += ranked.positive(group) * (below + 0.5 * ranked.negative(group));
            below += ranked.negative(group);
            positive += ranked.positive(group);
        }
        return below == 0 || positive == 0 ? Double.NaN : rightPairs / (below * positive);
    }
}
