package slope.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
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
import slope.internal.file.ScratchFolder;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DataException;
import slope.table.Table;

/// Reads files of one table, one after another, and puts together what their cells make.
final class TableReading {
    /// A column of more texts hardly has a sign for missing values among its others.
    private static final int MOST_COMPARED = 1000;

    private final List<TableFile> files;
    private final ReadOptions options;
    private final BytesRead bytes;
    private final List<Integer> firstRows = new ArrayList<>(); // of each file, in the whole table

    private TableReading(List<TableFile> files, ReadOptions options, BytesRead bytes) {
        this.files = files;
        this.options = options;
        this.bytes = bytes;
    }

    static Table of(TableSource source, ReadOptions options, ReadListener listener) {
        if (source.isStandardInput()) {
            source.requireUsable();
            return of(System.in, Path.of(source.name()), source.streamFormat(), options, listener);
        }
        List<TableFile> files = source.files(options);
        return new TableReading(files, options, new BytesRead(FileText.bytes(source.paths()), listener)).table();
    }

    /// Reads a stream. It is kept in a file meanwhile, because a column may have to be read twice.
    ///
    /// @param name what people call the stream
    static Table of(InputStream stream, Path name, FileFormat format, ReadOptions options, ReadListener listener) {
        try (ScratchFolder scratch = ScratchFolder.temporary()) {
            TableFile copy = copied(stream, name, format, options, scratch);
            return new TableReading(List.of(copy), options, new BytesRead(0, listener)).table();
        } catch (IOException failure) {
            throw FileText.unreadable(name, failure);
        }
    }

    /// A stream as a file.
    static TableFile copied(
            InputStream stream, Path name, FileFormat format, ReadOptions options, ScratchFolder scratch)
            throws IOException {
        Path copy = scratch.file("stream");
        Files.copy(FileText.unpacked(stream), copy);
        return TableFile.of(format, copy, name, options, Optional.empty());
    }

    private Table table() {
        ColumnReading gathering = ColumnReading.of(options, bytes);
        List<String> names = readAll(gathering);
        gathering.refuseUnknownNames(names);
        Map<String, Column> columns = new HashMap<>();
        Set<String> mixtures = new LinkedHashSet<>();
        finish(gathering, columns, mixtures);
        readAgain(mixtures, gathering.rows(), columns);
        if (files.stream().allMatch(CsvFile.class::isInstance)) {
            readAgain(OpenDecimals.of(columns.values(), options), gathering.rows(), columns);
        }
        tellUnused(gathering, columns);
        List<Column> inOrder = new ArrayList<>();
        for (String name : names) {
            if (columns.containsKey(name)) {
                inOrder.add(columns.get(name));
            }
        }
        if (inOrder.isEmpty()) {
            throw new DataException(name(0) + " has no column that is not ignored");
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
        unused.forEach(text -> bytes.listener().unused(UnusedMissingText.of(text, column, found)));
    }

    private List<String> readAll(ColumnReading gathering) {
        List<String> names = List.of();
        firstRows.clear();
        for (int index = 0; index < files.size(); index++) {
            firstRows.add(gathering.rows());
            List<String> found = read(index, gathering);
            if (gathering.rows() == firstRows.get(index)) {
                throw new DataException(name(index) + " has no rows; at least one is needed");
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
            return gathering.read(files.get(index));
        } catch (IOException failure) {
            throw FileText.unreadable(name(index), failure);
        }
    }

    private Path name(int index) {
        return files.get(index).name();
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
                    .formatted(name(index), missing.iterator().next(), name(0)));
        }
        if (!added.isEmpty()) {
            throw new DataException("%s has a column \"%s\", which %s has not; files of one table have the same columns"
                    .formatted(name(index), added.iterator().next(), name(0)));
        }
    }

    private void finish(ColumnReading gathering, Map<String, Column> columns, Set<String> mixtures) {
        List<ColumnCells> gathered = List.copyOf(gathering.columns().values());
        List<ColumnResult> results = results(gathered);
        for (int index = 0; index < results.size(); index++) {
            String name = gathered.get(index).name();
            switch (results.get(index)) {
                case ColumnResult.Finished finished -> columns.put(name, finished.column());
                case ColumnResult.Mixture ignored -> mixtures.add(name);
                case ColumnResult.Spoiled spoiled -> throw at(spoiled.problem());
            }
        }
    }

    /// Putting texts in order takes as long as reading them, so columns share the cores.
    private List<ColumnResult> results(List<ColumnCells> gathered) {
        List<ColumnResult> results = new ArrayList<>();
        try (OrderedWork<ColumnResult> work = new OrderedWork<>(OrderedWork.THREADS, results::add)) {
            for (ColumnCells cells : gathered) {
                work.give(cells::finish);
            }
            work.finish();
        } catch (InterruptedIOException failure) {
            throw FileText.unreadable(name(0), failure);
        }
        return results;
    }

    /// Text whose cells are sometimes numbers, such as the codes 7, 7a and 8: read as they are written.
    private void readAgain(Set<String> names, int rows, Map<String, Column> columns) {
        if (names.isEmpty()) {
            return;
        }
        ColumnReading texts = ColumnReading.textOf(names, options, BytesRead.untold());
        readAll(texts);
        if (texts.rows() != rows) {
            throw new DataException(name(0) + " changed while it was read; try again");
        }
        finish(texts, columns, new HashSet<>());
    }

    private DataException at(CellProblem problem) {
        int index = files.size() - 1;
        while (firstRows.get(index) > problem.row()) {
            index--;
        }
        try {
            return problem.at(files.get(index).place(problem.row() - firstRows.get(index), problem.column()));
        } catch (IOException failure) {
            return FileText.unreadable(name(index), failure);
        }
    }
}
