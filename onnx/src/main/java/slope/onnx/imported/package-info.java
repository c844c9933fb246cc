/// Plain networks out of ONNX files that other programs wrote.
///
/// [slope.onnx.imported.ImportedNetwork] walks the graph from its input to its output. What a node does to the
/// rows stands in [slope.onnx.imported.ChainNodes]; [slope.onnx.imported.Chain] makes dense layers of it, and
/// [slope.onnx.imported.ComposedActivation] one activation of several nodes. Nodes that have to do with constants
/// alone are computed on the way, see [slope.onnx.imported.Constants]. An operator that is not known is named
/// with its node. What Slope itself wrote is not read here: see `slope.onnx.description`.
@NullMarked
package slope.onnx.imported;

import org.jspecify.annotations.NullMarked;
