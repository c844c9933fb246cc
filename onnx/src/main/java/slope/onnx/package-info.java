/// Models as ONNX files that anyone can serve, and back.
///
/// Start with [slope.onnx.Models]: `Models.load(path)` is all that a scoring service needs.
/// [slope.onnx.ModelFile] is a whole file: the model, and its [slope.onnx.Provenance]. The graph
/// takes the table's raw columns, because the preprocessing is inside.
@NullMarked
package slope.onnx;

import org.jspecify.annotations.NullMarked;
