package slope.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.util.MLReader;
import slope.table.DataException;
import slope.target.Target;
import slope.target.TargetChoice;
import slope.target.TargetKind;

/// Trains a regression on raw columns: of numbers, of counts or amounts, or of quantiles.
///
///     SlopeTransformer model = new SlopeRegressor().setLabelCol("body_mass_g")
///             .setQuantileProbabilities(0.1, 0.5, 0.9).fit(penguins);
public final class SlopeRegressor extends SlopeEstimator<SlopeRegressor> {
    private static final long serialVersionUID = 1;

    /// Those of Spark's AFTSurvivalRegression.
    private static final double[] USUAL_PROBABILITIES = {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};

    private final Param<String> task;
    private final Param<String> exposureCol;
    private final Param<String> offsetCol;
    private final DoubleArrayParam quantileProbabilities;

    public SlopeRegressor() {
        this(Optional.empty(), "slopeRegressor");
    }

    /// A stage with this uid, as Spark makes copies.
    public SlopeRegressor(String uid) {
        this(Optional.of(uid), "");
    }

    private SlopeRegressor(Optional<String> uid, String prefix) {
        super(uid, prefix);
        List<String> tasks =
                List.of(TargetKind.REGRESSION, TargetKind.COUNT, TargetKind.GAMMA, TargetKind.TWEEDIE).stream()
                        .map(TargetKind::option)
                        .toList();
        task = TextParam.oneOf(this, "task", "what is predicted: " + String.join(", ", tasks), tasks);
        exposureCol =
                TextParam.of(this, "exposureCol", "name of the column that counts and amounts are in proportion to");
        offsetCol = TextParam.of(
                this,
                "offsetCol",
                "name of the column of offsets of counts and amounts: logarithms of what they are in proportion to");
        quantileProbabilities = new DoubleArrayParam(
                this,
                "quantileProbabilities",
                "probabilities of the quantiles to predict; empty predicts the mean, or the quantiles of"
                        + " AFTSurvivalRegression where quantilesCol is set");
        setDefault(task, TargetKind.REGRESSION.option());
        setDefault(quantileProbabilities, new double[0]);
    }

    /// Reads what `write` wrote; pipelines ask for it.
    public static MLReader<SlopeRegressor> read() {
        return SavedStage.reader(SlopeRegressor.class, SlopeRegressor::new);
    }

    /// Reads a saved stage.
    ///
    /// @throws IllegalArgumentException if another one was saved there
    public static SlopeRegressor load(String path) {
        return read().load(path);
    }

    @Override
    TargetChoice target() {
        TargetChoice choice = TargetChoice.of(getLabelCol());
        if (predictsQuantiles()) {
            if (isSet(task) && !getTask().equals(TargetKind.REGRESSION.option())) {
                throw new DataException(
                        "quantiles are of numbers, not of the task %s; leave out one of them".formatted(getTask()));
            }
            return choice.quantiles(Arrays.stream(probabilities()).boxed().toList());
        }
        TargetChoice ofTask = choice.kind(TargetKind.named(getTask()).orElseThrow());
        return exposure().map(ofTask::exposure).orElse(ofTask);
    }

    /// The column of exposures: one that is there, or is made of offsets.
    private Optional<String> exposure() {
        Optional<String> named = roleColumns().named(exposureCol);
        if (named.isPresent() && offset().isPresent()) {
            throw new DataException("an offset is the logarithm of an exposure; name one of them");
        }
        return named.or(() -> offset().map(LogExposure::name));
    }

    @Override
    List<String> otherColumns() {
        return exposure().stream().toList();
    }

    @Override
    Optional<String> offset() {
        return roleColumns().named(offsetCol);
    }

    private boolean predictsQuantiles() {
        return probabilities().length > 0;
    }

    /// Whoever names a column of quantiles alone wants the usual ones.
    private double[] probabilities() {
        boolean wantsUsual = isSet(quantilesCol()) && !getQuantilesCol().isEmpty() && !isSet(quantileProbabilities);
        return wantsUsual ? USUAL_PROBABILITIES : getQuantileProbabilities();
    }

    @Override
    void requireSuitable(Target target) {}

    @Override
    boolean predicts(OutputColumn column) {
        return column == OutputColumn.PREDICTION || (column == OutputColumn.QUANTILES && predictsQuantiles());
    }

    /// What is predicted: `regression`, the default, of numbers, `count`, or `gamma` and `tweedie`, which are amounts.
    public Param<String> task() {
        return task;
    }

    /// The column that counts and amounts are in proportion to.
    public Param<String> exposureCol() {
        return exposureCol;
    }

    /// The column of offsets of counts and amounts: the logarithm of the exposure. A model reads the exposure, which
    /// it calls `exp(NAME)`, and a DataFrame may have either.
    public Param<String> offsetCol() {
        return offsetCol;
    }

    /// The probabilities of the quantiles to predict, above 0, below 1 and ascending; none, the default, predicts the
    /// mean, or where `quantilesCol` is set the nine quantiles of Spark's AFTSurvivalRegression.
    public DoubleArrayParam quantileProbabilities() {
        return quantileProbabilities;
    }

    public String getTask() {
        return getOrDefault(task);
    }

    public String getExposureCol() {
        return getOrDefault(exposureCol);
    }

    public String getOffsetCol() {
        return getOrDefault(offsetCol);
    }

    public double[] getQuantileProbabilities() {
        return getOrDefault(quantileProbabilities);
    }

    public SlopeRegressor setTask(String name) {
        set(task, name);
        return this;
    }

    public SlopeRegressor setExposureCol(String name) {
        set(exposureCol, name);
        return this;
    }

    public SlopeRegressor setOffsetCol(String name) {
        set(offsetCol, name);
        return this;
    }

    public SlopeRegressor setQuantileProbabilities(double... probabilities) {
        set(quantileProbabilities, probabilities.clone());
        return this;
    }

    @Override
    public SlopeRegressor self() {
        return this;
    }
}
