package slope.cli.predict;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import slope.cli.text.ListText;
import slope.cli.text.SafeWriter;
import slope.internal.file.Destination;
import slope.onnx.ModelFile;
import slope.run.PredictionColumns;
import slope.run.PredictionColumns.Probabilities;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.Table;
import slope.tables.PieceTaker;
import slope.tables.TableFiles;
import slope.target.Predictions;

/// `slope predict`.
@Command(
        name = "predict",
        sortOptions = false,
        description = {
            "Predicts with a saved model, a line for each row of a file.",
            "",
            "Columns are found by name, in any order; others are ignored. Rows are read, predicted and written piece"
                    + " by piece, so the file may be larger than the memory. From standard input they are predicted as"
                    + " they come.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  slope predict model.onnx rows.csv",
            "  slope predict model.onnx rows.parquet -o predictions.parquet --keep id",
            "  cat rows.csv | slope predict model.onnx - --probabilities > predictions.csv"
        })
public final class PredictCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec command;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description =
                    "Where to write (.csv, .tsv, .parquet, .json or .jsonl), also a pipe or a device; - or nothing"
                            + " writes CSV to standard output.")
    private String out = Destination.STANDARD_OUTPUT;

    @Option(names = "--json", description = "Write a JSON object for each row to standard output, instead of CSV.")
    private boolean json;

    @Option(names = "--probabilities", description = "Also write the probability of each class.")
    private boolean probabilities;

    @Option(
            names = "--keep",
            paramLabel = "COLUMN",
            description = "Columns of the file to write before the predictions, " + ListText.RULE + ".")
    private List<ListText> kept = new ArrayList<>();

    @Option(
            names = "--flag-unusual",
            description =
                    "Also write, as \"unusual\", the columns in which a row is outside the training ranges: a number"
                            + " beyond the range, an unknown word.")
    private boolean flagUnusual;

    @Mixin
    private ModelAndRows given = new ModelAndRows();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        Destination destination = Destination.named(out);
        TableFiles.refuseUnwritable(destination.named().toString());
        given.refuseToWriteOver(destination.named());
        ModelFile saved = given.model(line.getErr());
        refuseContradictions(line, destination);
        NonFinite unusable = new NonFinite();
        Consumer<PieceTaker> pieces = taker -> PieceTaker.ahead(made -> predict(saved, unusable, made), taker);
        int exit = ExitCode.OK;
        if (destination instanceof Destination.StandardOutput) {
            exit = print(pieces, line.getOut());
        } else {
            TableFiles.write(destination.named(), pieces);
        }
        unusable.tell(line.getErr());
        return exit;
    }

    /// Prints each piece as soon as it is there, until the reader at the other end has enough.
    private int print(Consumer<PieceTaker> pieces, PrintWriter out) {
        PrintWriter exact = SafeWriter.exact(out);
        Consumer<PieceTaker> printed = taker -> pieces.accept(piece -> {
            taker.take(piece);
            if (exact.checkError()) { // it also prints
                throw new NobodyReadsException();
            }
        });
        try {
            if (json) {
                TableFiles.writeJsonLines(exact, printed);
            } else {
                TableFiles.writeCsv(CsvOnTerminal.orExact(out), printed);
            }
            return ExitCode.OK;
        } catch (NobodyReadsException _) {
            return ExitCode.SOFTWARE;
        }
    }

    /// Standard output is closed, as `head` does it: there is no reader for a complaint either.
    private static final class NobodyReadsException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private void refuseContradictions(CommandLine line, Destination destination) {
        if (json && !(destination instanceof Destination.StandardOutput)) {
            throw new ParameterException(
                    line, "--json is for standard output; the name behind --out tells how a file is written");
        }
        if (ListText.set(kept).size() < ListText.all(kept).size()) {
            throw new ParameterException(line, "--keep names a column twice");
        }
    }

    private void predict(ModelFile saved, NonFinite unusable, PieceTaker taker) {
        SequencedMap<String, ColumnKind> wanted =
                new LinkedHashMap<>(saved.model().columns());
        ListText.all(kept).forEach(name -> wanted.putIfAbsent(name, ColumnKind.CATEGORY));
        given.readInPieces(saved, wanted, piece -> {
            Predictions predictions = saved.model().predict(piece);
            unusable.add(predictions);
            taker.take(predicted(saved, piece, predictions));
        });
    }

    private Table predicted(ModelFile saved, Table piece, Predictions predictions) {
        List<Column> columns = new ArrayList<>(
                PredictionColumns.of(predictions, probabilities ? Probabilities.SHOWN : Probabilities.LEFT_OUT));
        if (flagUnusual) {
            CategoryColumn.Builder unusual = new CategoryColumn.Builder("unusual");
            for (int row = 0; row < piece.rows(); row++) {
                unusual.add(String.join(";", saved.unusual(piece, row)));
            }
            columns.add(unusual.build());
        }
        columns.forEach(column -> refuseKept(column.name()));
        columns.addAll(0, ListText.all(kept).stream().map(piece::column).toList());
        return new Table(columns);
    }

    private void refuseKept(String name) {
        if (ListText.all(kept).contains(name)) {
            throw new DataException(("--keep names \"%s\", which is the name of a predicted column as well; give the"
                            + " column of the file another name")
                    .formatted(name));
        }
    }
}
