package slope.spark;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/// Why tasks have failed, in the order in which Spark was told. When one worker is gone, the others fail
/// as well, and their reason is not the root cause.
final class TaskFailures extends SparkListener {
    /// The name of an exception, which says nothing to people.
    private static final Pattern EXCEPTION = Pattern.compile("^([\\w$]+\\.)+[\\w$]+(Exception|Error): ");

    private final Queue<String> reasons = new ConcurrentLinkedQueue<>();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.reason() instanceof TaskFailedReason failed) {
            reasons.add(failed.toErrorString().lines().findFirst().orElse(""));
        }
    }

    /// The first reason that is no consequence of another; where all are, the given one.
    String rootCause(String otherwise) {
        return reasons.stream()
                .filter(reason -> !reason.isEmpty())
                .filter(reason -> !reason.contains("UncheckedIOException") && !reason.startsWith("TaskKilled"))
                .findFirst()
                .or(() -> reasons.stream().findFirst())
                .map(reason -> EXCEPTION.matcher(reason).replaceFirst(""))
                .orElse(otherwise);
    }
}
