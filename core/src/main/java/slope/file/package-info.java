/// Files that appear whole or not at all.
///
/// [slope.file.WholeFile] is all there is. What the files hold is not here: tables are written by
/// `slope.tables`, models by `slope.onnx`.
@NullMarked
package slope.file;

import org.jspecify.annotations.NullMarked;
