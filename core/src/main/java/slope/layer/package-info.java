/// The layers of a network, a file each: settings, formula, parameters and their start, and the forward
/// and backward pass on the kernels.
///
/// Start with [slope.layer.Scale], a small layer, and [slope.layer.Architecture], a list of layers.
/// [slope.layer.Parameters] are the weights and biases of all of them in one array; a
/// [slope.layer.LayerPass] owns the memory of one layer for a block of rows; [slope.layer.CustomLayer] is a
/// layer of yours. Whole networks are in `slope.network`.
@NullMarked
package slope.layer;

import org.jspecify.annotations.NullMarked;
