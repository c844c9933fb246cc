package slope.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import slope.internal.file.ScratchFolder;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.Table;

/// Reads files of one table, one after another, and puts together what their cells make.
final class TableReading {
    /// A column of more texts hardly has a sign for missing values among its others.
    private static final int MOST_COMPARED = 1000;

    private final List<Path> paths;
    private final ReadOptions options;
    private final BytesRead bytes;
    private final ReadListener listener;
    private final List<TableFile> files = new ArrayList<>();
    private final List<Integer> firstRows = new ArrayList<>(); // of each file, in the whole table

    private TableReading(List<Path> paths, ReadOptions options, BytesRead bytes, ReadListener listener) {
        this.paths = paths;
        this.options = options;
        this.bytes = bytes;
        this.listener = listener;
    }

    static Table of(List<Path> paths, ReadOptions options, ReadListener listener) {
        TableReading reading =
                new TableReading(paths, options, new BytesRead(FileText.bytes(paths), listener), listener);
        reading.refuseMixedFormats();
        paths.forEach(path -> reading.files.add(TableFile.of(path, options)));
        return reading.table();
    }

    /// Reads CSV from a stream. It is kept in a file meanwhile, because a column may have to be read twice.
    ///
    /// @param name what people call the stream
    static Table of(InputStream stream, Path name, ReadOptions options) {
        try (ScratchFolder scratch = ScratchFolder.temporary()) {
            Path copy = scratch.file("stream.csv");
            Files.copy(FileText.unpacked(stream), copy);
            TableReading reading = new TableReading(List.of(name), options, BytesRead.untold(), ReadListener.NONE);
            reading.files.add(CsvFile.commaSeparated(copy, name, options.firstLine()));
            return reading.table();
        } catch (IOException failure) {
            throw FileText.unreadable(name, failure);
        }
    }

    private Table table() {
        ColumnReading gathering = ColumnReading.of(options, bytes);
        List<String> names = readAll(gathering);
        gathering.refuseUnknownNames(names);
        Map<String, Column> columns = new HashMap<>();
        Set<String> mixtures = new LinkedHashSet<>();
        finish(gathering, columns, mixtures);
        if (!mixtures.isEmpty()) {
            readAgain(mixtures, gathering.rows(), columns);
        }
        tellUnused(gathering, columns);
        List<Column> inOrder = new ArrayList<>();
        for (String name : names) {
            if (columns.containsKey(name)) {
                inOrder.add(columns.get(name));
            }
        }
        if (inOrder.isEmpty()) {
            throw new DataException(paths.getFirst() + " has no column that is not ignored");
        }
        return new Table(inOrder);
    }

    private void tellUnused(ColumnReading gathering, Map<String, Column> columns) {
        Set<String> own = options.missingIn().keySet();
        List<ColumnCells> others = gathering.columns().values().stream()
                .filter(cells -> !own.contains(cells.name()))
                .toList();
        tellUnused(options.missing(), Optional.empty(), others, columns);
        options.missingIn()
                .forEach((column, texts) -> Optional.ofNullable(
                                gathering.columns().get(column))
                        .ifPresent(cells -> tellUnused(texts, Optional.of(column), List.of(cells), columns)));
    }

    private void tellUnused(
            Set<String> texts, Optional<String> column, List<ColumnCells> cells, Map<String, Column> columns) {
        Set<String> unused = new TreeSet<>(texts);
        cells.forEach(each -> unused.removeAll(each.missingFound()));
        if (unused.isEmpty()) {
            return;
        }
        List<String> found = cells.stream()
                .map(each -> columns.get(each.name()))
                .filter(CategoryColumn.class::isInstance)
                .flatMap(each -> ((CategoryColumn) each).categories().stream().limit(MOST_COMPARED))
                .toList();
        unused.forEach(text -> listener.unused(UnusedMissingText.of(text, column, found)));
    }

    private void refuseMixedFormats() {
        Map<FileFormat, Path> first = new HashMap<>();
        for (Path path : paths) {
            FileFormat.of(path).ifPresent(format -> first.putIfAbsent(format, path));
        }
        if (first.size() > 1) {
            throw new DataException("the pattern matches files of different kinds, such as %s; name one kind only"
                    .formatted(
                            first.values().stream().map(Path::toString).sorted().collect(Collectors.joining(" and "))));
        }
    }

    private List<String> readAll(ColumnReading gathering) {
        List<String> names = List.of();
        firstRows.clear();
        for (int index = 0; index < files.size(); index++) {
            firstRows.add(gathering.rows());
            List<String> found = read(index, gathering);
            if (gathering.rows() == firstRows.get(index)) {
                throw new DataException(paths.get(index) + " has no rows; at least one is needed");
            }
            if (index == 0) {
                names = found;
            } else {
                refuseOtherColumns(index, names, found);
            }
        }
        return names;
    }

    private List<String> read(int index, ColumnReading gathering) {
        try {
            return gathering.read(files.get(index), paths.get(index));
        } catch (IOException failure) {
            throw FileText.unreadable(paths.get(index), failure);
        }
    }

    private void refuseOtherColumns(int index, List<String> names, List<String> found) {
        Set<String> missing = new LinkedHashSet<>(names);
        Set<String> added = new LinkedHashSet<>(found);
        found.forEach(missing::remove);
        names.forEach(added::remove);
        missing.removeAll(options.ignored());
        added.removeAll(options.ignored());
        if (!missing.isEmpty()) {
            throw new DataException("%s has no column \"%s\", which %s has; files of one table have the same columns"
                    .formatted(paths.get(index), missing.iterator().next(), paths.getFirst()));
        }
        if (!added.isEmpty()) {
            throw new DataException("%s has a column \"%s\", which %s has not; files of one table have the same columns"
                    .formatted(paths.get(index), added.iterator().next(), paths.getFirst()));
        }
    }

    private void finish(ColumnReading gathering, Map<String, Column> columns, Set<String> mixtures) {
        gathering.columns().forEach((name, cells) -> {
            switch (cells.finish()) {
                case ColumnCells.Finished finished -> columns.put(name, finished.column());
                case ColumnCells.Mixture ignored -> mixtures.add(name);
                case ColumnCells.Spoiled spoiled -> throw at(spoiled.problem());
            }
        });
    }

    /// Text whose cells are sometimes numbers, such as the codes 7, 7a and 8: read as they are written.
    private void readAgain(Set<String> mixtures, int rows, Map<String, Column> columns) {
        ColumnReading texts = ColumnReading.textOf(mixtures, options, BytesRead.untold());
        readAll(texts);
        if (texts.rows() != rows) {
            throw new DataException(paths.getFirst() + " changed while it was read; try again");
        }
        finish(texts, columns, new HashSet<>());
    }

    private DataException at(CellProblem problem) {
        int index = files.size() - 1;
        while (firstRows.get(index) > problem.row()) {
            index--;
        }
        try {
            return problem.at(files.get(index).place(problem.row() - firstRows.get(index)));
        } catch (IOException failure) {
            return FileText.unreadable(paths.get(index), failure);
        }
    }
}
