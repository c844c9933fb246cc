package slope.cli.predict;

import java.util.List;
import java.util.Set;
import slope.onnx.Provenance;

/// What a model's training was asked for and its predictions have to keep to.
public final class TrainingOptions {
    private TrainingOptions() {}

    /// The words that stood for missing values.
    public static Set<String> missing(Provenance provenance) {
        List<String> options = provenance.options();
        int index = options.indexOf("--missing");
        return index < 0 || index + 1 >= options.size()
                ? Set.of()
                : Set.of(options.get(index + 1).split(",", -1));
    }
}
