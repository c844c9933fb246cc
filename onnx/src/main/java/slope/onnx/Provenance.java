package slope.onnx;

import java.util.List;
import java.util.Optional;

/// The provenance of a model's file, besides the [record][slope.model.Model#record] of the model:
/// with both, the training can be repeated and compared.
///
/// It holds no time, no file name and nothing about the machine, so the same training gives the
/// same bytes everywhere, also if it was resumed.
///
/// @param slopeVersion the version that wrote the file, empty if it is not known
/// @param request the request of the training as JSON, without files; empty for a model that was
///     trained in Java without one
/// @param options in files of format 1 the words of a command line in its place
public record Provenance(String slopeVersion, Optional<String> request, List<String> options) {

    public Provenance {
        options = List.copyOf(options);
    }

    /// The provenance of a file that this version writes.
    ///
    /// @param request of the training as JSON
    public static Provenance ofThisVersion(Optional<String> request) {
        return new Provenance(SlopeVersion.number(), request, List.of());
    }

    /// The provenance of a file from elsewhere.
    static Provenance unknown() {
        return new Provenance("", Optional.empty(), List.of());
    }
}
