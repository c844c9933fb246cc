package slope.onnx;

import java.util.List;
import slope.fit.FitRecord;

/// How a model came about, as its file tells it: enough to train it again and compare.
///
/// No time, no name of a file and nothing of the machine is in it, so the same training gives the same bytes wherever
/// and in however many goes it runs.
///
/// @param slopeVersion the version that wrote the file, empty if it is not known
/// @param options of `slope train` that made the model, such as `--target` and `species`, without files; none of a
///     model that a program trained
/// @param record of the training
public record Provenance(String slopeVersion, List<String> options, FitRecord record) {

    public Provenance {
        options = List.copyOf(options);
    }

    /// Of a model about whose training nothing was said.
    public static Provenance unknown() {
        return new Provenance("", List.of(), FitRecord.unknown());
    }
}
