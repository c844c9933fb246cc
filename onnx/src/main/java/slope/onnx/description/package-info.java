/// A model as JSON, for what an ONNX graph cannot say: doubles of the encoding, the names of layers.
///
/// [slope.onnx.description.ModelDescription] writes and reads the whole; a file each for encodings,
/// architectures and targets. The parameters are not here: they are the graph's initializers. Files of
/// earlier versions must stay readable, so a word that was written once keeps its meaning.
@NullMarked
package slope.onnx.description;

import org.jspecify.annotations.NullMarked;
