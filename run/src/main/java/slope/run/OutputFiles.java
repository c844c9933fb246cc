package slope.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import slope.internal.file.Destination;
import slope.internal.file.WholeFile;
import slope.table.DataException;
import slope.tables.TableFiles;

/// The files of the model and the predictions, of which none is a file that is read.
record OutputFiles(Optional<Destination.File> model, Optional<Destination> predictions) {

    /// @throws DataException if one of them cannot be written there, both are the same file, or one
    ///     is a file that is read
    static OutputFiles of(TrainingRequest request) {
        request.checkpoints().ifPresent(checkpoints -> refuseIn(checkpoints.folder(), request));
        Optional<Destination.File> file =
                request.model().map(path -> Destination.named(path.toString()).requireFile("a model"));
        Optional<Destination> told = request.predictions().map(Destination::named);
        told.map(Destination::named).map(Path::toString).ifPresent(TableFiles::refuseUnwritable);
        if (file.isPresent() && told.filter(file.get()::isSame).isPresent()) {
            throw new DataException("\"%s\" is named for both the model and the predictions; name two files"
                    .formatted(told.get().named()));
        }
        OutputFiles outputs = new OutputFiles(file, told);
        request.tables().forEach(read -> outputs.files().forEach(written -> TableFiles.refuseSame(written, read)));
        request.start().ifPresent(read -> outputs.files().forEach(written -> WholeFile.refuseSame(written, read)));
        return outputs;
    }

    /// Refuses files besides those of the request that would be written over each other, or over what is read.
    ///
    /// @throws DataException if there is one
    void requireApart(TrainingRequest request, List<Path> read, List<Path> written) {
        Stream.concat(files(), written.stream())
                .forEach(file -> read.forEach(other -> WholeFile.refuseSame(file, other)));
        for (Path file : written) {
            request.tables().forEach(table -> TableFiles.refuseSame(file, table));
            request.start().ifPresent(start -> WholeFile.refuseSame(file, start));
            Path place = file.toAbsolutePath().normalize();
            if (files().map(result -> result.toAbsolutePath().normalize()).anyMatch(place::equals)) {
                throw new DataException("\"%s\" is named for two outputs; name two files".formatted(file));
            }
        }
    }

    private static void refuseIn(Path checkpoints, TrainingRequest request) {
        Path folder = checkpoints.toAbsolutePath().normalize();
        Stream.concat(request.model().map(Path::toString).stream(), request.predictions().stream())
                .filter(name -> !name.equals(Destination.STANDARD_OUTPUT))
                .map(Path::of)
                .filter(file -> file.toAbsolutePath().normalize().startsWith(folder))
                .findFirst()
                .ifPresent(file -> {
                    throw new DataException("\"%s\" would be written among the checkpoints in %s; name another folder"
                            .formatted(file, checkpoints));
                });
    }

    private Stream<Path> files() {
        return Stream.concat(model.stream(), predictions.stream()).map(Destination::named);
    }
}
