package slope.cli.trace;

import java.nio.file.Path;
import java.util.Objects;
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
import slope.data.DataException;
import slope.data.Table;
import slope.onnx.ModelFile;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;

/// `slope trace`.
@Command(
        name = "trace",
        sortOptions = false,
        description = {
            "Shows a row's way through a saved model: what each column becomes, every product and sum of every layer,"
                    + " and the prediction. Computed in double precision, one operation after another.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  slope trace model.onnx rows.csv --row 17",
            "  slope trace model.onnx rows.csv --row 17 --target     and the way back: each weight's gradient"
        })
public final class TraceCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model, as slope train --out saved it.")
    private Path model = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "The rows: CSV, TSV, Parquet or JSON; - reads CSV from standard input.")
    private String file = "";

    @Option(names = "--row", required = true, paramLabel = "N", description = "Which row of the file, from 1.")
    private int row;

    @Option(
            names = "--target",
            description = "Also the way back from the row's answer: the loss, deltas, and each weight's gradient.")
    private boolean target;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(names = "--json", description = "Print one JSON object, numbers at full precision.")
    private boolean json;

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        ModelFile saved = ModelFile.read(model);
        ReadOptions asTrained = reading.of(saved);
        Table table = InputFile.read(file, name -> TableFiles.read(name, asTrained));
        if (row < 1 || row > table.rows()) {
            throw new DataException(
                    "%s has no row %,d; its rows are 1 to %,d".formatted(InputFile.nameOf(file), row, table.rows()));
        }
        Table traced = table.select(new int[] {row - 1});
        RowTrace trace = target ? RowTrace.withAnswer(saved.model(), traced) : RowTrace.of(saved.model(), traced);
        if (json) {
            line.getOut().println(JsonText.of(TraceJson.of(trace)));
        } else {
            line.getOut().print(TraceReport.of(trace));
        }
        return 0;
    }
}
