package slope.serve.studio.run;

import java.nio.file.Path;
import java.util.function.Function;
import slope.report.json.Report;
import slope.run.TrainingRequest;

/// A training as it is written elsewhere: what has been clicked together can be kept, sent and run again.
///
/// @param json the request as a file, for `slope train --request`
/// @param commandLine the same as a command
/// @param java the same as a program
public record CodeReport(String json, String commandLine, String java) implements Report {
    private static final int INDENT = 12;

    /// The code of a request.
    ///
    /// @param commandLine words it as a command
    static CodeReport of(TrainingRequest request, Function<TrainingRequest, String> commandLine) {
        Path model = Path.of("model.onnx");
        TrainingRequest saving = request.model(model);
        return new CodeReport(
                saving.toJson(),
                commandLine.apply(saving),
                program(textBlock(saving.toJson()).indent(INDENT), model));
    }

    private static String program(String request, Path model) {
        return """
            import java.nio.file.Path;
            import slope.report.training.TrainingReport;
            import slope.run.FinishedRun;
            import slope.run.Run;
            import slope.run.TrainingRequest;

            void main() throws InterruptedException {
                TrainingRequest request = TrainingRequest.parse(\"""
            %s            \""", "the request");
                FinishedRun run = (FinishedRun) Run.of(request).start().await();
                IO.println(TrainingReport.of(run).text(remedy -> remedy.text(), 100));
                IO.println("saved in " + Path.of("%s").toAbsolutePath());
            }
            """.formatted(request, model);
    }

    /// As it stands between triple quotes.
    private static String textBlock(String text) {
        return text.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"");
    }

    @Override
    public String report() {
        return "studio-code";
    }

    @Override
    public int version() {
        return 1;
    }
}
