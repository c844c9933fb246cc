package slope.cli.train;

import java.util.List;
import slope.cli.record.ClassWeightsText;
import slope.cli.record.RecordedOptions;
import slope.fit.ClassWeights;
import slope.table.Table;

/// The input of a training, for its record.
///
/// @param table all rows, as they were read
/// @param hash the table's hash; empty if it is not needed
/// @param options that decide the model, without files
record TrainingInput(Table table, String hash, List<String> options) {

    /// @param options as they were written
    /// @param classWeights in place of the file that an option may have named
    static TrainingInput of(Table table, String hash, RecordedOptions options, ClassWeights classWeights) {
        RecordedOptions recorded = ClassWeightsText.of(classWeights)
                .map(text -> options.with("--class-weights", text))
                .orElse(options);
        return new TrainingInput(table, hash, recorded.words());
    }
}
