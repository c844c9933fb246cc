package slope.spark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.ExceptionFailure;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.TaskKilled;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.scheduler.StageInfo;
import scala.jdk.javaapi.CollectionConverters;
import slope.spark.exchange.LostWorkerException;
import slope.table.DataException;

/// What Spark tells of the tasks of one job, a little later than it happens: since when none of them runs, and why
/// workers have failed. When one worker is gone the others fail as well, and their reason is not the root cause.
final class TaskWatch extends SparkListener {
    private final int workersRdd;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Set<Integer> stages = new HashSet<>();
    private final Set<Long> running = new HashSet<>();
    private final NavigableMap<Integer, List<Reason>> reasons = new TreeMap<>(); // by attempt of the workers' stage
    private int job = -1;
    private int workersStage = -1;
    private long idleSince = System.nanoTime();

    /// @param workersRdd the number of the RDD that the workers compute, which is of no other job
    TaskWatch(int workersRdd) {
        this.workersRdd = workersRdd;
    }

    /// Why a task has failed.
    ///
    /// @param rank 0 of a cause, more of a consequence
    /// @param isHopeless whether the next attempt fails as well
    private record Reason(String sentence, int rank, boolean isHopeless) {
        static Reason of(TaskFailedReason reason) {
            if (reason instanceof ExceptionFailure failure) {
                boolean isLost = failure.className().equals(LostWorkerException.class.getName());
                boolean isHopeless = failure.className().equals(DataException.class.getName());
                return new Reason(firstLine(failure.description()), isLost ? 1 : 0, isHopeless);
            }
            return new Reason(firstLine(reason.toErrorString()), reason instanceof TaskKilled ? 2 : 0, false);
        }

        private static String firstLine(String text) {
            return text.lines().findFirst().orElse("");
        }
    }

    @Override
    public synchronized void onJobStart(SparkListenerJobStart start) {
        List<StageInfo> infos = List.copyOf(CollectionConverters.asJava(start.stageInfos()));
        Optional<StageInfo> ofWorkers = infos.stream().filter(this::isOfWorkers).findFirst();
        if (ofWorkers.isPresent()) {
            job = start.jobId();
            workersStage = ofWorkers.get().stageId();
            infos.forEach(info -> stages.add(info.stageId()));
        }
    }

    private boolean isOfWorkers(StageInfo stage) {
        return CollectionConverters.asJava(stage.rddInfos()).stream().anyMatch(rdd -> rdd.id() == workersRdd);
    }

    @Override
    public synchronized void onTaskStart(SparkListenerTaskStart start) {
        if (stages.contains(start.stageId())) {
            running.add(start.taskInfo().taskId());
        }
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        if (running.remove(end.taskInfo().taskId()) && running.isEmpty()) {
            idleSince = System.nanoTime();
        }
        if (end.stageId() == workersStage && end.reason() instanceof TaskFailedReason failed) {
            reasons.computeIfAbsent(end.stageAttemptId(), attempt -> new ArrayList<>())
                    .add(Reason.of(failed));
        }
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd end) {
        if (end.jobId() == job) {
            ended.countDown();
        }
    }

    /// How long no task of the job has been running.
    synchronized Duration idle() {
        return running.isEmpty() ? Duration.ofNanos(System.nanoTime() - idleSince) : Duration.ZERO;
    }

    /// Why the workers failed that Spark would start again in vain.
    synchronized Optional<String> hopeless() {
        return last().filter(Reason::isHopeless).map(Reason::sentence);
    }

    /// Why the last attempt has failed: those before it were made good by the next one.
    synchronized Optional<String> rootCause() {
        return last().map(Reason::sentence);
    }

    private Optional<Reason> last() {
        return reasons.isEmpty()
                ? Optional.empty()
                : reasons.lastEntry().getValue().stream().min(Comparator.comparingInt(Reason::rank));
    }

    /// Waits until all is told of a job that has ended, or for so long.
    ///
    /// @return whether all is told
    boolean awaitEnd(Duration limit) throws InterruptedException {
        return ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
