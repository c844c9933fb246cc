/// The layers of a network: settings, formulas, and forward and backward passes on the kernels.
///
/// Start with [slope.layer.Layer], what a layer computes, and [slope.layer.Architecture], a list of layers.
/// [slope.layer.Parameters] are the weights and biases of all of them in one array; a
/// [slope.layer.LayerPass] owns the memory of one layer for a block of rows. Whole networks are in
/// `slope.network`.
@NullMarked
package slope.layer;

import org.jspecify.annotations.NullMarked;
