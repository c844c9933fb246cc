package slope.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import slope.evaluation.IntervalCoverage;
import slope.metric.Metric;
import slope.metric.Metrics;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.table.Table;
import slope.target.Predictions;
import slope.target.QuantilePredictions;
import slope.training.TrainingResult;
import slope.training.diagnostics.Health;

/// A trained model with how it came about.
///
/// @param preparation what was decided about the table before training
/// @param model what predicts: the networks of the best epochs, or one that learned from all rows
/// @param judged what each training made by itself, which is judged by rows it did not learn from; fewer than
///     were to be trained if somebody ended the training
/// @param results the history of each network's training
public record FitResult(FitPlan preparation, Model model, List<Model> judged, List<TrainingResult> results) {

    public FitResult {
        judged = List.copyOf(judged);
        results = List.copyOf(results);
    }

    /// How each of the judged networks was prepared.
    public List<NetworkPlan> trained() {
        return preparation.members().subList(0, judged.size());
    }

    /// How each network of the model was prepared, in their order: several snapshots of a training like each other.
    public List<NetworkPlan> preparations() {
        List<FittedNetwork> networks = new ArrayList<>();
        List<NetworkPlan> preparations = new ArrayList<>();
        for (int index = 0; index < judged.size(); index++) {
            for (FittedNetwork network : judged.get(index).members()) {
                networks.add(network);
                preparations.add(trained().get(index));
            }
        }
        return networks.equals(model.members())
                ? preparations
                : List.of(preparation.ofAllRows().orElseThrow());
    }

    /// The numbers of the networks that make the model, from 1 in the order of training: those of all folds, or
    /// the one that learned from all rows.
    public List<Integer> networks() {
        boolean isRefitted = preparation.ofAllRows().isPresent()
                && !model.members().equals(judged.getFirst().members());
        return isRefitted
                ? List.of(judged.size() + 1)
                : IntStream.rangeClosed(1, judged.size()).boxed().toList();
    }

    /// What is predicted for the validation rows, each by the networks that did not learn from it. Calculated
    /// anew at each call.
    ///
    /// [Model#predict] is for other rows: of several networks, most have learned from any row of the table.
    public OutOfFold outOfFold() {
        return OutOfFold.of(preparation.rows(), trained(), judged);
    }

    /// How many validation rows there are, those of all folds together.
    public int validationRows() {
        return OutOfFold.rowsOf(trained()).length;
    }

    /// The out-of-fold scores, and those of the trivial prediction beside them.
    public Scores scores() {
        return scores(outOfFold());
    }

    /// The scores of out-of-fold predictions that are at hand.
    public Scores scores(OutOfFold outOfFold) {
        return scores(outOfFold.predictions(), outOfFold.rows());
    }

    /// What is predicted for each row of the table that was trained on: for validation rows out of fold, for
    /// others by all networks.
    ///
    /// @param table as it was trained on
    public Predictions predictions(Table table, OutOfFold outOfFold) {
        return outOfFold.withOthers(table, model);
    }

    /// The scores of the rows that the first network learned from, by all networks. They say how well the rows
    /// were learned by heart, and nothing of others.
    public Scores trainingScores() {
        return trainingScores(Integer.MAX_VALUE);
    }

    /// The training scores of no more than so many rows from all over the table: many rows take long.
    public Scores trainingScores(int most) {
        int[] rows = preparation.members().getFirst().split().training();
        int[] some = Arrays.stream(Health.spread(rows.length, Math.min(rows.length, most)))
                .map(row -> rows[row])
                .toArray();
        Table training = preparation.rows().table().select(some);
        return scores(model.predict(training), training);
    }

    /// The scores of rows that had no part in the training, such as the test rows of [UsableRows#test].
    public Scores testScores(Table test) {
        return scores(model.predict(test), test);
    }

    /// How the parts of each judged network do, by some of the rows it learned from.
    public List<Health> health() {
        List<Health> health = new ArrayList<>();
        for (int index = 0; index < judged.size(); index++) {
            health.add(trained().get(index).health(results.get(index).network()));
        }
        return health;
    }

    /// How good predictions are, and how good the trivial ones.
    ///
    /// @param intervals of quantiles, how many rows they cover; none of other predictions
    public record Scores(int rows, Metrics model, Metrics baseline, List<IntervalCoverage> intervals) {
        public Scores {
            intervals = List.copyOf(intervals);
        }

        /// A score in each line, as in `accuracy 0.9524 (baseline 0.4419)`.
        @Override
        public String toString() {
            return model.scores().keySet().stream()
                    .map(metric -> String.format(
                            Locale.ROOT,
                            "%s %.4g (baseline %.4g)",
                            metric.title(),
                            model.score(metric),
                            baseline.scores().getOrDefault(metric, Double.NaN)))
                    .collect(Collectors.joining("\n"));
        }

        /// Whether a metric says that the trivial prediction is as good, or better.
        public boolean isNoBetter(Metric metric) {
            return lead(metric) >= 0;
        }

        /// Whether a metric says that the trivial prediction is better.
        public boolean isWorse(Metric metric) {
            return lead(metric) > 0;
        }

        /// How far the trivial prediction is ahead; NaN where one of the two has no such score, or neither way is
        /// better.
        private double lead(Metric metric) {
            double score = model.score(metric);
            double trivial = baseline.score(metric);
            return switch (metric.better()) {
                case HIGHER -> trivial - score;
                case LOWER -> score - trivial;
                case NEITHER -> Double.NaN;
            };
        }
    }

    /// The model, and a network's training in each line.
    @Override
    public String toString() {
        return results.stream().map(result -> "\n" + result).collect(Collectors.joining("", model.toString(), ""));
    }

    private Scores scores(Predictions predictions, Table rows) {
        Predictions baseline =
                model.target().baseline(preparation.members().getFirst().training(), rows);
        double[] actual = model.target().actual(rows);
        double[] weights = RowWeights.of(preparation.trainer().rows(), rows);
        return new Scores(
                rows.rows(),
                Metrics.of(predictions.against(actual, weights), preparation.metric()),
                Metrics.of(baseline.against(actual, weights), preparation.metric()),
                predictions instanceof QuantilePredictions quantiles
                        ? IntervalCoverage.of(quantiles, actual, weights)
                        : List.of());
    }
}
