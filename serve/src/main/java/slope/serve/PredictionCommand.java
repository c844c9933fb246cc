package slope.serve;

import java.nio.file.Path;

/// Words a prediction as a command; the command line knows its options.
@FunctionalInterface
public interface PredictionCommand {
    /// The command for a shell.
    ///
    /// @param model the file
    /// @param isClassification whether there are probabilities to write
    /// @param row an object of JSON, over several lines
    /// @return empty where no program does that
    String of(Path model, boolean isClassification, String row);
}
