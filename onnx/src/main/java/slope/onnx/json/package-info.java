/// JSON as values, read and written without any library and without reflection.
///
/// Slope describes a model in one JSON object inside its ONNX file. [slope.onnx.json.Json] is any
/// value, [slope.onnx.json.JsonObject] an object whose members are read by name and kind, so that a
/// reader gets the wanted value or one sentence. What the members mean is not here: see
/// `slope.onnx.description`.
@NullMarked
package slope.onnx.json;

import org.jspecify.annotations.NullMarked;
