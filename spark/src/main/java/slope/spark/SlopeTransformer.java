package slope.spark;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import slope.onnx.ModelFile;
import slope.table.DataException;

/// Scores the rows of a DataFrame with a model of Slope's, on the columns by their names.
///
///     SlopeTransformer model = SlopeTransformer.load("penguins.onnx");
///     Dataset<Row> scored = model.transform(penguins);
///
/// Any model file will do, and a plain network of another program's (see [ModelFile#read]). Numbers of
/// every type, text, booleans, dates and timestamps are read as `slope predict` reads the cells of a
/// file; null is a missing value. A model that was trained on a vector, or with an offset, finds them. What is added is
/// named as [PredictionParams] say, and has the bits
/// that every other way to predict gives.
public final class SlopeTransformer extends Model<SlopeTransformer>
        implements PredictionParams<SlopeTransformer>,
                FeatureParams<SlopeTransformer>,
                ThresholdParams<SlopeTransformer>,
                MLWritable {
    private static final long serialVersionUID = 1;

    /// The model's file in the folder of a saved stage.
    private static final String MODEL = "model.onnx";

    private final String uid;
    private final Optional<SavedModel> model;
    private final PredictionColumns predictionColumns;
    private final Param<String> featuresCol;
    private final DoubleArrayParam thresholds;

    /// A stage without a model, which Spark needs to make one by name: [#load] gives one with it.
    public SlopeTransformer() {
        this(Identifiable$.MODULE$.randomUID("slope"), Optional.empty());
    }

    private SlopeTransformer(String uid, Optional<SavedModel> model) {
        this.uid = uid;
        this.model = model;
        this.predictionColumns = new PredictionColumns(this);
        this.featuresCol = FeatureVector.param(this);
        this.thresholds = ClassThresholds.param(this);
    }

    /// A model that was just trained.
    static SlopeTransformer of(ModelFile file, String uid) {
        return new SlopeTransformer(uid, Optional.of(new SavedModel(file.toByteArray(), "the trained model")));
    }

    /// A model in an ONNX file, or a stage in a folder that [#save] wrote; on a disk, in HDFS or an
    /// object store, as Spark names them.
    ///
    /// @throws DataException if there is none; it names the file and says why
    public static SlopeTransformer load(String path) {
        SparkSession session = SparkSession.active();
        if (SparkFiles.isFolder(hadoop(session), path)) {
            if (!SparkFiles.isFolder(hadoop(session), path + "/metadata")) {
                throw new DataException(
                        "%s is a folder in which no stage was saved; name that of a stage, or a model's file"
                                .formatted(path));
            }
            return read().load(path);
        }
        SavedModel model = new SavedModel(SparkFiles.read(hadoop(session), path), path);
        model.file();
        return new SlopeTransformer(Identifiable$.MODULE$.randomUID("slope"), Optional.of(model));
    }

    private static Configuration hadoop(SparkSession session) {
        return session.sessionState().newHadoopConf();
    }

    /// Reads what [#write] wrote; pipelines ask for it.
    public static MLReader<SlopeTransformer> read() {
        return new MLReader<>() {
            @Override
            public SlopeTransformer load(String path) {
                var saved = SavedStage.read(SlopeTransformer.class, path, sparkSession());
                String file = path + "/" + MODEL;
                SavedModel model = new SavedModel(SparkFiles.read(hadoop(sparkSession()), file), file);
                SlopeTransformer stage = new SlopeTransformer(saved.uid(), Optional.of(model));
                SavedStage.restore(stage, saved);
                return stage;
            }
        };
    }

    /// Writes the params and, as `model.onnx`, the model: a file for everything else in Slope, and for
    /// any ONNX Runtime.
    @Override
    public MLWriter write() {
        SavedModel saved = required();
        return new MLWriter() {
            @Override
            public void saveImpl(String path) {
                SavedStage.write(SlopeTransformer.this, path, sparkSession());
                SparkFiles.write(hadoop(sparkSession()), path + "/" + MODEL, saved.bytes());
            }
        };
    }

    @Override
    public Dataset<Row> transform(Dataset<?> dataset) {
        SavedModel saved = required();
        DerivedColumns derived = derived(saved, dataset.schema());
        Dataset<Row> rows = derived.appendedTo(dataset);
        StructType schema = scored(saved, dataset.schema(), rows.schema());
        SparkSession session = dataset.sparkSession();
        Broadcast<SavedModel> sent =
                JavaSparkContext.fromSparkContext(session.sparkContext()).broadcast(saved);
        CellValue cells = new CellValue(ZoneId.of(session.sessionState().conf().sessionLocalTimeZone()));
        BlockScorer scorer =
                new BlockScorer(sent, rows.schema(), dataset.schema().length(), outputs(saved), cells);
        StructType placed = ColumnPlaces.called(schema);
        return described(ColumnPlaces.called(rows).mapPartitions(scorer, Encoders.row(placed)), schema);
    }

    /// With the names of the columns and their metadata, which rows lose: indexes of classes are nothing without it.
    private static Dataset<Row> described(Dataset<Row> scored, StructType schema) {
        List<Column> columns = new ArrayList<>();
        for (StructField field : schema.fields()) {
            columns.add(ColumnPlaces.column(columns.size()).as(field.name(), field.metadata()));
        }
        return scored.select(columns.toArray(Column[]::new));
    }

    /// The schema with the columns of predictions.
    ///
    /// @throws DataException if a column of the model is not there, is there twice or is of a type that
    ///     has no cells or none of the model's kind, or if a name of predictions is taken
    @Override
    public StructType transformSchema(StructType schema) {
        SavedModel saved = required();
        return scored(saved, schema, derived(saved, schema).appendedTo(schema));
    }

    private DerivedColumns derived(SavedModel saved, StructType schema) {
        Set<String> columns = saved.file().model().columns().keySet();
        return DerivedColumns.of(columns, schema, FeatureVector.read(columns, schema, getFeaturesCol()));
    }

    /// @param schema of what comes
    /// @param whole the same with columns that are made of others
    private StructType scored(SavedModel saved, StructType schema, StructType whole) {
        slope.model.Model read = saved.file().model();
        ColumnPlaces.require(whole, read.columns().keySet());
        read.columns().forEach((column, kind) -> CellValue.require(whole.apply(column), kind));
        return outputs(saved).appendedTo(schema, read.target());
    }

    private OutputColumns outputs(SavedModel saved) {
        return OutputColumns.of(saved.file().model().target(), this);
    }

    private SavedModel required() {
        SavedModel saved = model.orElseThrow(() -> new DataException(
                "this stage has no model; SlopeTransformer.load reads one from a file or a saved stage"));
        return isSet(thresholds) ? saved.with(getThresholds()) : saved;
    }

    /// The model's file, for everything else in Slope; it decides by the thresholds, if they are set.
    public ModelFile modelFile() {
        return required().file();
    }

    /// The classes, in the order of the probabilities; empty where numbers are predicted.
    public String[] labels() {
        return modelFile().model().target() instanceof slope.target.Classes classes
                ? classes.classes().toArray(String[]::new)
                : new String[0];
    }

    @Override
    public SlopeTransformer copy(ParamMap extra) {
        SlopeTransformer copy = new SlopeTransformer(uid, model);
        return copyValues(copy, extra).setParent(parent());
    }

    @Override
    public String uid() {
        return uid;
    }

    @Override
    public PredictionColumns predictionColumns() {
        return predictionColumns;
    }

    @Override
    public Param<String> featuresCol() {
        return featuresCol;
    }

    @Override
    public DoubleArrayParam thresholds() {
        return thresholds;
    }

    @Override
    public SlopeTransformer self() {
        return this;
    }

    @Override
    public String toString() {
        return model.map(saved ->
                        "%s: %s".formatted(uid, saved.file().model().target().columns()))
                .orElse(uid + " without a model");
    }
}
