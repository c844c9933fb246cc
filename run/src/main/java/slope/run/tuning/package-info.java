/// Many trainings of one table, and the model that comes of them.
///
/// A [slope.run.tuning.TuningRequest] says what is tried, a [slope.run.tuning.Tuning] tries it:
/// each trial is a run on the disk, and the selection of `slope.fit.selection` makes one model of
/// all.
@NullMarked
package slope.run.tuning;

import org.jspecify.annotations.NullMarked;
