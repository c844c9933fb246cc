package slope.spark;

import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import slope.table.DataException;

/// The slots of a cluster for tasks that run all at once or not at all, as those of a barrier stage do.
final class ClusterSlots {
    private static final int PAUSE_MILLISECONDS = 200;

    private ClusterSlots() {}

    /// Waits for the slots: executors may still be starting. Whether other jobs have them shows when the workers are to
    /// start.
    ///
    /// @param seconds to wait
    /// @throws DataException if the cluster cannot run so many tasks at once
    static void require(SparkContext context, int workers, int seconds) {
        requireSteady(context.getConf());
        int slots = now(context);
        for (int left = seconds * (1000 / PAUSE_MILLISECONDS); slots < workers && left > 0; left--) {
            pause();
            slots = now(context);
        }
        if (slots < workers) {
            throw new DataException(
                    "%s workers need as many slots at once, and the cluster has %s; ask for fewer, or add executors"
                            .formatted(workers, slots));
        }
    }

    /// Refuses a cluster that takes executors away and gives others. Where all runs in one process, Spark does neither.
    static void requireSteady(SparkConf conf) {
        String master = conf.get("spark.master", "");
        boolean isLocal = master.equals("local") || master.startsWith("local["); // local-cluster has executors
        if (!isLocal && conf.getBoolean("spark.dynamicAllocation.enabled", false)) {
            throw new DataException(
                    "workers train together, and dynamic allocation takes and gives executors one by one; set"
                            + " spark.dynamicAllocation.enabled to false, or train in the driver");
        }
    }

    /// Why workers have waited in vain.
    ///
    /// @param before why they ran no longer, if they did
    static String missing(SparkContext context, int workers, long seconds, Optional<String> before) {
        int slots = now(context);
        String cause = slots < workers
                ? "the cluster has %s; add executors, or ask for fewer workers".formatted(slots)
                : "other jobs have them; end those, or let workers wait longer (timeoutSeconds)";
        String lost = before.map(" after a worker was lost (%s)"::formatted).orElse("");
        return "%s workers have waited %s s for as many free slots at once%s, and %s"
                .formatted(workers, seconds, lost, cause);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DataException("the training was interrupted before it began", interrupted);
        }
    }

    private static int now(SparkContext context) {
        return context.maxNumConcurrentTasks(context.resourceProfileManager().defaultResourceProfile());
    }
}
