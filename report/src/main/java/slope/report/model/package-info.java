/// What is in a saved model: its columns, target, layers, training and scores.
///
/// Start at [slope.report.model.ModelReport].
@NullMarked
package slope.report.model;

import org.jspecify.annotations.NullMarked;
