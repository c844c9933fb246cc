package slope.cli.model;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import slope.cli.text.SafeWriter;
import slope.cli.text.Surface;
import slope.internal.file.Destination;
import slope.onnx.ModelFile;
import slope.report.evaluation.EvaluationReport;
import slope.report.json.JsonText;

/// `slope evaluate`.
@Command(
        name = "evaluate",
        sortOptions = false,
        description = {
            "Scores a saved model on rows with known targets.",
            "",
            "The file has the input columns and the target columns of the model. Rows without a target are left out.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  slope evaluate model.onnx newer.csv",
            "  slope evaluate model.onnx newer.csv --report report.html"
        })
public final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Option(names = "--json", description = "Print one JSON object instead of the report.")
    private boolean json;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also write a page with charts to this file (.html); - writes it to standard output,"
                    + " and the text to standard error.")
    private Optional<String> report = Optional.empty();

    @Mixin
    private ModelAndRows given = new ModelAndRows();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        Optional<Destination> page = report.map(Destination::named);
        page.ifPresent(destination -> given.refuseToWriteOver(destination.named()));
        boolean printsPage =
                page.filter(Destination.StandardOutput.class::isInstance).isPresent();
        if (json && printsPage) {
            throw new ParameterException(
                    line, "--json and --report both go to standard output; name a file for the report");
        }
        ModelFile saved = given.model(line.getErr());
        EvaluationReport evaluation = EvaluationReport.of(
                saved,
                given.modelFile(),
                given.fileName(),
                given.read(saved, saved.model().target().columns()));
        evaluation
                .rows()
                .nonFinite()
                .ifPresent(unusable -> line.getErr()
                        .println("slope: " + unusable.sentence(evaluation.rows().rows())));
        line.getErr().flush();
        page.ifPresent(destination -> write(evaluation.page(), destination, line.getOut()));
        if (json) {
            line.getOut().print(JsonText.of(evaluation));
        } else {
            Surface surface = printsPage ? Surface.ofErrors() : Surface.ofOutput();
            (printsPage ? line.getErr() : line.getOut()).print(evaluation.text(surface.width()));
        }
        return 0;
    }

    private static void write(String page, Destination destination, PrintWriter standard) {
        if (destination instanceof Destination.StandardOutput) {
            SafeWriter.exact(standard).print(page);
        } else {
            destination.write(bytes -> bytes.write(page.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
