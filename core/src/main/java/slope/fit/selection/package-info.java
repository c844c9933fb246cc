/// One model out of many trainings.
///
/// Start with [slope.fit.selection.Selection]: it takes what several trainings came to and gives
/// the weighted mean that predicts rows best which none of its networks was trained on.
@NullMarked
package slope.fit.selection;

import org.jspecify.annotations.NullMarked;
