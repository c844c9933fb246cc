package slope.cli.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import slope.cli.text.SafeWriter;
import slope.internal.file.Destination;
import slope.run.EventJson;
import slope.run.Run;
import slope.run.RunEvent;

/// The events of a run, written as they come: JSON, one a line. The file is opened, written and
/// closed in the thread of the listener: a pipe that nobody reads holds up no training.
final class EventFile {
    /// The last events are written within moments of the end.
    private static final int MOST_SECONDS = 10;

    private final Destination destination;
    private final PrintWriter standard;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable PrintWriter lines; // of the listener's thread
    private volatile boolean isBroken;

    private EventFile(Destination destination, PrintWriter standard) {
        this.destination = destination;
        this.standard = standard;
    }

    /// Follows a run that has not begun.
    ///
    /// @throws slope.table.DataException if nothing can be written there
    static Optional<EventFile> of(Optional<String> name, Run run, PrintWriter standard) {
        Optional<EventFile> file = name.map(Destination::named).map(named -> new EventFile(named, standard));
        file.ifPresent(told -> run.listenToAll(told::write));
        return file;
    }

    private void write(RunEvent event) {
        PrintWriter writer = opened();
        writer.println(EventJson.of(event));
        isBroken = writer.checkError() || isBroken;
        if (event.isLast()) {
            if (!(destination instanceof Destination.StandardOutput)) {
                writer.close();
            }
            ended.countDown();
        }
    }

    /// Line by line, because it is read while the run goes on.
    private PrintWriter opened() {
        if (lines == null) {
            lines = switch (destination) {
                case Destination.StandardOutput _ -> SafeWriter.exact(standard);
                case Destination.File(Path _, Path place) -> opened(place);
                case Destination.Stream stream -> opened(stream.named());
            };
        }
        return lines;
    }

    private PrintWriter opened(Path file) {
        try {
            return new PrintWriter(Files.newBufferedWriter(file));
        } catch (IOException _) {
            isBroken = true;
            return new PrintWriter(PrintWriter.nullWriter());
        }
    }

    /// Whether all of them could be written. They could not where a disk is full, or a reader has
    /// gone or does not read.
    boolean isComplete() {
        try {
            return ended.await(MOST_SECONDS, TimeUnit.SECONDS) && !isBroken;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
