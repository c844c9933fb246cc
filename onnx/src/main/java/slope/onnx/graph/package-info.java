/// A model as an ONNX graph: raw columns in, readable predictions out.
///
/// Start with [slope.onnx.graph.ModelGraph], which puts together what the others add: one file for each
/// kind of column ([slope.onnx.graph.NumberNodes], [slope.onnx.graph.CategoryNodes], …), of layer
/// ([slope.onnx.graph.DenseNodes]) and of target ([slope.onnx.graph.TargetNodes]). Only standard
/// operators are used, in the versions that [slope.onnx.graph.ModelGraph] states. Reading graphs is not
/// here: see `slope.onnx.description` for Slope's own files.
@NullMarked
package slope.onnx.graph;

import org.jspecify.annotations.NullMarked;
