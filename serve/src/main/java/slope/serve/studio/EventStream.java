package slope.serve.studio;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import slope.serve.http.Response;
import slope.serve.studio.data.StateReport;
import slope.serve.studio.data.TableFacts;
import slope.serve.studio.data.TableSlot;
import slope.serve.studio.event.Bell;
import slope.serve.studio.event.EventMessage;
import slope.serve.studio.run.RunFacts.State;
import slope.serve.studio.run.RunNews;
import slope.serve.studio.run.StudioRun;
import slope.serve.studio.run.StudioRuns;
import slope.serve.studio.run.ToldNews;

/// All that happens in the studio, as server-sent events.
///
/// A stream looks what is new ten times a second, and sends that as one message of each kind: twenty thousand epochs
/// in a second are ten messages with arrays, not twenty thousand. The id of a message is the place in the run's
/// history up to which the client has heard all, so that one that comes again misses nothing and hears nothing twice.
final class EventStream {
    private static final Duration PACE = Duration.ofMillis(100);
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration LONG_EPOCH = Duration.ofSeconds(1); // in which only its progress changes
    private static final int RETRY_MILLISECONDS = 500;

    private final Bell bell;
    private final TableSlot slot;
    private final StudioRuns runs;
    private final Supplier<StateReport> state;

    EventStream(Bell bell, TableSlot slot, StudioRuns runs, Supplier<StateReport> state) {
        this.bell = bell;
        this.slot = slot;
        this.runs = runs;
        this.state = state;
    }

    /// A stream for one client.
    ///
    /// @param lastId the id of the last message that it has; empty for all
    Response response(String lastId) {
        return Response.stream(EventMessage.TYPE, stream -> new Client(stream, lastId).serve());
    }

    private final class Client {
        private final OutputStream stream;
        private String cursor;
        private @Nullable TableFacts table; // as it was told
        private @Nullable State standing; // of the newest run, as it was told
        private long changes = -1; // of the list of runs, that are told

        Client(OutputStream stream, String cursor) {
            this.stream = stream;
            this.cursor = cursor;
        }

        void serve() throws IOException {
            EventMessage.writeRetry(stream, RETRY_MILLISECONDS);
            try {
                while (!bell.isClosed()) {
                    long heard = bell.rings();
                    tell();
                    Thread.sleep(PACE);
                    boolean isAtWork = runs.atWork().isPresent();
                    if (bell.await(heard, isAtWork ? LONG_EPOCH : SILENCE) == heard && !isAtWork && !bell.isClosed()) {
                        EventMessage.writeNothing(stream);
                    }
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }

        private void tell() throws IOException {
            Optional<StudioRun> newest = runs.newest();
            Optional<ToldNews> told = newest.map(run -> run.since(cursor));
            Optional<State> now = told.map(each -> each.news().standing().state());
            TableFacts facts = slot.facts();
            boolean isListChanged = changes != runs.changes() || !now.equals(Optional.ofNullable(standing));
            if (isListChanged || !facts.equals(table)) {
                EventMessage.write(stream, "state", cursor, state.get());
            }
            if (isListChanged || isAnotherTable(facts)) { // which runs are of the open table
                changes = runs.changes();
                EventMessage.write(stream, "runs", cursor, runs.list(slot.find()));
            }
            table = facts;
            if (told.isPresent() && (isListChanged || hasNews(told.get().news()))) {
                cursor = told.get().id();
                EventMessage.write(stream, "run", cursor, told.get().news());
            }
            standing = now.orElse(null);
        }

        /// Also one that was sent and read between two looks.
        private boolean isAnotherTable(TableFacts facts) {
            return table == null || facts.phase() != table.phase() || facts.number() != table.number();
        }
    }

    /// A run at work also tells how far it is.
    private static boolean hasNews(RunNews news) {
        boolean isAtWork = news.standing().progress().isPresent();
        return isAtWork || news.epochs().size() > 0 || !news.events().isEmpty();
    }
}
