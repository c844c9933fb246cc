/// Trainings that survive their process: what decides how they go on is on the disk, again and again.
///
/// Start with [slope.checkpoint.CheckpointFolder]. It holds the last two states of one training, each
/// with a checksum, and an [slope.checkpoint.Identity] that tells whether somebody goes on with the
/// same data and settings. How the states look in memory is not here: see
/// [slope.fit.FitState].
@NullMarked
package slope.checkpoint;

import org.jspecify.annotations.NullMarked;
