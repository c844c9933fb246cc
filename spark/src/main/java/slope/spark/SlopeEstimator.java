package slope.spark;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import slope.Slope;
import slope.fit.FitPlan;
import slope.fit.RowSelection;
import slope.metric.Metric;
import slope.onnx.ModelFile;
import slope.onnx.Provenance;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.run.TrainingRequest;
import slope.table.DataException;
import slope.table.Table;
import slope.target.Target;
import slope.target.TargetChoice;
import slope.training.TrainingListener;

/// What [SlopeClassifier] and [SlopeRegressor] share: raw columns in, a [SlopeTransformer] out.
///
/// The columns are numbers, text, booleans, dates and timestamps, with nulls; no vector has to be
/// assembled. Where [#numWorkers] is 0, the driver trains and collects the columns that are read;
/// otherwise so many tasks of the cluster train together.
///
/// A setter refuses a value that is never possible ([IllegalArgumentException]), [#fit] what does not suit the rows
/// ([slope.table.DataException]).
///
/// @param <E> the stage
public abstract class SlopeEstimator<E extends SlopeEstimator<E>> extends Estimator<SlopeTransformer>
        implements RoleParams<E>, FeatureParams<E>, WorkerParams<E>, PredictionParams<E>, DefaultParamsWritable {
    private static final long serialVersionUID = 1;

    private final String uid;
    private final RoleColumns roleColumns;
    private final WorkerSettings workerSettings;
    private final PredictionColumns predictionColumns;
    private final SettingParams settings;
    private final Param<String> featuresCol;
    private final Param<String> recipe;
    private final Param<String> metric;
    private final LongParam seed;
    private final DoubleParam validationShare;
    private final IntParam folds;

    SlopeEstimator(Optional<String> uid, String prefix) {
        this.uid = uid.orElseGet(() -> Identifiable$.MODULE$.randomUID(prefix));
        this.roleColumns = new RoleColumns(this);
        this.workerSettings = new WorkerSettings(this);
        this.predictionColumns = new PredictionColumns(this);
        this.settings = new SettingParams(this);
        this.featuresCol = FeatureVector.param(this);
        List<String> recipes = Recipe.all().stream().map(Recipe::title).toList();
        this.recipe = TextParam.oneOf(this, "recipe", "network and training: " + String.join(", ", recipes), recipes);
        List<String> metrics = Metric.ALL.stream().map(Metric::title).toList();
        this.metric = TextParam.oneOf(
                this,
                "metric",
                "metric that chooses the best epoch, if not that of the task: " + String.join(", ", metrics),
                metrics);
        this.seed = new LongParam(this, "seed", "seed of everything random");
        this.validationShare = new DoubleParam(
                this,
                "validationShare",
                "share of rows that choose the best epoch",
                ParamValidators.inRange(0, 1, false, false));
        this.folds = new IntParam(
                this,
                "folds",
                "networks, each with other validation rows, whose predictions are averaged; 0 for as many as the recipe"
                        + " trains",
                ParamValidators.gtEq(0));
        setDefault(recipe, Recipe.tuned().title());
        setDefault(seed, (Object) 0L);
        setDefault(validationShare, (Object) 0.2);
        setDefault(folds, (Object) 1);
    }

    /// The kind of target and its column.
    abstract TargetChoice target();

    /// Further columns that have a role.
    abstract List<String> otherColumns();

    /// The column that another one is made of, and that is no input itself.
    abstract Optional<String> offset();

    /// Refuses a target that the params do not suit. It is known before the training, which may take hours.
    ///
    /// @throws DataException if it is such
    abstract void requireSuitable(Target target);

    /// Whether predictions have a column.
    abstract boolean predicts(OutputColumn column);

    /// Trains a model.
    ///
    /// @throws DataException if the columns or params are not suitable, or the cluster cannot train;
    ///     one sentence says why
    @Override
    public SlopeTransformer fit(Dataset<?> dataset) {
        if (dataset.isStreaming()) {
            throw new DataException(
                    "a training needs all rows, and a stream has no last one; train on a table, and score the stream");
        }
        transformSchema(dataset.schema());
        Optional<FeatureVector> vector = roleColumns.vector(dataset, featuresCol);
        Optional<String[]> inputs = roleColumns.inputs(vector);
        TrainingFrame frame = frame(dataset, vector, inputs);
        slope.fit.Estimator chosen = estimator();
        slope.fit.Estimator estimator = inputs.map(chosen::columns).orElse(chosen);
        ModelFile file = workerSettings.isOnCluster()
                ? ClusterFit.of(frame, estimator, workerSettings).train(this::requireSuitable)
                : fitInDriver(frame, estimator);
        return copyValues(SlopeTransformer.of(file, uid), new ParamMap()).setParent(this);
    }

    /// The columns that are read, with those that are made of others.
    private TrainingFrame frame(Dataset<?> dataset, Optional<FeatureVector> vector, Optional<String[]> inputs) {
        Set<String> unread = new LinkedHashSet<>();
        workerSettings.text(workerSettings.rowId()).ifPresent(unread::add);
        offset().ifPresent(unread::add);
        ColumnPlaces.require(dataset.schema(), unread);
        offset().ifPresent(offset -> LogExposure.require(dataset.schema(), offset));
        List<String> wanted = new ArrayList<>(otherColumns());
        vector.map(FeatureVector::names).ifPresent(wanted::addAll);
        Dataset<Row> rows = DerivedColumns.of(wanted, dataset.schema(), vector).appendedTo(dataset);
        TrainingFrame frame = TrainingFrame.of(rows, roleColumns.read(rows.schema(), inputs, otherColumns(), unread));
        roleColumns.requireKinds(frame);
        return frame;
    }

    private ModelFile fitInDriver(TrainingFrame frame, slope.fit.Estimator estimator) {
        String request = TrainingRequest.of("", estimator).recorded().toJson();
        FitPlan plan = plan(estimator, frame.collected());
        requireSuitable(plan.target());
        return new ModelFile(
                plan.train(TrainingListener.silent()).result().model(), Provenance.ofThisVersion(Optional.of(request)));
    }

    private static FitPlan plan(slope.fit.Estimator estimator, Table rows) {
        try {
            return estimator.plan(rows);
        } catch (DataException problem) {
            throw UnnumberedRows.said(problem);
        }
    }

    /// All that is set, as Slope's own estimator; without the inputs, which the DataFrame may decide.
    slope.fit.Estimator estimator() {
        RowSelection rows = RowSelection.defaults().validationShare((double) getOrDefault(validationShare));
        rows = roleColumns.named(roleColumns.weight()).map(rows::weight).orElse(rows);
        rows = roleColumns.named(roleColumns.group()).map(rows::group).orElse(rows);
        rows = roleColumns
                .named(roleColumns.validationIndicator())
                .map(rows::validationColumn)
                .orElse(rows);
        int networks = (int) getOrDefault(folds);
        rows = networks > 0 ? rows.folds(networks) : rows;
        slope.fit.Estimator estimator = Slope.predict(target())
                .rows(rows)
                .recipe(settings.applied(Recipe.named(getOrDefault(recipe)).orElseThrow(), this))
                .seed((long) getOrDefault(seed));
        if (isSet(metric)) {
            estimator = estimator.metric(Metric.named(getOrDefault(metric)).orElseThrow());
        }
        return estimator;
    }

    /// The schema with the columns of predictions, as far as they are known before training.
    @Override
    public StructType transformSchema(StructType schema) {
        return OutputColumns.of(this::predicts, this).appendedTo(schema);
    }

    @Override
    public E copy(ParamMap extra) {
        return defaultCopy(extra);
    }

    /// Those of this class and, for each [Setting] of recipes, one of its name.
    @Override
    public Param<?>[] params() {
        return Stream.concat(Stream.of(super.params()), Stream.of(settings.all()))
                .toArray(Param<?>[]::new);
    }

    /// The param of a setting, for grids and copies; its values are numbers, or texts as `slope train` has them.
    public Param<Object> settingParam(Setting<?> setting) {
        return settings.of(setting);
    }

    /// Chooses a setting, which the recipe decides otherwise.
    public <T> E set(Setting<T> setting, T value) {
        set(settings.of(setting), (Object) SettingParam.text(value));
        return self();
    }

    /// The recipe, the network and its training: `tuned` by default.
    public Param<String> recipe() {
        return recipe;
    }

    /// The metric that chooses the best epoch; without one it is that of the task.
    public Param<String> metric() {
        return metric;
    }

    /// The seed of everything random, 0 by default.
    public LongParam seed() {
        return seed;
    }

    /// The share of rows that choose the best epoch, above 0 and below 1: 0.2 by default.
    public DoubleParam validationShare() {
        return validationShare;
    }

    /// The number of networks, each with other validation rows: 1 by default; 0 leaves it to the recipe, as
    /// `slope train` does.
    public IntParam folds() {
        return folds;
    }

    public E setRecipe(String name) {
        set(recipe, name);
        return self();
    }

    public E setMetric(String name) {
        set(metric, name);
        return self();
    }

    public E setSeed(long number) {
        set(seed, (Object) number);
        return self();
    }

    public E setValidationShare(double share) {
        set(validationShare, (Object) share);
        return self();
    }

    public E setFolds(int count) {
        set(folds, (Object) count);
        return self();
    }

    @Override
    public Param<String> featuresCol() {
        return featuresCol;
    }

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public RoleColumns roleColumns() {
        return roleColumns;
    }

    @Override
    public WorkerSettings workerSettings() {
        return workerSettings;
    }

    @Override
    public PredictionColumns predictionColumns() {
        return predictionColumns;
    }
}
