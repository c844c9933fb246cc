/// Where results go: to files that appear whole or not at all, or through pipes and devices.
///
/// Start with [slope.internal.file.Destination], which decides what a name stands for;
/// [slope.internal.file.WholeFile] writes files, in a [slope.internal.file.ScratchFolder] that outlives no
/// process for long. What is written is not here: tables are written by
/// `slope.tables`, models by `slope.onnx`.
@NullMarked
package slope.internal.file;

import org.jspecify.annotations.NullMarked;
