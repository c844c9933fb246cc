/// From a table to a model: plan, fit, result.
///
/// Start with [slope.fit.Estimator]. A [slope.fit.FitPlan] is everything that is decided before the first step,
/// a [slope.fit.FitResult] is the model with how it came about. Training a single network is in
/// `slope.training`.
@NullMarked
package slope.fit;

import org.jspecify.annotations.NullMarked;
