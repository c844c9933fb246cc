/// From a table to a model: plan, fit, result.
///
/// Start with [slope.fit.Estimator]. A [slope.fit.FitPlan] holds all decisions before the first
/// step, a [slope.fit.FitResult] is the model with its scores and its record.
/// [slope.fit.CrossValidation] scores each row by a model that was fitted without it. Training a
/// single network is in `slope.training`.
@NullMarked
package slope.fit;

import org.jspecify.annotations.NullMarked;
