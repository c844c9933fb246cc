package slope.serve.studio.data;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import slope.serve.http.HttpException;
import slope.serve.studio.data.TableFacts.Phase;
import slope.serve.studio.data.TableFacts.ReadFacts;
import slope.serve.studio.data.TableFacts.Shape;
import slope.serve.studio.data.TableFacts.SourceFacts;
import slope.serve.studio.event.Bell;
import slope.serve.studio.json.Problem;
import slope.table.DataException;
import slope.table.Remedy;
import slope.tables.TableFiles;

/// Owns the table that is open: another takes its place, is read in a thread of its own, and may be cancelled.
public final class TableSlot {
    private final Bell bell;
    private TableFacts facts = TableFacts.empty();
    private @Nullable OpenSource source;
    private @Nullable TableReading reading; // the newest one
    private @Nullable OpenTable open;

    /// @param bell rings when something has changed
    public TableSlot(Bell bell) {
        this.bell = bell;
    }

    /// How it stands.
    public synchronized TableFacts facts() {
        return facts;
    }

    /// The table, if it is ready.
    public synchronized Optional<OpenTable> find() {
        return Optional.ofNullable(open);
    }

    /// The table.
    ///
    /// @throws HttpException unless it is ready
    public OpenTable ready() {
        return find().orElseThrow(() -> new HttpException(409, "no table is open; choose one first"));
    }

    /// Where the table comes from that was opened last, also if it could not be read.
    ///
    /// @throws HttpException if there was none
    public synchronized OpenSource source() {
        if (source == null) {
            throw new HttpException(409, "no table is open; choose one first");
        }
        return source;
    }

    /// A file is being sent.
    public synchronized void arriving(String name, ReadFacts read) {
        giveUp();
        facts = new TableFacts(
                        Phase.ARRIVING,
                        facts.number(),
                        Optional.of(new SourceFacts(
                                name, OpenSource.From.UPLOAD, read.ofBytes(), Map.of(), Optional.empty())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .in(Phase.ARRIVING, read);
        bell.ring();
    }

    /// Whether the file that is being sent is still wanted.
    ///
    /// @throws CancellationException if it is not
    public synchronized void requireArriving() {
        if (facts.phase() != Phase.ARRIVING) {
            throw new CancellationException();
        }
    }

    /// A file that was being sent has not come.
    public synchronized void notArrived(Problem problem) {
        facts = facts.failed(problem);
        bell.ring();
    }

    /// Begins to read a table, in place of the one that is open.
    ///
    /// @throws DataException if it is not asked for in a way that can be read
    public synchronized void read(OpenSource next) {
        next.options();
        giveUp();
        int number = facts.number() + 1;
        source = next;
        long bytes = bytes(next);
        facts = new TableFacts(
                        Phase.READING,
                        number,
                        Optional.of(new SourceFacts(next.name(), next.from(), bytes, next.asked(), Optional.empty())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .in(Phase.READING, new ReadFacts(0, bytes));
        TableReading begins = new TableReading(next, number, this);
        reading = begins;
        Thread.ofPlatform().daemon().name("slope-studio-read").start(() -> work(begins));
        bell.ring();
    }

    /// A file that is not there is told of when it is read.
    private static long bytes(OpenSource source) {
        try {
            return TableFiles.bytes(source.location());
        } catch (DataException notThere) {
            return 0;
        }
    }

    /// Ends the sending or the reading that goes on, if one does.
    public synchronized void cancel() {
        if (facts.phase() == Phase.READING || facts.phase() == Phase.ARRIVING) {
            giveUp();
            facts = facts.cancelled();
            bell.ring();
        }
    }

    private void giveUp() {
        if (reading != null) {
            reading.cancel();
        }
        reading = null;
        open = null;
    }

    /// How much of its file a reading has read.
    synchronized void told(TableReading by, ReadFacts read) {
        if (by == reading) {
            facts = facts.in(Phase.READING, read);
            bell.ring();
        }
    }

    /// What separates the fields of the file that is read.
    synchronized void delimited(TableReading by, char delimiter) {
        if (by == reading) {
            facts = facts.delimited(delimiter == '\t' ? "tab" : String.valueOf(delimiter));
            bell.ring();
        }
    }

    private void work(TableReading by) {
        try {
            OpenTable table = by.read();
            end(by, () -> {
                open = table;
                facts = facts.ready(
                        new Shape(table.table().rows(), table.table().columns().size()));
            });
        } catch (CancellationException cancelled) {
            // Another table has taken its place, or none.
        } catch (DataException unusable) {
            end(by, () -> facts = facts.failed(by.named(Problem.of(unusable))));
            countBadLines(by, unusable);
        } catch (OutOfMemoryError tooLarge) {
            end(
                    by,
                    () -> facts = facts.failed(Problem.of(new DataException(
                            "the table needs more memory than Java has; give it more, or leave columns out"))));
        } catch (RuntimeException failure) {
            if (!by.isCancelled()) {
                end(
                        by,
                        () -> facts = facts.failed(Problem.of(new DataException(
                                "the table cannot be read: %s; please report it".formatted(failure)))));
            }
        }
    }

    /// The fault of the first bad line is told at once, and how many there are when the file is read to its end.
    private void countBadLines(TableReading by, DataException unusable) {
        if (unusable.remedies().contains(new Remedy.SkipBadLines())) {
            try {
                by.badLines().ifPresent(count -> end(by, () -> facts = facts.badLines(count)));
            } catch (CancellationException unwanted) {
                // Another table has taken its place.
            }
        }
    }

    private synchronized void end(TableReading by, Runnable change) {
        if (by == reading) {
            change.run();
            bell.ring();
        }
    }
}
