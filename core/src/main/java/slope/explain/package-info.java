/// Explanations of a model's predictions on its original columns.
///
/// Start with [slope.explain.Explainer]: which columns matter ([slope.explain.Explainer#importance]),
/// how a prediction depends on one of them ([slope.explain.Dependence]), how each column moves the
/// prediction of one row ([slope.explain.Attributions]), and what would change it
/// ([slope.explain.Counterfactual]). All of them predict rows whose cells come from several rows of a
/// table.
@NullMarked
package slope.explain;

import org.jspecify.annotations.NullMarked;
