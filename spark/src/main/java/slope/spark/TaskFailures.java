package slope.spark;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.TaskKilled;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.jdk.javaapi.CollectionConverters;

/// Why tasks of a training have failed, in the order in which Spark was told. When one worker is gone, the others fail
/// as well, and their reason is not the root cause; nor is that of another job, of which Spark may tell late.
final class TaskFailures extends SparkListener {
    /// The name of an exception, which says nothing to people.
    private static final Pattern EXCEPTION = Pattern.compile("^([\\w$]+\\.)+[\\w$]+(Exception|Error): ");

    /// The property of a job that says of which training it is.
    private static final String TRAINING = "slope.training";

    private final SparkContext context;
    private final String training;
    private final Set<Object> stages = ConcurrentHashMap.newKeySet();
    private final Queue<String> reasons = new ConcurrentLinkedQueue<>();

    /// @param training names it among all of the context
    TaskFailures(SparkContext context, String training) {
        this.context = context;
        this.training = training;
    }

    /// Begins to listen: the jobs that this thread starts from now on are those of the training.
    void listen() {
        context.addSparkListener(this);
        context.setLocalProperty(TRAINING, training);
        context.addJobTag(tag());
    }

    private String tag() {
        return TRAINING + "-" + training;
    }

    /// Ends the jobs, which Spark lets go on where the thread that waits for them is interrupted.
    void cancel() {
        context.cancelJobsWithTag(tag());
    }

    void end() {
        context.removeJobTag(tag());
        context.setLocalProperty(TRAINING, null);
        context.removeSparkListener(this);
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
        if (training.equals(start.properties().getProperty(TRAINING))) {
            stages.addAll(CollectionConverters.asJava(start.stageIds()));
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        boolean isOwn = stages.contains(end.stageId());
        if (isOwn && end.reason() instanceof TaskFailedReason failed && !(failed instanceof TaskKilled)) {
            reasons.add(failed.toErrorString().lines().findFirst().orElse(""));
        }
    }

    /// The first reason that is no consequence of another; where all are, the given one.
    String rootCause(String otherwise) {
        return reasons.stream()
                .filter(reason -> !reason.isEmpty())
                .filter(reason -> !reason.contains("UncheckedIOException"))
                .findFirst()
                .or(() -> reasons.stream().findFirst())
                .map(reason -> EXCEPTION.matcher(reason).replaceFirst(""))
                .orElse(otherwise);
    }
}
