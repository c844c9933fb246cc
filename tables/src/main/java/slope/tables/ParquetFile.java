package slope.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.Place;
import slope.tables.engine.FileEngine;
import slope.tables.engine.TypedFile;
import slope.tables.engine.TypedFile.Field;
import slope.tables.engine.TypedFile.Wanted;

/// A Parquet file. It says what its columns hold, so nothing has to be found out; rows are named by
/// their number.
final class ParquetFile implements TableFile {
    private final Path path;

    ParquetFile(Path path) {
        this.path = path;
    }

    @Override
    public List<String> read(ColumnReading gathering) throws IOException {
        long bytes = Files.size(path);
        if (bytes == 0) {
            throw new DataException(path + " is empty; it is no Parquet file");
        }
        try (TypedFile file = FileEngine.found().open(path)) {
            List<String> names = names(file);
            gathering.begin(names, file.rows());
            List<Wanted> wanted = new ArrayList<>();
            List<ParquetCells> columns = new ArrayList<>();
            for (int index = 0; index < names.size(); index++) {
                Optional<ColumnCells> cells = gathering.column(names.get(index));
                if (cells.isPresent()) {
                    ColumnKind kind = kind(file.fields().get(index), cells.get());
                    wanted.add(new Wanted(index, kind));
                    columns.add(new ParquetCells(kind, cells.get()));
                }
            }
            if (wanted.isEmpty()) {
                gathering.endRows(file.rows());
                return names;
            }
            long rowBytes = bytes / Math.max(1, file.rows());
            file.read(wanted, chunk -> {
                for (int index = 0; index < columns.size(); index++) {
                    columns.get(index).gather(chunk.cells(index), chunk.rows());
                }
                gathering.endRows(chunk.rows());
                gathering.bytes().add(chunk.rows() * rowBytes);
            });
            return names;
        }
    }

    @Override
    public List<String> names() throws IOException {
        try (TypedFile file = FileEngine.found().open(path)) {
            return names(file);
        }
    }

    private static List<String> names(TypedFile file) {
        return file.fields().stream().map(Field::name).toList();
    }

    @Override
    public Place place(int row) {
        return Place.ofRow(path, row);
    }

    private ColumnKind kind(Field field, ColumnCells cells) {
        ColumnKind held = field.kind()
                .orElseThrow(() -> CellProblem.nested(field.name(), 0, "values of type " + field.type())
                        .at(Place.ofFile(path)));
        return cells.isText() ? ColumnKind.CATEGORY : held;
    }
}
