/// The commands that use a saved model: `slope predict`, `evaluate`, `trace`, `inspect` and `verify`.
///
/// Start with [slope.cli.model.PredictCommand]; [slope.cli.model.ModelArguments] are the arguments that
/// most of them share. What they print is not here: see `slope.report`.
@NullMarked
package slope.cli.model;

import org.jspecify.annotations.NullMarked;
