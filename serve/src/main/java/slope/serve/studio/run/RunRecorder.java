package slope.serve.studio.run;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import slope.run.EventJson;
import slope.run.RunEvent;

/// Keeps the events of a run: each as a line of its file, and for who follows it.
///
/// A run leaves epochs out where a listener is slow, and of a small table thousands end in a second: what is heard is
/// put into a queue at once, and a thread of its own writes.
final class RunRecorder {
    private final Path file;
    private final BiConsumer<RunEvent, String> kept;
    private final BlockingQueue<RunEvent> heard = new LinkedBlockingQueue<>();
    private @Nullable Writer lines; // of its thread

    /// @param file to which lines are added
    /// @param kept takes each event with its line, in order, once it is written
    RunRecorder(Path file, BiConsumer<RunEvent, String> kept) {
        this.file = file;
        this.kept = kept;
    }

    /// Begins to write what is heard, until the last event.
    RunRecorder start() {
        Thread.ofPlatform().daemon().name("slope-studio-record").start(this::record);
        return this;
    }

    /// Hears an event.
    void hear(RunEvent event) {
        heard.add(event);
    }

    private void record() {
        try {
            boolean hasEnded = false;
            while (!hasEnded) {
                RunEvent event = heard.take();
                String line = EventJson.of(event);
                hasEnded = event.isLast();
                write(line, hasEnded || heard.isEmpty());
                kept.accept(event, line);
            }
            close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// A disk that is full takes the history, not the training.
    private void write(String line, boolean isFlushed) {
        try {
            Writer writer = lines;
            if (writer == null) {
                writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                lines = writer;
            }
            writer.write(line + "\n");
            if (isFlushed) {
                writer.flush();
            }
        } catch (IOException full) {
            lines = Writer.nullWriter();
        }
    }

    private void close() {
        try {
            if (lines != null) {
                lines.close();
            }
        } catch (IOException full) {
            // Told by nobody: the run has ended, and its model is saved or not.
        }
    }
}
