/// Checkpoints: the state of a training on disk, so that it can resume after its process has ended.
///
/// Start with [slope.checkpoint.CheckpointFolder]. It holds the last two states of one training,
/// each with a checksum, and a [slope.checkpoint.Identity], which tells whether a training resumes
/// with the same data and settings. The state in memory is not here: see [slope.fit.FitState].
@NullMarked
package slope.checkpoint;

import org.jspecify.annotations.NullMarked;
