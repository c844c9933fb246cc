package slope.spark;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.reflect.ClassTag$;
import slope.table.DataException;

/// The one job in which the workers train, and what the driver does meanwhile: it looks every second whether the job
/// can come to an end, since Spark waits for slots without a limit.
final class ClusterRun {
    private static final Duration LISTENERS = Duration.ofSeconds(10); // that Spark tells of a job late, not never

    private final SparkContext context;
    private final ClusterJob job;

    ClusterRun(SparkContext context, ClusterJob job) {
        this.context = context;
        this.job = job;
    }

    /// What the workers send at the end of the training.
    ///
    /// @param others the rows that are not in the sample
    /// @throws DataException if it does not come to its end; one sentence says why
    List<Outcome> outcomes(Dataset<Row> others) {
        try {
            return sentOutcomes(others);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DataException("the training was interrupted", interrupted);
        }
    }

    private List<Outcome> sentOutcomes(Dataset<Row> others) throws InterruptedException {
        Broadcast<byte[]> sent = JavaSparkContext.fromSparkContext(context).broadcast(Serialized.bytes(job));
        try {
            List<Outcome> outcomes = watched(workers(sent, others)).stream()
                    .map(bytes -> Serialized.value(bytes, Outcome.class))
                    .toList();
            Optional<String> problem = outcomes.stream()
                    .map(Outcome::failure)
                    .flatMap(Optional::stream)
                    .findFirst();
            if (problem.isPresent()) {
                throw new DataException(problem.get());
            }
            return outcomes;
        } finally {
            sent.destroy();
        }
    }

    /// Rows are sent before they are objects, which would take several times the bytes. What workers send has no class
    /// that Spark knows: bytes it would send by Kryo, whatever the session says, which not every JVM lets work.
    private RDD<byte[]> workers(Broadcast<byte[]> sent, Dataset<Row> others) {
        return others.repartitionById(job.layout().workers(), HashedRows.worker(job.layout()))
                .toJavaRDD()
                .rdd()
                .barrier()
                .mapPartitions(
                        new BarrierFunction(new ClusterTask(sent)), false, ClassTag$.MODULE$.apply(Object.class));
    }

    /// A stage is behind that of the workers, so that theirs is one which Spark tries again by itself.
    private List<byte[]> watched(RDD<byte[]> workers) throws InterruptedException {
        TaskWatch watch = new TaskWatch(workers.id());
        context.addSparkListener(watch);
        JavaFutureAction<List<byte[]>> running =
                workers.toJavaRDD().repartition(1).collectAsync();
        try {
            while (true) {
                try {
                    return running.get(1, TimeUnit.SECONDS);
                } catch (TimeoutException notYet) {
                    requireHope(watch);
                }
            }
        } catch (ExecutionException failure) {
            throw failed(watch, failure);
        } finally {
            running.cancel(true); // does nothing to one that has ended
            context.removeSparkListener(watch);
        }
    }

    private void requireHope(TaskWatch watch) {
        Optional<String> hopeless = watch.hopeless();
        if (hopeless.isPresent()) {
            throw new DataException(failed(hopeless.get()));
        }
        Duration limit = job.connection().patience();
        if (watch.idle().compareTo(limit) > 0) {
            throw new DataException(
                    ClusterSlots.missing(context, job.layout().workers(), limit.toSeconds(), watch.rootCause()));
        }
    }

    private static DataException failed(TaskWatch watch, ExecutionException failure) throws InterruptedException {
        Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
        String told = String.valueOf(cause.getMessage());
        watch.awaitEnd(LISTENERS);
        return new DataException(
                failed(watch.rootCause().orElse(told.lines().findFirst().orElse(""))), failure);
    }

    private static String failed(String why) {
        return "the training on the cluster has failed: " + why;
    }
}
