package slope.cli.evaluate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slope.cli.predict.InputFile;
import slope.cli.predict.ReadingOptions;
import slope.cli.text.JsonText;
import slope.data.Table;
import slope.file.WholeFile;
import slope.onnx.ModelFile;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;

/// `slope evaluate`.
@Command(
        name = "evaluate",
        sortOptions = false,
        description = {
            "Tells how good a saved model is on rows whose answers are known.",
            "",
            "The file has the columns the model was trained on, and what it predicts. Rows without an answer are left"
                    + " out.",
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

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model, as slope train --out saved it.")
    private Path model = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "The rows: CSV, TSV, Parquet or JSON; - reads CSV from standard input.")
    private String file = "";

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(names = "--json", description = "Print one JSON object instead of the report.")
    private boolean json;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also write a page with curves and drawings to this file (.html).")
    private Optional<Path> report = Optional.empty();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        report.ifPresent(WholeFile::refuseBadPlace);
        ModelFile saved = ModelFile.read(model);
        Evaluation evaluation = Evaluation.of(saved, InputFile.nameOf(file), read(saved));
        report.ifPresent(path -> {
            byte[] page = ReportPage.of(evaluation).getBytes(StandardCharsets.UTF_8);
            WholeFile.write(path, part -> Files.write(part, page));
        });
        if (json) {
            line.getOut().println(JsonText.of(EvaluationJson.of(evaluation)));
        } else {
            line.getOut().print(EvaluationText.of(evaluation));
        }
        return 0;
    }

    private Table read(ModelFile saved) {
        ReadOptions asTrained = reading.of(saved);
        return InputFile.read(file, name -> TableFiles.read(name, asTrained));
    }
}
