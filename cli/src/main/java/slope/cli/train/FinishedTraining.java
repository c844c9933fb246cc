package slope.cli.train;

import java.io.PrintWriter;
import picocli.CommandLine;
import slope.cli.model.CsvOnTerminal;
import slope.cli.text.RemedyText;
import slope.cli.text.ShellWord;
import slope.cli.text.Surface;
import slope.internal.file.Destination;
import slope.report.json.JsonText;
import slope.report.training.TrainingReport;
import slope.run.FinishedRun;

/// What a finished training says.
///
/// @param json in place of text
/// @param printsEvents whether standard output is taken by events
record FinishedTraining(FinishedRun run, boolean json, boolean printsEvents) {
    /// Writes the predictions that go to standard output, and the report where there is room for it.
    void write(CommandLine line) {
        boolean printsPredictions = run.request()
                .predictions()
                .filter(Destination.STANDARD_OUTPUT::equals)
                .isPresent();
        if (printsPredictions) {
            run.writePredictions(CsvOnTerminal.orExact(line.getOut()));
        }
        boolean isOutTaken = printsPredictions || printsEvents;
        PrintWriter report = isOutTaken ? line.getErr() : line.getOut();
        TrainingReport told = TrainingReport.of(run);
        if (json) {
            told.warnings().forEach(warning -> line.getErr().println("slope: warning: " + warning));
            report.print(JsonText.of(told));
        } else {
            Surface surface = isOutTaken ? Surface.ofErrors() : Surface.ofOutput();
            report.print(told.text(RemedyText::of, surface.widthNow()));
            run.request()
                    .model()
                    .ifPresent(path -> report.printf(
                            "%nSaved in %s: slope predict %s ROWS.csv%n", path, ShellWord.of(path.toString())));
        }
    }
}
