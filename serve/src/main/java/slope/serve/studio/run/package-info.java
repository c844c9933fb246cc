/// Trainings of the studio: each has a number and a folder, in which it is found again after the process has ended,
/// however it ended.
///
/// Start with [slope.serve.studio.run.StudioRuns]. Training itself is `slope.run`.
@NullMarked
package slope.serve.studio.run;

import org.jspecify.annotations.NullMarked;
