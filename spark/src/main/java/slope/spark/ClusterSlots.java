package slope.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import slope.table.DataException;

/// The slots of a cluster for tasks that run all at once or not at all, as those of a barrier stage do.
final class ClusterSlots {
    private static final int PAUSE_MILLISECONDS = 200;

    private ClusterSlots() {}

    /// Waits for the slots: executors may still be starting.
    ///
    /// @param seconds to wait
    /// @throws DataException if the cluster cannot run so many tasks at once
    static void require(SparkContext context, int workers, int seconds) {
        requireSteady(context.getConf());
        int slots = now(context);
        for (int left = seconds * 1000 / PAUSE_MILLISECONDS; slots < workers && left > 0; left--) {
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
        boolean isLocal = conf.get("spark.master", "").startsWith("local");
        if (!isLocal && conf.getBoolean("spark.dynamicAllocation.enabled", false)) {
            throw new DataException(
                    "workers train together, and dynamic allocation takes and gives executors one by one; set"
                            + " spark.dynamicAllocation.enabled to false, or train in the driver");
        }
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
