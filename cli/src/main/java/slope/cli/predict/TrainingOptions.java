package slope.cli.predict;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import slope.data.ColumnKind;
import slope.onnx.ModelFile;
import slope.onnx.Provenance;

/// What a model's training was asked for and its predictions have to keep to.
public final class TrainingOptions {
    private TrainingOptions() {}

    /// The words that stood for missing values.
    public static Set<String> missing(Provenance provenance) {
        return words(provenance, "--missing");
    }

    /// Columns whose numbers are codes: those that training was told of, and those the model reads words in.
    public static Set<String> categorical(ModelFile file) {
        Set<String> columns = new LinkedHashSet<>(words(file.provenance(), "--categorical"));
        file.model().columns().forEach((name, kind) -> {
            if (kind == ColumnKind.CATEGORY) {
                columns.add(name);
            }
        });
        columns.removeAll(words(file.provenance(), "--ignore"));
        return columns;
    }

    private static Set<String> words(Provenance provenance, String option) {
        List<String> options = provenance.options();
        int index = options.indexOf(option);
        return index < 0 || index + 1 >= options.size()
                ? Set.of()
                : Set.of(options.get(index + 1).split(",", -1));
    }
}
