/// What a trained network looks like from inside: dead units, and gradients that vanish or explode.
///
/// Start with [slope.training.diagnostics.Health]. How training goes on after numbers stop being finite is not
/// here: see [slope.training.Divergence].
@NullMarked
package slope.training.diagnostics;

import org.jspecify.annotations.NullMarked;
