package slope.cli.model;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
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
import slope.cli.text.TableNames;
import slope.report.model.TargetText;
import slope.run.ModelAndRows;
import slope.run.PredictedRows;
import slope.run.Predicting;
import slope.run.PredictionColumns.Probabilities;
import slope.tables.DatabaseTable;
import slope.tables.DatabaseTable.Existing;
import slope.tables.TableSource;

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
            "  slope predict model.onnx 'jdbc:postgresql://host/shop' --query 'select * from new' -o"
                    + " 'jdbc:postgresql://host/shop' --table scores",
            "  cat rows.csv | slope predict model.onnx - --probabilities > predictions.csv"
        })
public final class PredictCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    @Spec
    private @Nullable CommandSpec command;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description =
                    "Where to write: a file, whose name ends in csv, tsv, parquet, json or jsonl, a pipe or a device;"
                            + " - or nothing writes CSV to standard output. With the jdbc: address of a database, a"
                            + " new --table in it; the rows are chosen by --query then.")
    private String out = STANDARD_OUTPUT;

    @Option(
            names = "--append",
            description = "Append to a --table that is there already, whose columns have the names of the predictions.")
    private boolean append;

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

    @Option(
            names = "--escape-formulas",
            description =
                    "Put an apostrophe before text that begins with =, +, - or @, which a spreadsheet would run as"
                            + " a formula; numbers stay.")
    private boolean escapeFormulas;

    @Mixin
    private ModelArguments given = new ModelArguments();

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        boolean isPrinted = out.equals(STANDARD_OUTPUT);
        if (json && !isPrinted) {
            throw new ParameterException(
                    line, "--json is for standard output; the name behind --out tells how a file is written");
        }
        Optional<DatabaseTable> table = TableSource.of(out).isDatabase()
                ? Optional.of(given.sources().written(out).existing(append ? Existing.APPENDED : Existing.REFUSED))
                : Optional.empty();
        if (append && table.isEmpty()) {
            throw new ParameterException(line, "--append is for a table of a database: --out 'jdbc:…' --table NAME");
        }
        ModelAndRows rows = table.isPresent() ? given.readBesideTable(line.getErr()) : given.read(line.getErr());
        Predicting predicting = Predicting.of(rows)
                .keep(ListText.names(kept, new TableNames(rows::names)))
                .probabilities(probabilities ? Probabilities.SHOWN : Probabilities.LEFT_OUT);
        predicting = flagUnusual ? predicting.flagUnusual() : predicting;
        predicting = escapeFormulas ? predicting.forSpreadsheets() : predicting;
        PredictedRows predicted;
        try {
            predicted = isPrinted
                    ? print(predicting, line.getOut())
                    : table.isPresent() ? predicting.write(table.get()) : predicting.write(out);
        } catch (NobodyReadsException _) {
            return ExitCode.SOFTWARE;
        }
        TargetText.decision(rows).ifPresent(text -> ModelArguments.warn(line.getErr(), "predicted is " + text));
        predicted.warnings().forEach(warning -> ModelArguments.warn(line.getErr(), warning));
        return ExitCode.OK;
    }

    /// Prints each piece as soon as it is there, until the reader at the other end has enough.
    private PredictedRows print(Predicting predicting, PrintWriter out) {
        PrintWriter exact = SafeWriter.exact(out);
        Runnable reader = () -> {
            if (exact.checkError()) { // it also prints
                throw new NobodyReadsException();
            }
        };
        return json
                ? predicting.writeJsonLines(exact, reader)
                : predicting.writeCsv(CsvOnTerminal.orExact(out), reader);
    }

    /// Standard output is closed, as `head` does it: there is no reader for a complaint either.
    private static final class NobodyReadsException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
