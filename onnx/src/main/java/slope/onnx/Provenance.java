package slope.onnx;

import java.util.List;

/// The provenance of a model's file, besides the [record][slope.model.Model#record] of the model:
/// with both, the training can be repeated and compared.
///
/// It holds no time, no file name and nothing about the machine, so the same training gives the
/// same bytes everywhere, also if it was resumed.
///
/// @param slopeVersion the version that wrote the file, empty if it is not known
/// @param options the options of the training, such as `target` and `species`, without files; none
///     for a model that was trained in Java
public record Provenance(String slopeVersion, List<String> options) {

    public Provenance {
        options = List.copyOf(options);
    }

    /// The provenance of a file that this version writes.
    public static Provenance ofThisVersion(List<String> options) {
        return new Provenance(SlopeVersion.number(), options);
    }

    /// The provenance of a file from elsewhere.
    static Provenance unknown() {
        return new Provenance("", List.of());
    }
}
