/// Models that are served: loaded from files, loaded again when these change, and asked by many at once.
///
/// Start with [slope.serve.model.ServedModels]; [slope.serve.model.Scorer] predicts.
@NullMarked
package slope.serve.model;

import org.jspecify.annotations.NullMarked;
