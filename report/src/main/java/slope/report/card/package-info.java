/// The card of a model: what it predicts, from what, how well, where it is weak, what matters and how to repeat
/// its training, all of it from the model's file (Mitchell et al. 2019, "Model Cards for Model Reporting").
///
/// Start with [slope.report.card.CardReport].
@NullMarked
package slope.report.card;

import org.jspecify.annotations.NullMarked;
