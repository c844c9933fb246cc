package slope.cli.train;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import slope.cli.predict.CsvOnTerminal;
import slope.internal.file.Destination;
import slope.table.DataException;
import slope.table.Table;
import slope.tables.TableFiles;

/// The files of the model and the predictions.
record TrainOutputs(Optional<Destination.File> model, Optional<Destination> predictions) {

    /// @throws DataException if one of them cannot be written there, or both are the same file
    static TrainOutputs of(Optional<Path> model, Optional<String> predictions) {
        Optional<Destination.File> file =
                model.map(path -> Destination.named(path.toString()).requireFile("a model"));
        Optional<Destination> told = predictions.map(Destination::named);
        told.map(Destination::named).map(Path::toString).ifPresent(TableFiles::refuseUnwritable);
        if (file.isPresent() && told.filter(file.get()::isSame).isPresent()) {
            throw new DataException("\"%s\" is named for both the model and the predictions; name two files"
                    .formatted(told.get().named()));
        }
        return new TrainOutputs(file, told);
    }

    /// @param read a table that is read, or a pattern
    /// @throws DataException if the model or the predictions would replace it
    void refuseToWriteOver(String read) {
        model.ifPresent(file -> TableFiles.refuseSame(file.named(), read));
        predictions.ifPresent(destination -> TableFiles.refuseSame(destination.named(), read));
    }

    /// Whether the predictions go where the report usually does.
    boolean printsPredictions() {
        return predictions.filter(Destination.StandardOutput.class::isInstance).isPresent();
    }

    /// Writes the predictions, if they are wanted.
    void write(Supplier<Table> table, PrintWriter standard) {
        if (printsPredictions()) {
            Table printed = table.get();
            TableFiles.writeCsv(CsvOnTerminal.orExact(standard), taker -> taker.take(printed));
        } else {
            predictions.ifPresent(destination -> TableFiles.write(table.get(), destination.named()));
        }
    }
}
