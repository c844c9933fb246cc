package slope.serve.studio.data;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import slope.report.table.TableReport;
import slope.serve.studio.data.TableFacts.ReadFacts;
import slope.serve.studio.json.Problem;
import slope.table.DataException;
import slope.table.Table;
import slope.tables.ReadListener;
import slope.tables.TableFiles;

/// Reads a table and looks at its columns, until it is done or cancelled.
final class TableReading {
    private final OpenSource source;
    private final int number;
    private final TableSlot slot;
    private volatile boolean isCancelled;
    private volatile @Nullable Runnable cancelQuery;

    /// @param slot is told of each hundredth
    TableReading(OpenSource source, int number, TableSlot slot) {
        this.source = source;
        this.number = number;
        this.slot = slot;
    }

    /// Ends it soon.
    void cancel() {
        isCancelled = true;
        Runnable query = cancelQuery;
        if (query != null) {
            query.run();
        }
    }

    /// A problem of its file, called as the person calls it.
    Problem named(Problem problem) {
        return problem.calling(source.location().location(), source.name());
    }

    boolean isCancelled() {
        return isCancelled;
    }

    /// Reads the table.
    ///
    /// @throws DataException if it cannot be read
    /// @throws CancellationException if it is cancelled
    OpenTable read() {
        Set<String> notes = new LinkedHashSet<>(); // a file may be read twice
        Table table = TableFiles.read(source.location(), source.options(), new Listener(notes));
        cancelQuery = null;
        TableReport report = TableReport.of(source.name(), table, List.copyOf(notes), this::requireWanted);
        return new OpenTable(
                number, source, table, source.target().map(report::suggesting).orElse(report));
    }

    /// How many lines have another number of fields than the header; none where another fault makes that uncertain.
    ///
    /// @throws CancellationException if it is cancelled
    OptionalInt badLines() {
        try {
            return OptionalInt.of(
                    TableFiles.badLines(source.location(), source.options(), (bytes, allBytes) -> requireWanted()));
        } catch (DataException anotherFault) {
            return OptionalInt.empty();
        }
    }

    private void requireWanted() {
        if (isCancelled) {
            throw new CancellationException();
        }
    }

    private final class Listener implements ReadListener {
        private final Set<String> notes;
        private long hundredths = -1;

        Listener(Set<String> notes) {
            this.notes = notes;
        }

        @Override
        public void read(long bytes, long allBytes) {
            requireWanted();
            long now = allBytes == 0 ? 0 : 100 * bytes / allBytes;
            if (now > hundredths) {
                hundredths = now;
                slot.told(TableReading.this, new ReadFacts(bytes, allBytes));
            }
        }

        @Override
        public void delimited(char delimiter) {
            slot.delimited(TableReading.this, delimiter);
        }

        @Override
        public void asksDatabase(Runnable cancel) {
            cancelQuery = cancel;
            requireWanted();
        }

        @Override
        public void noted(String sentence) {
            notes.add(sentence.replace(source.location().location(), source.name()));
        }
    }
}
