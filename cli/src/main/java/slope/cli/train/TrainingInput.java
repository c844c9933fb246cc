package slope.cli.train;

import java.util.List;
import slope.data.Table;

/// What a training was given, for its record.
///
/// @param table all rows, as they were read
/// @param hash the table's fingerprint; empty where nobody asks for it
/// @param options that decide the model, as they were written
record TrainingInput(Table table, String hash, List<String> options) {}
