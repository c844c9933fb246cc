package slope.onnx;

import java.nio.file.Path;
import java.util.Optional;
import slope.layer.Architecture;
import slope.model.Model;
import slope.onnx.description.ModelDescription;

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

    /// Refuses an architecture that cannot be saved, before training.
    ///
    /// @throws slope.table.DataException if it has a layer that ONNX does not know
    static void requireSavable(Architecture architecture) {
        ModelDescription.requireKnown(architecture);
    }

    /// Writes a model to an ONNX file, with the [record][Model#record] of its training. The file
    /// appears whole or not at all.
    ///
    /// @throws slope.table.DataException if the file cannot be written
    public static void save(Model model, Path file) {
        new ModelFile(model, Provenance.ofThisVersion(Optional.empty())).write(file);
    }
}
