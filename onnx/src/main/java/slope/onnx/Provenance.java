package slope.onnx;

import java.util.List;

/// What made a model's file, beside the [record][slope.model.Model#record] of the model itself: with both it can be
/// trained again and compared.
///
/// No time, no name of a file and nothing of the machine is in it, so the same training gives the same bytes wherever
/// and in however many goes it runs.
///
/// @param slopeVersion the version that wrote the file, empty if it is not known
/// @param options of `slope train` that made the model, such as `--target` and `species`, without files; none of a
///     model that a program trained
public record Provenance(String slopeVersion, List<String> options) {

    public Provenance {
        options = List.copyOf(options);
    }

    /// Of a file that this version writes.
    public static Provenance ofThisVersion(List<String> options) {
        return new Provenance(SlopeVersion.number(), options);
    }

    /// Of a file that something else wrote.
    static Provenance unknown() {
        return new Provenance("", List.of());
    }
}
