package slope.cli.studio;

import java.nio.file.Path;

/// The command that predicts a row, as a person types it.
final class PredictWords {
    private PredictWords() {}

    /// A line of JSON has never the one word that ends the document.
    static String of(Path model, boolean isClassification, String row) {
        return """
            slope predict %s - --format json%s <<'ROW'
            [%s]
            ROW
            """.formatted(word(model.toString()), isClassification ? " --probabilities" : "", row);
    }

    /// As a shell takes it for one word.
    private static String word(String text) {
        return text.matches("[\\w./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
