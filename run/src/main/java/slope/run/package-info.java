/// One training as a value: what is asked, what happens, and what comes of it.
///
/// A [slope.run.TrainingRequest] says everything about a training, in Java or in JSON.
@NullMarked
package slope.run;

import org.jspecify.annotations.NullMarked;
