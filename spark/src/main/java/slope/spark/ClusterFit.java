package slope.spark;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import slope.checkpoint.Identity;
import slope.fit.Estimator;
import slope.fit.Fit;
import slope.fit.FitPlan;
import slope.fit.FitState;
import slope.fit.ShardedTraining;
import slope.model.FitRecord;
import slope.model.Model;
import slope.model.RowSketch;
import slope.onnx.ModelFile;
import slope.onnx.Provenance;
import slope.run.TrainingRequest;
import slope.spark.exchange.PortRange;
import slope.spark.exchange.Secret;
import slope.spark.exchange.Topology;
import slope.table.DataException;
import slope.target.Target;

/// A training on the cluster, as the driver sees it: counts the rows, collects the sample, sends the
/// others to the workers that have their shards, and makes a model of what these have trained.
final class ClusterFit {
    private final SparkSession session;
    private final TrainingFrame frame;
    private final Estimator estimator;
    private final WorkerSettings settings;
    private final ShardLayout layout;

    private ClusterFit(TrainingFrame frame, Estimator estimator, WorkerSettings settings) {
        this.session = frame.source().sparkSession();
        this.frame = frame;
        this.estimator = estimator;
        this.settings = settings;
        this.layout = settings.layout();
    }

    static ClusterFit of(TrainingFrame frame, Estimator estimator, WorkerSettings settings) {
        return new ClusterFit(frame, estimator, settings);
    }

    /// Trains, and gives the model's file. What can be refused before a row is read is refused then.
    ///
    /// @param suitable refuses targets
    /// @throws DataException if the rows are not suitable, or the training does not come to its end
    ModelFile train(Consumer<Target> suitable) {
        PortRange ports = PortRange.of(settings.text(settings.portRange()).orElse(""));
        int seconds = settings.value(settings.timeoutSeconds());
        Optional<String> folder = settings.text(settings.checkpointDir());
        folder.map(name -> new SparkCheckpoints(hadoop(), name)).ifPresent(SparkCheckpoints::requireWritable);
        ClusterSlots.require(session.sparkContext(), layout.workers(), seconds);
        ClusterRows rows = ClusterRows.of(frame, estimator, settings);
        ClusterJob job = new ClusterJob(
                TrainingRequest.of("", estimator).recorded().toJsonLine(),
                rows.sample(),
                layout,
                new ClusterJob.Connection(Secret.random(), Duration.ofSeconds(seconds), ports, settings.topology()),
                CheckpointStore.none());
        FitPlan plan = plan(job);
        suitable.accept(plan.target());
        Identity identity = job.identity(plan);
        CheckpointStore store =
                folder.map(name -> CheckpointStore.of(name, identity, hadoop())).orElseGet(CheckpointStore::none);
        store.checkpoints().ifPresent(checkpoints -> checkpoints.requireOf(plan, identity));
        List<Outcome> outcomes = new ClusterRun(session.sparkContext(), job.with(store)).outcomes(rows.others());
        FitState ended = SparkCheckpoints.state(state(outcomes), plan, identity);
        ModelFile file = file(Fit.soFar(plan, ended).orElseThrow(), job, outcomes);
        store.delete();
        return file;
    }

    /// What the session says of file systems.
    private Configuration hadoop() {
        return session.sessionState().newHadoopConf();
    }

    /// The sample's plan, so that what is wrong with the rows is told before anything is sent.
    private FitPlan plan(ClusterJob job) {
        FitPlan plan = ofSample(job);
        try {
            ShardedTraining.of(plan);
        } catch (IllegalArgumentException problem) {
            throw new DataException(
                    "numWorkers is %s, and %s; set numWorkers to 0 for a training in the driver, which has all of it"
                            .formatted(layout.workers(), problem.getMessage()),
                    problem);
        }
        return plan;
    }

    private static FitPlan ofSample(ClusterJob job) {
        try {
            return job.plan(1);
        } catch (DataException problem) {
            throw job.sample().said(problem);
        }
    }

    private static byte[] state(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(Outcome::state)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no worker has sent a network"));
    }

    private static ModelFile file(Fit fit, ClusterJob job, List<Outcome> outcomes) {
        long allRows = job.sample().all().rows();
        int rows = (int) Math.min(Integer.MAX_VALUE, allRows);
        Model model = fit.result(fit.outOfFold(), () -> Integer.MAX_VALUE, "").model();
        FitRecord record = model.record();
        int validation = record.data().validationRows();
        FitRecord.Data data = new FitRecord.Data(
                rows,
                (int) Math.min(Integer.MAX_VALUE, allRows - validation),
                validation,
                "",
                record.data().splitHash(),
                Optional.of(RowSketch.merged(rows, sketches(record, outcomes))));
        String told = String.format(
                Locale.ROOT,
                "columns, ranges, encoders, validation and the linear model beside it are of %,d sampled rows%s%s",
                job.sample().rows().size(),
                allRows == rows ? "" : String.format(Locale.ROOT, ", %,d rows are more than a record counts", allRows),
                job.connection().topology() == Topology.TREE ? "" : ", gradients are added in " + job.order());
        return new ModelFile(
                model.with(record.data(data).with("cluster", told)), Provenance.ofThisVersion(Optional.empty()));
    }

    /// Those of the sample, whose validation rows no worker has, and of the workers.
    private static List<RowSketch> sketches(FitRecord ofSample, List<Outcome> outcomes) {
        return Stream.concat(
                        ofSample.data().sketch().stream(), outcomes.stream().map(Outcome::sketch))
                .toList();
    }
}
