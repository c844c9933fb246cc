/// The Open Inference Protocol, version 2, with the extension for binary tensors.
///
/// Start with [slope.serve.inference.InferReader]: a column of the table is a tensor of shape `[n]` or `[n,1]`.
/// [slope.serve.inference.InferWriter] writes predictions, a tensor for each of their columns.
@NullMarked
package slope.serve.inference;

import org.jspecify.annotations.NullMarked;
