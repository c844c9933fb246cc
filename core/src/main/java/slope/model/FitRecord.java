package slope.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import slope.training.TrainingResult;

/// The record of a training: its data, settings and scores, enough to repeat and compare it.
///
/// No time, no name of a file and nothing of the machine is in it, so that the same training gives
/// the same record everywhere. A value: each method with a part gives another record.
public final class FitRecord {
    /// Names the setting of models that were selected among several trainings: which of them, and how
    /// often each counts.
    public static final String SELECTION = "selection";

    /// Names the note of models whose training was ended before its last epoch: where that was.
    public static final String INTERRUPTED = "interrupted";

    private final Data data;
    private final Training training;
    private final Outcome outcome;
    private final Diagnosis diagnosis;

    private FitRecord(Data data, Training training, Outcome outcome, Diagnosis diagnosis) {
        this.data = data;
        this.training = training;
        this.outcome = outcome;
        this.diagnosis = diagnosis;
    }

    /// The training data.
    ///
    /// @param rows of the table
    /// @param trainingRows of the first network
    /// @param validationRows of all folds together
    /// @param hash of the table's columns and cells, empty if it is not known
    /// @param splitHash of the split, empty if it is not known
    /// @param sketch hashes of some training and validation rows; empty if they are not known
    public record Data(
            int rows, int trainingRows, int validationRows, String hash, String splitHash, Optional<RowSketch> sketch) {

        /// Data whose single rows are not known.
        public Data(int rows, int trainingRows, int validationRows, String hash, String splitHash) {
            this(rows, trainingRows, validationRows, hash, splitHash, Optional.empty());
        }
    }

    /// The scores of one metric, NaN where there is none.
    ///
    /// @param metric its name
    /// @param training of training rows
    /// @param validation of validation rows, out of fold
    /// @param baseline of validation rows, by the baseline
    /// @param linear of validation rows, by ridge, logistic or Poisson regression, fitted to the training
    ///     rows of each fold; NaN for quantiles, and where the time was limited
    public record Score(String metric, double training, double validation, double baseline, double linear) {
        /// A score that no linear model is seen beside.
        public Score(String metric, double training, double validation, double baseline) {
            this(metric, training, validation, baseline, Double.NaN);
        }
    }

    /// The test rows that were held out, see `RowSelection.testShare`.
    ///
    /// @param rows how many they are
    /// @param scores one for each metric
    public record Test(int rows, List<TestScore> scores) {
        public Test {
            scores = List.copyOf(scores);
        }
    }

    /// The test scores of one metric, NaN where there is none.
    ///
    /// @param metric its name
    /// @param baseline of the same rows, by the baseline
    public record TestScore(String metric, double score, double baseline) {}

    /// The losses of a network's training.
    ///
    /// @param bestEpoch the one that was kept, from 1
    /// @param trainingLosses of each epoch
    /// @param validationLosses after each epoch
    public record History(int bestEpoch, List<Double> trainingLosses, List<Double> validationLosses) {
        public History {
            trainingLosses = List.copyOf(trainingLosses);
            validationLosses = List.copyOf(validationLosses);
        }

        public static History of(TrainingResult result) {
            return new History(
                    result.bestEpoch(),
                    result.history().stream()
                            .map(report -> report.losses().training())
                            .toList(),
                    result.history().stream()
                            .map(report -> report.losses().validation())
                            .toList());
        }
    }

    private record Training(
            Map<String, String> settings,
            Map<String, String> sources,
            Optional<String> weightColumn,
            List<Map<String, Double>> classWeights) {}

    private record Outcome(
            List<Score> scores,
            Optional<Test> test,
            List<History> history,
            List<TrainingRanges> ranges,
            Optional<Importance> importance) {}

    private record Diagnosis(
            Optional<Slices> slices, Optional<CalibrationSummary> calibration, Optional<ScoreBounds> bounds) {}

    /// The record of a model about whose training nothing is known.
    public static FitRecord unknown() {
        return new FitRecord(
                new Data(0, 0, 0, "", ""),
                new Training(Map.of(), Map.of(), Optional.empty(), List.of()),
                new Outcome(List.of(), Optional.empty(), List.of(), List.of(), Optional.empty()),
                new Diagnosis(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    public Data data() {
        return data;
    }

    public FitRecord data(Data data) {
        return new FitRecord(data, training, outcome, diagnosis);
    }

    /// The settings of the training, for people: names and values in the order of a report.
    public Map<String, String> settings() {
        return training.settings;
    }

    public FitRecord settings(Map<String, String> settings) {
        return with(new Training(ordered(settings), training.sources, training.weightColumn, training.classWeights));
    }

    /// The same with one more setting or note.
    public FitRecord with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(training.settings);
        more.put(name, value);
        return settings(more);
    }

    /// The source of each setting: a choice, the recipe, or one of its rules.
    public Map<String, String> sources() {
        return training.sources;
    }

    public FitRecord sources(Map<String, String> sources) {
        return with(new Training(training.settings, ordered(sources), training.weightColumn, training.classWeights));
    }

    /// The weight column, for training and scores.
    public Optional<String> weightColumn() {
        return training.weightColumn;
    }

    public FitRecord weightColumn(Optional<String> weightColumn) {
        return with(new Training(training.settings, training.sources, weightColumn, training.classWeights));
    }

    /// The class weights of each network of the model; empty where all classes counted the same.
    public List<Map<String, Double>> classWeights() {
        return training.classWeights;
    }

    public FitRecord classWeights(List<Map<String, Double>> classWeights) {
        List<Map<String, Double>> copied =
                classWeights.stream().map(FitRecord::ordered).toList();
        return with(new Training(training.settings, training.sources, training.weightColumn, copied));
    }

    private FitRecord with(Training other) {
        return new FitRecord(data, other, outcome, diagnosis);
    }

    /// The scores of training and validation rows, and of the baseline.
    public List<Score> scores() {
        return outcome.scores;
    }

    public FitRecord scores(List<Score> scores) {
        return with(
                new Outcome(List.copyOf(scores), outcome.test, outcome.history, outcome.ranges, outcome.importance));
    }

    /// The held-out test rows and their scores; empty if there are none, or training ended early.
    public Optional<Test> test() {
        return outcome.test;
    }

    public FitRecord test(Optional<Test> test) {
        return with(new Outcome(outcome.scores, test, outcome.history, outcome.ranges, outcome.importance));
    }

    /// The losses of each network's training.
    public List<History> history() {
        return outcome.history;
    }

    public FitRecord history(List<History> history) {
        return with(
                new Outcome(outcome.scores, outcome.test, List.copyOf(history), outcome.ranges, outcome.importance));
    }

    /// The ranges of the training rows in the columns of the model, and the order of dates.
    public List<TrainingRanges> ranges() {
        return outcome.ranges;
    }

    public FitRecord ranges(List<TrainingRanges> ranges) {
        return with(
                new Outcome(outcome.scores, outcome.test, outcome.history, List.copyOf(ranges), outcome.importance));
    }

    /// The importance of the columns, in rows that were predicted out of fold; empty if it was not measured.
    public Optional<Importance> importance() {
        return outcome.importance;
    }

    public FitRecord importance(Optional<Importance> importance) {
        return with(new Outcome(outcome.scores, outcome.test, outcome.history, outcome.ranges, importance));
    }

    /// The slices of rows that were predicted out of fold with the largest losses; empty if unknown.
    public Optional<Slices> slices() {
        return diagnosis.slices;
    }

    public FitRecord slices(Optional<Slices> slices) {
        return with(new Diagnosis(slices, diagnosis.calibration, diagnosis.bounds));
    }

    /// The calibration of out-of-fold predictions; empty for numbers, and if it was not measured.
    public Optional<CalibrationSummary> calibration() {
        return diagnosis.calibration;
    }

    public FitRecord calibration(Optional<CalibrationSummary> calibration) {
        return with(new Diagnosis(diagnosis.slices, calibration, diagnosis.bounds));
    }

    /// The bounds of scores; empty if they were not computed.
    public Optional<ScoreBounds> bounds() {
        return diagnosis.bounds;
    }

    public FitRecord bounds(Optional<ScoreBounds> bounds) {
        return with(new Diagnosis(diagnosis.slices, diagnosis.calibration, bounds));
    }

    private FitRecord with(Diagnosis other) {
        return new FitRecord(data, training, outcome, other);
    }

    private FitRecord with(Outcome other) {
        return new FitRecord(data, training, other, diagnosis);
    }

    private static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FitRecord that
                && data.equals(that.data)
                && training.equals(that.training)
                && outcome.equals(that.outcome)
                && diagnosis.equals(that.diagnosis);
    }

    @Override
    public int hashCode() {
        return Objects.hash(data, training, outcome, diagnosis);
    }

    @Override
    public String toString() {
        return "FitRecord[%s, %s, %s, %s]".formatted(data, training, outcome, diagnosis);
    }
}
