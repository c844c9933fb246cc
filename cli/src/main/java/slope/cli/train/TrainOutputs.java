package slope.cli.train;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import slope.cli.predict.CsvOnTerminal;
import slope.internal.file.Destination;
import slope.internal.file.WholeFile;
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
        files().forEach(file -> TableFiles.refuseSame(file, read));
    }

    /// @param read another file that is read, such as the network to start from
    /// @throws DataException if the model or the predictions would replace it
    void refuseToWriteOver(Path read) {
        files().forEach(file -> WholeFile.refuseSame(file, read));
    }

    /// @param checkpoints a folder in which files come and go
    /// @throws DataException if the model or the predictions would stand in it
    void refuseIn(Path checkpoints) {
        files().filter(file -> file.toAbsolutePath()
                        .normalize()
                        .startsWith(checkpoints.toAbsolutePath().normalize()))
                .findFirst()
                .ifPresent(file -> {
                    throw new DataException("\"%s\" would be written among the checkpoints in %s; name another folder"
                            .formatted(file, checkpoints));
                });
    }

    private Stream<Path> files() {
        return Stream.concat(model.stream(), predictions.stream()).map(Destination::named);
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
