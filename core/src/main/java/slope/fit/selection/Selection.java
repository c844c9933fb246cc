package slope.fit.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import slope.evaluation.Scores;
import slope.explain.PermutedRows;
import slope.fit.FitDiagnosis;
import slope.fit.FitPlan;
import slope.fit.PairedRows;
import slope.model.FitRecord;
import slope.model.Importance;
import slope.model.Model;
import slope.table.Table;
import slope.target.Target;

/// The ensemble of several trainings that predicts rows best which its networks were not trained on
/// (Caruana et al. 2004, "Ensemble selection from libraries of models"): up to 25 candidates, with
/// replacement, whose weighted mean has the best score in out-of-fold rows.
///
///     Selection selection = Selection.of(plan, candidates);
///     Model model = selection.model();
///
/// The first candidate is the training that a person would have without a search. It is selected by itself
/// unless the others make the mean loss of a row lower by more than one standard error, in rows that had no say:
/// of thirty trainings on a few hundred rows some are better by chance.
///
/// The score of a selection in the rows that selected it is optimistic, the more so the more
/// candidates there are. [#scores] are nested: each part of the rows is predicted by what the other
/// parts select.
public final class Selection {
    /// As many as AutoGluon and auto-sklearn take, about: later rounds hardly change the mean.
    private static final int ROUNDS = 25;

    private final FitPlan plan;
    private final List<Candidate> candidates;
    private final SharedRows shared;
    private final ScoredSubset all;
    private final List<double[]> decoded; // of each candidate, for all shared rows
    private final int[] counts;
    private final PairedRows.Gain gain; // of a selection over the first candidate
    private final Target decided; // with the rule of decisions
    private final double[] uncalibrated; // decoded outputs of all shared rows, by what other rows select
    private final double[] nested; // the same, calibrated by other rows
    private final Scores scores;

    private Selection(FitPlan plan, List<Candidate> candidates) {
        this.plan = plan;
        this.candidates = List.copyOf(candidates);
        int folds = candidates.stream()
                .mapToInt(candidate -> candidate.networks().size())
                .min()
                .orElseThrow(() -> new IllegalArgumentException("a selection needs at least one candidate"));
        this.shared = SharedRows.of(plan, folds);
        this.all = ScoredSubset.of(target(), plan, shared.table());
        this.decoded = candidates.stream()
                .map(candidate -> candidate.outOfFold(shared.folds()))
                .toList();
        double[] ofFirst = decoded.getFirst();
        double[] ofSelected = nested(rows -> mean(selectedBy(rows)));
        PairedRows rows = PairedRows.of(plan, shared.table());
        this.gain = rows.gain(rows.losses(calibrated(ofFirst)), rows.losses(calibrated(ofSelected)));
        this.uncalibrated = gain.isClear() ? ofSelected : ofFirst;
        this.nested = calibrated(uncalibrated);
        this.counts = gain.isClear() ? new GreedySelection(decoded, all.loss(plan), ROUNDS).counts() : first();
        this.decided = all.postProcessing(plan, uncalibrated).target();
        this.scores = all.scores(decided, nested, shared.table(), plan.first().training());
    }

    /// Selects among candidates.
    ///
    /// @param plan of any of their trainings: all have the same rows and folds
    /// @param candidates at least one, the training without a search first; of equally good ones the first is
    ///     preferred
    public static Selection of(FitPlan plan, List<Candidate> candidates) {
        return new Selection(plan, candidates);
    }

    private Target target() {
        return candidates.getFirst().networks().getFirst().target();
    }

    /// What was selected among.
    public List<Candidate> candidates() {
        return candidates;
    }

    /// How often each candidate was added; 0 where it was left out.
    public List<Integer> counts() {
        return Arrays.stream(counts).boxed().toList();
    }

    /// The number of rows that all candidates predict out of fold.
    public int rows() {
        return all.size();
    }

    /// The score of each candidate by itself in these rows, by the metric of the plan, not
    /// calibrated.
    public List<Double> candidateScores() {
        return decoded.stream().map(all::score).toList();
    }

    /// The score of the selection in the rows that selected it, by the metric of the plan, not
    /// calibrated: too good to be true.
    public double optimisticScore() {
        return all.score(mean(counts));
    }

    /// Scores of rows, each of which is predicted by what other rows select and calibrate.
    public Scores scores() {
        return scores;
    }

    /// How much lower the mean loss of a row is than by the first candidate alone, where other rows select; the
    /// first candidate is the selection unless it is more than a standard error.
    public PairedRows.Gain gain() {
        return gain;
    }

    private int[] first() {
        int[] counts = new int[candidates.size()];
        counts[0] = 1;
        return counts;
    }

    private int[] selectedBy(int[] rows) {
        List<double[]> ofRows =
                decoded.stream().map(each -> all.decoded(each, rows)).toList();
        return new GreedySelection(ofRows, all.of(rows).loss(plan), ROUNDS).counts();
    }

    /// @param by what some rows make of all rows; each part is taken from what the others make
    private double[] nested(Function<int[], double[]> by) {
        int[] parts = shared.parts();
        double[] predicted = new double[decoded.getFirst().length];
        int width = predicted.length / Math.max(1, parts.length);
        for (int part = 0; part <= Arrays.stream(parts).max().orElse(0); part++) {
            int[] held = ScoredSubset.rows(parts, part, true);
            int[] others = held.length == parts.length ? held : ScoredSubset.rows(parts, part, false);
            double[] made = all.decoded(by.apply(others), held);
            for (int row = 0; row < held.length; row++) {
                System.arraycopy(made, row * width, predicted, held[row] * width, width);
            }
        }
        return predicted;
    }

    private double[] calibrated(double[] decoded) {
        return nested(rows ->
                all.of(rows).postProcessing(plan, all.decoded(decoded, rows)).calibrated(decoded));
    }

    /// The weighted mean of all shared rows.
    private double[] mean(int[] counts) {
        double[] mean = new double[decoded.getFirst().length];
        int sum = Arrays.stream(counts).sum();
        for (int candidate = 0; candidate < counts.length; candidate++) {
            if (counts[candidate] > 0) {
                double[] more = decoded.get(candidate);
                for (int index = 0; index < mean.length; index++) {
                    mean[index] += counts[candidate] * more[index];
                }
            }
        }
        for (int index = 0; index < mean.length; index++) {
            mean[index] /= sum;
        }
        return mean;
    }

    /// The selected networks, each with its count. They are calibrated on what other rows select: by the rows
    /// that selected them they look too sure. See [#recorded].
    public Model model() {
        return completed(SelectedNetworks.of(candidates, counts).model());
    }

    private Model completed(Model model) {
        return all.postProcessing(plan, uncalibrated).of(model);
    }

    /// The importance of the columns in rows that the selected networks were not trained on.
    ///
    /// @param record says how rows are weighted
    private Optional<Importance> importance(FitRecord record) {
        SelectedNetworks selected = SelectedNetworks.of(candidates, counts);
        List<PermutedRows.Part> parts = new ArrayList<>();
        for (Table rows : shared.folds()) {
            parts.add(new PermutedRows.Part(
                    completed(selected.ofFold(parts.size())).with(record), rows));
        }
        return PermutedRows.outOfFold(parts, Integer.MAX_VALUE, plan.estimator().seed());
    }

    /// The [#model] with its intervals or sets, if the plan asks for them, and the record of its
    /// selection: all that a single training tells, of rows that others predict.
    ///
    /// @param dataHash the hash of the table as it was read; empty if it is not known
    public Model recorded(String dataHash) {
        FitDiagnosis diagnosis = FitDiagnosis.of(plan, shared.folds().size(), decided, nested, shared.table());
        Model model = diagnosis.withIntervals(model());
        FitRecord record = SelectionRecord.of(this, model, diagnosis.linearScores(), dataHash);
        Optional<FitRecord.Test> test = plan.rows().test().map(rows -> SelectionRecord.test(scores(model, rows)));
        return model.with(diagnosis.on(record.test(test).importance(importance(record)), model));
    }

    /// The scores of the model in rows that had no part in the training, beside the baseline of the
    /// training rows.
    ///
    /// @param model the selected one
    /// @param rows none of whose targets is missing
    public Scores scores(Model model, Table rows) {
        return ScoredSubset.of(model.target(), plan, rows)
                .scores(model.target(), model.decoded(rows), rows, plan.first().training());
    }

    /// The plan that it was made with.
    public FitPlan plan() {
        return plan;
    }
}
