package slope.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import slope.model.CalibrationSummary;
import slope.model.FitRecord;
import slope.model.ScoreBounds;
import slope.model.Slice;
import slope.model.Slices;
import slope.model.TrainingRanges;
import slope.onnx.ModelFile;

/// All contents of a model's file as one list of names and values, so that two files can be
/// compared.
final class RecordedFacts {
    static final String MODEL = "model";
    static final String SLOPE = "slope";
    static final String REQUEST = "request";
    static final String DATA_HASH = "data.hash";
    static final String SPLIT_HASH = "data.splitHash";

    /// Before the name of a metric.
    private static final String SCORES = "scores.";

    /// Before the name of a metric, scored on test rows.
    private static final String TEST_SCORES = "test.scores.";

    /// Before the name of a column.
    private static final String IMPORTANCE = "importance.";

    /// Before the conditions of a slice with large losses.
    private static final String SLICES = "slices.";

    /// Before the name of a class or the level of a quantile.
    private static final String CALIBRATION = "calibration.";

    /// Before the name of a metric.
    private static final String BOUNDS = "bounds.";

    /// Before the name of a setting.
    private static final String SETTINGS = "settings.";

    /// What facts begin with of which later versions have more.
    static final List<String> GROWING = List.of(SCORES, TEST_SCORES, IMPORTANCE, SLICES, CALIBRATION, BOUNDS, SETTINGS);

    /// Where the training was interrupted, if it was.
    static final String INTERRUPTED = SETTINGS + FitRecord.INTERRUPTED;

    private final SequencedMap<String, Object> facts = new LinkedHashMap<>();

    private RecordedFacts() {}

    /// Facts by name, as `slope inspect --json` names them, with dots between the levels.
    static SequencedMap<String, Object> of(ModelFile file) {
        RecordedFacts recorded = new RecordedFacts();
        recorded.facts.put(MODEL, file.modelHash());
        recorded.facts.put(SLOPE, file.provenance().slopeVersion());
        RecordedRequest.of(file, "the model")
                .map(request -> RecordedRequest.asItWas(request, file.model()))
                .ifPresent(request -> recorded.facts.put(REQUEST, request.toJson()));
        recorded.add(file.model().record());
        return recorded.facts;
    }

    private void add(FitRecord record) {
        facts.put("data.rows", record.data().rows());
        facts.put("data.trainingRows", record.data().trainingRows());
        facts.put("data.validationRows", record.data().validationRows());
        facts.put(DATA_HASH, record.data().hash());
        facts.put(SPLIT_HASH, record.data().splitHash());
        RecordedRequest.settings(record).forEach((name, value) -> facts.put(SETTINGS + name, value));
        record.scores().forEach(this::add);
        record.test().ifPresent(this::add);
        for (int index = 0; index < record.history().size(); index++) {
            add("history." + (index + 1), record.history().get(index));
        }
        record.ranges().forEach(this::add);
        record.importance()
                .ifPresent(importance -> importance
                        .columns()
                        .forEach(column -> facts.put(
                                IMPORTANCE + column.column(), "%s ± %s".formatted(column.mean(), column.margin()))));
        record.slices().ifPresent(this::add);
        record.calibration().ifPresent(this::add);
        record.bounds().ifPresent(bounds -> {
            bounds.validation().forEach(each -> add("validation.", each));
            bounds.test().forEach(each -> add("test.", each));
        });
    }

    private void add(Slices slices) {
        facts.put(SLICES + "all", "%s %s".formatted(slices.metric(), slices.loss()));
        for (Slice slice : slices.worst()) {
            facts.put(SLICES + slice.text(), "%s ± %s".formatted(slice.loss(), slice.margin()));
        }
    }

    private void add(String rows, ScoreBounds.Bounds bounds) {
        facts.put(BOUNDS + rows + bounds.metric(), "%s to %s".formatted(bounds.low(), bounds.high()));
    }

    private void add(CalibrationSummary calibration) {
        calibration
                .classes()
                .forEach(each -> facts.put(
                        CALIBRATION + each.name(),
                        "error %s, brier %s"
                                .formatted(each.error(), each.brier().score())));
        calibration
                .quantiles()
                .forEach(each -> facts.put(CALIBRATION + each.level(), Double.toString(each.observed())));
    }

    /// As text, because JSON has no NaN.
    private void add(FitRecord.Score score) {
        String name = SCORES + score.metric();
        facts.put(name + ".training", Double.toString(score.training()));
        facts.put(name + ".validation", Double.toString(score.validation()));
        facts.put(name + ".baseline", Double.toString(score.baseline()));
    }

    private void add(FitRecord.Test test) {
        facts.put("test.rows", test.rows());
        for (FitRecord.TestScore score : test.scores()) {
            facts.put(TEST_SCORES + score.metric() + ".score", Double.toString(score.score()));
            facts.put(TEST_SCORES + score.metric() + ".baseline", Double.toString(score.baseline()));
        }
    }

    private void add(String name, FitRecord.History history) {
        facts.put(name + ".bestEpoch", history.bestEpoch());
        facts.put(name + ".trainingLosses", texts(history.trainingLosses()));
        facts.put(name + ".validationLosses", texts(history.validationLosses()));
    }

    private void add(TrainingRanges seen) {
        String name = "seen." + seen.column();
        switch (seen) {
            case TrainingRanges.Range range -> {
                facts.put(name, "%s to %s".formatted(range.minimum(), range.maximum()));
                range.dateOrder().ifPresent(order -> facts.put(name + ".dates", order.words()));
            }
            case TrainingRanges.Words words ->
                facts.put(name, words.words().stream().sorted().toList());
        }
    }

    private static List<String> texts(List<Double> numbers) {
        return numbers.stream().map(number -> Double.toString(number)).toList();
    }
}
