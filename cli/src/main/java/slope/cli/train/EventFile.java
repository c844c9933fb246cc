package slope.cli.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import slope.cli.text.SafeWriter;
import slope.internal.file.Destination;
import slope.internal.file.WholeFile;
import slope.run.EventJson;
import slope.run.Run;
import slope.run.RunEvent;
import slope.table.DataException;

/// The events of a run, written as they come: JSON, one a line.
final class EventFile implements AutoCloseable {
    /// The last events are written within moments of the end.
    private static final int MOST_SECONDS = 10;

    private final PrintWriter lines;
    private final boolean isOwn;
    private final CountDownLatch ended = new CountDownLatch(1);

    private EventFile(PrintWriter lines, boolean isOwn) {
        this.lines = lines;
        this.isOwn = isOwn;
    }

    /// Follows a run that has not begun.
    ///
    /// @param name of the file; nothing is written without one
    /// @throws slope.table.DataException if it cannot be written
    static EventFile of(Optional<String> name, Run run, PrintWriter standard) {
        if (name.isEmpty()) {
            EventFile none = new EventFile(new PrintWriter(PrintWriter.nullWriter()), false);
            none.ended.countDown();
            return none;
        }
        Destination destination = Destination.named(name.get());
        boolean isStandard = destination instanceof Destination.StandardOutput;
        EventFile file = new EventFile(isStandard ? SafeWriter.exact(standard) : opened(destination), !isStandard);
        run.listen(file::write);
        return file;
    }

    /// Line by line, because it is read while the run goes on.
    private static PrintWriter opened(Destination destination) {
        Path file = destination instanceof Destination.File(Path named, Path place) ? place : destination.named();
        try {
            return new PrintWriter(Files.newBufferedWriter(file));
        } catch (IOException failure) {
            throw new DataException("\"%s\" cannot be written: %s".formatted(file, WholeFile.reason(failure)), failure);
        }
    }

    private void write(RunEvent event) {
        lines.println(EventJson.of(event));
        lines.flush();
        if (event instanceof RunEvent.Finished
                || event instanceof RunEvent.Cancelled
                || event instanceof RunEvent.Failed) {
            ended.countDown();
        }
    }

    @Override
    public void close() {
        try {
            boolean _ = ended.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (isOwn) {
            lines.close();
        }
    }
}
