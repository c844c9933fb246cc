package slope.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a model came about, as its file tells it: enough to train it again and compare.
///
/// No time, no name of a file and nothing of the machine is in it, so the same training gives the same bytes wherever
/// and in however many goes it runs.
///
/// @param slopeVersion the version that wrote the file
/// @param options of `slope train` that made the model, such as `--target` and `species`, without files
/// @param data what it was trained on
/// @param settings of the training, for people: names and values in the order of a report
/// @param scores on the rows that were learned from, on those kept apart, and of the trivial prediction
/// @param history how the losses went, for each network
/// @param seen what the training rows held in the columns of the model
public record Provenance(
        String slopeVersion,
        List<String> options,
        Data data,
        Map<String, String> settings,
        List<Score> scores,
        List<History> history,
        List<TrainingRanges> seen) {

    public Provenance {
        options = List.copyOf(options);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        scores = List.copyOf(scores);
        history = List.copyOf(history);
        seen = List.copyOf(seen);
    }

    /// The rows.
    ///
    /// @param rows of the table
    /// @param trainingRows of those, learned from
    /// @param validationRows of those, kept apart
    /// @param hash of the table's columns and cells, empty if it is not known
    /// @param splitHash of which rows are which, empty if it is not known
    public record Data(int rows, int trainingRows, int validationRows, String hash, String splitHash) {}

    /// A metric's values, NaN where it has none.
    ///
    /// @param metric its name
    public record Score(String metric, double training, double validation, double baseline) {}

    /// How the losses of a network went.
    ///
    /// @param bestEpoch the one that was kept, from 1
    /// @param trainingLosses of each epoch
    /// @param validationLosses after each epoch
    public record History(int bestEpoch, List<Double> trainingLosses, List<Double> validationLosses) {
        public History {
            trainingLosses = List.copyOf(trainingLosses);
            validationLosses = List.copyOf(validationLosses);
        }
    }

    /// Of a model about whose training nothing was said.
    public static Provenance unknown() {
        return new Provenance("", List.of(), new Data(0, 0, 0, "", ""), Map.of(), List.of(), List.of(), List.of());
    }
}
