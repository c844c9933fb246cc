package slope.onnx;

import java.nio.file.Path;
import slope.model.Model;

/// Saves and loads models.
///
///     Model model = Models.load(Path.of("model.onnx"));
///
/// For what else is in a file, see [ModelFile].
public final class Models {
    private Models() {}

    /// The model in an ONNX file that Slope wrote: the same one, bit for bit.
    ///
    /// @throws slope.table.DataException if there is none; it names the file and says why
    public static Model load(Path file) {
        return ModelFile.read(file).model();
    }

    /// Writes a model to an ONNX file that says nothing of its training. The file appears whole or not at
    /// all.
    ///
    /// @throws slope.table.DataException if the file cannot be written
    public static void save(Model model, Path file) {
        new ModelFile(model, Provenance.unknown()).write(file);
    }
}
