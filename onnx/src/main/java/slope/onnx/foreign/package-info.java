/// Plain networks out of ONNX files that other programs wrote.
///
/// [slope.onnx.foreign.ForeignNetwork] walks the graph from its input to its output;
/// [slope.onnx.foreign.Chain] makes dense layers of what it meets, and
/// [slope.onnx.foreign.ComposedActivation] one activation of several nodes. An operator that is not known
/// is named with its node. What Slope itself wrote is not read here: see `slope.onnx.description`.
@NullMarked
package slope.onnx.foreign;

import org.jspecify.annotations.NullMarked;
