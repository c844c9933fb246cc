package slope.spark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import slope.onnx.ModelFile;

/// The bytes of a model's file, as Spark sends them to executors, and what is in them.
///
/// An executor has one for all of its tasks and reads the bytes once.
final class SavedModel implements Serializable {
    private static final long serialVersionUID = 1;

    private final byte[] bytes;
    private final String name;
    private transient volatile @Nullable ModelFile file; // of the bytes, once it was asked for

    /// @param name of the file in messages
    SavedModel(byte[] bytes, String name) {
        this.bytes = bytes.clone();
        this.name = name;
    }

    /// The same model with thresholds for its classes.
    ///
    /// @throws slope.table.DataException if they are not those of its classes
    SavedModel with(double[] thresholds) {
        return new SavedModel(ClassThresholds.decided(file(), thresholds).toByteArray(), name);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /// What is in the file.
    ///
    /// @throws slope.table.DataException if it is no model; it names the file and says why
    ModelFile file() {
        ModelFile read = file;
        if (read == null) {
            read = ModelFile.read(bytes, name);
            file = read;
        }
        return read;
    }
}
