/// The part of the ONNX format that Slope reads and writes, without any library.
///
/// [slope.onnx.format.OnnxModel] is a whole file as values; [slope.onnx.format.OnnxReader] and
/// [slope.onnx.format.OnnxWriter] turn bytes into it and back. A file may come from anywhere:
/// reading allocates no more than [slope.onnx.format.Limits] says, follows no path and ends every
/// doubt in one sentence. What the operators compute is not here: see `slope.onnx.graph` and
/// `slope.onnx.imported`.
@NullMarked
package slope.onnx.format;

import org.jspecify.annotations.NullMarked;
