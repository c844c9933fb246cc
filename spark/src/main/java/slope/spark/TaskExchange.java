package slope.spark;

import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import slope.training.Exchange;

/// The exchange of a task, which ends when Spark has ended the task: a job that is cancelled tells its tasks and
/// interrupts no thread, so without this they would train on to their last epoch, in slots that others wait for.
///
/// @param exchange of the worker
record TaskExchange(Exchange exchange, TaskContext task) implements Exchange {
    @Override
    public int worker() {
        return exchange.worker();
    }

    @Override
    public int workers() {
        return exchange.workers();
    }

    /// @throws TaskKilledException if the task has been ended
    @Override
    public void add(float[] numbers, double[] sums) {
        if (task.isInterrupted()) {
            throw new TaskKilledException("the training was cancelled");
        }
        exchange.add(numbers, sums);
    }
}
