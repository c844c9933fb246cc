package slope.tables;

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

/// Rows of a Parquet file or of a query. They say what their columns hold, so nothing has to be found
/// out; rows are named by their number.
final class TypedRows implements TableFile {
    private final Path name;
    private final long bytes;
    private final Opener opener;

    /// Opens the rows, each time from the first one on.
    interface Opener {
        /// Opens them.
        ///
        /// @param cancellable is handed what ends the reading from another thread
        TypedFile open(ReadListener cancellable);
    }

    private TypedRows(Path name, long bytes, Opener opener) {
        this.name = name;
        this.bytes = bytes;
        this.opener = opener;
    }

    /// @param name what people call it
    static TypedRows ofParquet(Path path, Path name) {
        long bytes = FileText.bytes(List.of(path));
        return new TypedRows(name, bytes, listener -> {
            if (bytes == 0) {
                throw new DataException(name + " is empty; it is no Parquet file");
            }
            return FileEngine.found().open(path);
        });
    }

    /// @param name what people call the rows, such as "the query"
    static TypedRows ofQuery(String name, Opener opener) {
        return new TypedRows(Path.of(name), 0, opener);
    }

    @Override
    public Path name() {
        return name;
    }

    @Override
    public List<String> read(ColumnReading gathering) {
        try (TypedFile file = opener.open(gathering.bytes().listener())) {
            List<String> names = names(file);
            file.notes().forEach(gathering.bytes().listener()::noted);
            gathering.begin(names, file.rows());
            List<Wanted> wanted = new ArrayList<>();
            List<TypedCells> columns = new ArrayList<>();
            for (int index = 0; index < names.size(); index++) {
                Optional<ColumnCells> cells = gathering.column(names.get(index));
                if (cells.isPresent()) {
                    ColumnKind kind = kind(file.fields().get(index), cells.get());
                    wanted.add(new Wanted(index, kind));
                    columns.add(new TypedCells(kind, cells.get()));
                }
            }
            if (wanted.isEmpty()) {
                gathering.endRows(Math.max(1, file.rows())); // A query does not tell how many it gives.
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
    public List<String> names() {
        try (TypedFile file = opener.open(ReadListener.NONE)) {
            return names(file);
        }
    }

    private static List<String> names(TypedFile file) {
        return file.fields().stream().map(Field::name).toList();
    }

    @Override
    public Place place(int row) {
        return Place.ofRow(name, row);
    }

    private ColumnKind kind(Field field, ColumnCells cells) {
        ColumnKind held = field.kind()
                .orElseThrow(() -> CellProblem.nested(field.name(), 0, "values of type " + field.type())
                        .at(Place.ofFile(name)));
        return cells.isText() ? ColumnKind.CATEGORY : held;
    }
}
