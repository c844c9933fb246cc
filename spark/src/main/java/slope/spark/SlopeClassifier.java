package slope.spark;

import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.util.MLReader;
import slope.target.Target;
import slope.target.TargetChoice;
import slope.target.TargetKind;

/// Trains a classifier on raw columns.
///
///     SlopeTransformer model = new SlopeClassifier().setLabelCol("species").fit(penguins);
///
/// The label is text, a boolean or a number. Of text the prediction is the index of the class in
/// alphabetical order, and its column says which is which; of numbers it is the number.
public final class SlopeClassifier extends SlopeEstimator<SlopeClassifier> implements ThresholdParams<SlopeClassifier> {
    private static final long serialVersionUID = 1;

    private final DoubleArrayParam thresholds = ClassThresholds.param(this);

    public SlopeClassifier() {
        super(Optional.empty(), "slopeClassifier");
    }

    /// A stage with this uid, as Spark makes copies.
    public SlopeClassifier(String uid) {
        super(Optional.of(uid), "");
    }

    /// Reads what `write` wrote; pipelines ask for it.
    public static MLReader<SlopeClassifier> read() {
        return SavedStage.reader(SlopeClassifier.class, SlopeClassifier::new);
    }

    /// Reads a saved stage.
    ///
    /// @throws IllegalArgumentException if another one was saved there
    public static SlopeClassifier load(String path) {
        return read().load(path);
    }

    @Override
    TargetChoice target() {
        return TargetChoice.of(getLabelCol()).kind(TargetKind.MULTICLASS);
    }

    @Override
    List<String> otherColumns() {
        return List.of();
    }

    @Override
    Optional<String> offset() {
        return Optional.empty();
    }

    @Override
    void requireSuitable(Target target) {
        if (isSet(thresholds)) {
            ClassThresholds.rule(target, getThresholds());
        }
    }

    @Override
    boolean predicts(OutputColumn column) {
        return column != OutputColumn.QUANTILES;
    }

    @Override
    public DoubleArrayParam thresholds() {
        return thresholds;
    }

    @Override
    public SlopeClassifier self() {
        return this;
    }
}
