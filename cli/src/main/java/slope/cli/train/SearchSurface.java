package slope.cli.train;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import slope.cli.text.ShellWord;
import slope.cli.text.Surface;
import slope.internal.file.WholeFile;
import slope.report.json.JsonText;
import slope.report.training.TrainingReport;
import slope.report.tuning.TuningReport;
import slope.run.FinishedRun;
import slope.run.Stopwatch;
import slope.run.tuning.CancelledTuning;
import slope.run.tuning.FinishedTuning;
import slope.run.tuning.Tuning;
import slope.run.tuning.TuningRequest;
import slope.run.tuning.TuningResult;

/// Where a search tells its progress and its report.
///
/// @param line the command's
/// @param json whether the report is one JSON object
record SearchSurface(CommandLine line, boolean json) {
    /// What a shell expects of a program that Ctrl-C has ended.
    private static final int INTERRUPTED = 130;

    /// Runs a search to its end.
    ///
    /// @param stopwatch runs since the command began
    /// @return the exit code
    int run(TuningRequest request, Stopwatch stopwatch, Interruption interruption) {
        Tuning tuning = Tuning.of(request, stopwatch);
        interruption.onRequest(tuning::cancel);
        return switch (result(tuning, request)) {
            case FinishedTuning finished -> {
                report(finished);
                yield ExitCode.OK;
            }
            case CancelledTuning(int finished) -> {
                line.getErr()
                        .printf(
                                "slope: interrupted; %s %s finished, and the same command goes on from there%n",
                                finished == 0 ? "no" : finished, finished == 1 ? "trial is" : "trials are");
                yield INTERRUPTED;
            }
        };
    }

    private TuningResult result(Tuning tuning, TuningRequest request) {
        PrintWriter err = line.getErr();
        try (TuneProgress progress =
                new TuneProgress(err, Surface.ofErrors(), request.trials(), SearchSurface::writeReport)) {
            return tuning.run(progress);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the thread that waits was interrupted", interrupted);
        }
    }

    /// What `slope train --json` would print of the trial.
    private static void writeReport(Path folder, FinishedRun run) {
        String report = JsonText.of(TrainingReport.of(run));
        WholeFile.write(folder.resolve("report.json"), part -> Files.writeString(part, report));
    }

    private void report(FinishedTuning tuning) {
        TuningReport told = TuningReport.of(tuning);
        if (json) {
            line.getOut().print(JsonText.of(told));
            return;
        }
        line.getOut().print(told.text(Surface.ofOutput().widthNow()));
        Optional<Path> model = tuning.request().training().model();
        model.ifPresent(path -> line.getOut()
                .printf("%nSaved in %s: slope predict %s ROWS.csv%n", path, ShellWord.of(path.toString())));
    }
}
