package slope.cli.train;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import slope.run.TrainingRequest;

/// What a training writes besides its report.
final class OutputOptions {
    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description =
                    "Also write each row's prediction to this file (.csv, .tsv, .parquet or .json), pipe or device;"
                            + " - writes CSV to standard output, and the report to standard error. Validation rows"
                            + " are predicted out of fold, by networks that were not trained on them. Rows of --test"
                            + " stand below; the column file tells them apart.")
    private Optional<String> predictions = Optional.empty();

    @Option(
            names = "--escape-formulas",
            description = "Put an apostrophe before text of the --predictions that begins with =, +, - or @, which a"
                    + " spreadsheet would run as a formula; numbers stay.")
    private boolean escapeFormulas;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Save the model to this file, usually .onnx: any ONNX runtime can serve it,"
                    + " and slope predict.")
    private Optional<Path> out = Optional.empty();

    /// The request with the chosen files.
    TrainingRequest on(TrainingRequest request) {
        TrainingRequest saved = out.map(request::model).orElse(request);
        TrainingRequest predicted = predictions.map(saved::predictions).orElse(saved);
        return escapeFormulas ? predicted.forSpreadsheets() : predicted;
    }
}
