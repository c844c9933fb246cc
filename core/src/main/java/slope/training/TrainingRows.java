package slope.training;

import java.util.Optional;
import java.util.function.IntConsumer;
import slope.kernel.Team;
import slope.layer.Architecture;
import slope.optimizer.UpdateRule;

/// The rows that a run trains on: in the memory of this process, or in shards.
///
/// @param examples all of them; of shards some rows that are like them
/// @param shards empty where all are in this process
/// @param count of all rows, of every worker
record TrainingRows(Examples examples, Optional<Shards> shards, long count) {
    static TrainingRows of(Examples examples) {
        return new TrainingRows(examples, Optional.empty(), examples.rows());
    }

    /// @param like some rows of the same widths
    static TrainingRows of(Shards shards, Examples like) {
        return new TrainingRows(like, Optional.of(shards), shards.rows());
    }

    Workspace workspace(Trainer settings, Team team, Architecture architecture, Optional<Examples> validation) {
        return shards.map(each -> Workspace.ofShards(
                        settings, team, architecture, examples, ShardedSteps.blockRows(settings, each, count)))
                .orElseGet(() -> Workspace.of(settings, team, architecture, examples, validation));
    }

    /// @param stepped is told the rows of each step
    Steps steps(Trainer settings, UpdateRule rule, Workspace workspace, IntConsumer stepped) {
        return shards.<Steps>map(each -> new ShardedSteps(settings, rule, each, count, workspace))
                .orElseGet(() -> new BatchSteps(settings, rule, examples, workspace, stepped));
    }
}
