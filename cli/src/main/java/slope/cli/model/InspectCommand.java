package slope.cli.model;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slope.cli.text.Surface;
import slope.report.json.JsonText;
import slope.report.model.ModelReport;

/// `slope inspect`.
@Command(
        name = "inspect",
        sortOptions = false,
        description = {"Describes a saved model: its input columns, its target, its layers, and how it was trained.", ""
        },
        footer = {"", "Example:", "  slope inspect model.onnx"})
public final class InspectCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Parameters(paramLabel = "MODEL", description = "The model, as slope train --out saved it.")
    private Path model = Path.of("");

    @Option(names = "--json", description = "Print one JSON object instead of the report.")
    private boolean json;

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        ModelReport report = ModelReport.read(model);
        report.file()
                .parameters()
                .warning(model.toString())
                .ifPresent(warning -> ModelArguments.warn(line.getErr(), warning));
        line.getOut()
                .print(
                        json
                                ? JsonText.of(report)
                                : report.text(Surface.ofOutput().width()));
        return 0;
    }
}
