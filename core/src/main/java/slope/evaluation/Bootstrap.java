package slope.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import slope.internal.random.SplitRandom;
import slope.metric.Metric;
import slope.metric.ResampledScore;
import slope.metric.SamplingUnits;
import slope.metric.ScoredRows;
import slope.split.Stratification;
import slope.table.Column;

/// The bootstrap: as many rows as there are, or groups of rows, are drawn with replacement again and again, and
/// the spread of their scores is taken for that of samples like this one (Efron 1979, "Bootstrap methods:
/// another look at the jackknife"). Intervals are those of percentiles (Davison and Hinkley 1997, "Bootstrap
/// Methods and their Application", section 5.3).
///
///     ScoreIntervals sure = Bootstrap.ofGroups(rows.column("patient"), 1).intervals(scored);
///
/// It repeats the errors that it sees. Where there is none, it has nothing to tell: such a score has no interval,
/// unless it is the share of independent rows that are right, whose interval is Wilson's.
///
/// It tells what other test rows would have changed, not what another training would have. A value: the same
/// seed draws the same samples, so that two models are compared on each of them.
public final class Bootstrap {
    /// Samples that are drawn.
    public static final int RESAMPLES = 2_000;

    /// Of very many rows fewer are drawn, and the bounds are a little less exact.
    private static final int FEWEST = 200;

    private static final long MOST_ROWS = 400_000_000L; // of all samples together

    /// Scores that are not defined for more than one sample of so many have no interval.
    private static final int RARE = 20;

    private static final double ROUNDING = 1e-12;

    private final SamplingUnits units;
    private final int all; // units, also those that are drawn together with others
    private final boolean areGroups;
    private final long seed;

    private Bootstrap(SamplingUnits units, int all, boolean areGroups, long seed) {
        this.units = units;
        this.all = all;
        this.areGroups = areGroups;
        this.seed = seed;
    }

    /// Draws rows.
    public static Bootstrap ofRows(int rows, long seed) {
        return new Bootstrap(SamplingUnits.ofRows(rows, seed), rows, false, seed);
    }

    /// Draws groups: the rows with the same value of a column. A row without a value is a group of its own.
    public static Bootstrap ofGroups(Column group, long seed) {
        List<int[]> groups =
                Stratification.groups(IntStream.range(0, group.rows()).toArray(), group);
        return new Bootstrap(SamplingUnits.ofGroups(groups, seed), groups.size(), true, seed);
    }

    /// The intervals of scores.
    ///
    /// @param metrics that apply to the rows
    public ScoreIntervals intervals(ScoredRows rows, Collection<Metric> metrics) {
        return intervals(ofShares(rows, metrics), scores(resampled(rows, metrics)), metrics, rows.isWithoutError());
    }

    /// The intervals of shares of independent rows, which need no sample.
    private Map<Metric, ScoreInterval> ofShares(ScoredRows rows, Collection<Metric> metrics) {
        Map<Metric, ScoreInterval> intervals = new HashMap<>();
        if (!areGroups && all > 1 && !rows.isWeighted()) {
            metrics.stream()
                    .filter(Metric::isShare)
                    .forEach(metric -> intervals.put(metric, WilsonInterval.of(metric.score(rows), rows.rows())));
        }
        return intervals;
    }

    /// The intervals of differences: the scores of other predictions − those of the first, of the same samples.
    ///
    /// @param first predictions
    /// @param second other predictions of the same rows
    /// @param metrics that apply to them
    public ScoreIntervals differences(ScoredRows first, ScoredRows second, Collection<Metric> metrics) {
        List<ResampledScore> both = new ArrayList<>(resampled(first, metrics));
        both.addAll(resampled(second, metrics));
        double[][] scores = scores(both);
        double[][] differences = new double[metrics.size()][];
        for (int metric = 0; metric < differences.length; metric++) {
            double[] before = scores[metric];
            double[] after = scores[metrics.size() + metric];
            differences[metric] = new double[before.length];
            Arrays.setAll(differences[metric], draw -> after[draw] - before[draw]);
        }
        return intervals(Map.of(), differences, metrics, first.isWithoutError() && second.isWithoutError());
    }

    private List<ResampledScore> resampled(ScoredRows rows, Collection<Metric> metrics) {
        if (rows.rows() != units.rows()) {
            throw new IllegalArgumentException(
                    "the bootstrap draws from %s rows, and %s are scored".formatted(units.rows(), rows.rows()));
        }
        return metrics.stream().map(metric -> metric.resampled(rows, units)).toList();
    }

    /// The scores of each sample.
    private double[][] scores(List<ResampledScore> scores) {
        double[][] ofSamples = new double[scores.size()][resamples()];
        int[] counts = new int[units.count()];
        for (int draw = 0; draw < resamples(); draw++) {
            draw(SplitRandom.of(seed, draw), counts);
            for (int score = 0; score < ofSamples.length; score++) {
                ofSamples[score][draw] = scores.get(score).of(counts);
            }
        }
        return ofSamples;
    }

    private int resamples() {
        return Math.clamp(MOST_ROWS / units.rows(), FEWEST, RESAMPLES);
    }

    /// As many units as there are.
    private static void draw(SplitRandom random, int[] counts) {
        Arrays.fill(counts, 0);
        for (int unit = 0; unit < counts.length; unit++) {
            counts[random.below(counts.length)]++;
        }
    }

    /// @param shares metrics whose interval is known without samples
    /// @param scores metrics × samples
    /// @param isWithoutError whether every row is predicted right
    private ScoreIntervals intervals(
            Map<Metric, ScoreInterval> shares, double[][] scores, Collection<Metric> metrics, boolean isWithoutError) {
        Map<Metric, ScoreInterval> intervals = new LinkedHashMap<>();
        List<Metric> unseen = new ArrayList<>();
        int index = 0;
        for (Metric metric : metrics) {
            double[] defined = Arrays.stream(scores[index++])
                    .filter(score -> !Double.isNaN(score))
                    .sorted()
                    .toArray();
            boolean isDefined = all > 1 && (resamples() - defined.length) * RARE <= resamples();
            if (shares.containsKey(metric)) {
                intervals.put(metric, shares.get(metric));
            } else if (isDefined && (isConstant(defined) || (isWithoutError && metric.isProbabilityLoss()))) {
                unseen.add(metric);
            } else if (isDefined) {
                intervals.put(metric, middle(defined));
            }
        }
        return new ScoreIntervals(
                intervals, metrics.stream().filter(shares::containsKey).toList(), unseen, resamples(), all, areGroups);
    }

    /// Whether all samples have the same score, but for rounding.
    private static boolean isConstant(double[] ascending) {
        double last = ascending[ascending.length - 1];
        return last - ascending[0] <= ROUNDING * Math.abs(last);
    }

    /// As many are left out below as above.
    private static ScoreInterval middle(double[] ascending) {
        int beyond = (int) Math.round((ascending.length + 1) * (1 - ScoreIntervals.COVERAGE) / 2);
        return new ScoreInterval(ascending[beyond - 1], ascending[ascending.length - beyond]);
    }
}
