package slope.serve.studio.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import slope.run.TrainingRequest;
import slope.serve.http.HttpException;
import slope.serve.studio.data.OpenSource;
import slope.serve.studio.data.OpenTable;
import slope.serve.studio.event.Bell;
import slope.table.DataException;

/// Owns the runs of a folder: those that are there, and the one at work.
public final class StudioRuns {
    private final Path folder;
    private final Bell bell;
    private final TreeMap<Integer, StudioRun> runs = new TreeMap<>();
    private final TreeMap<Integer, StudioRun> deleted = new TreeMap<>();
    private @Nullable StudioRun newest; // of this process
    private long changes; // of the list

    /// Finds the runs of a folder. One that another version of Slope wrote, or somebody has damaged, is passed over.
    ///
    /// @param bell rings when something has changed
    /// @param log takes a sentence about each that is passed over
    /// @throws DataException if the folder cannot be looked into
    public StudioRuns(Path folder, Bell bell, Consumer<String> log) {
        this.folder = folder;
        this.bell = bell;
        for (RunFolder each : RunFolder.in(folder)) {
            try {
                (Files.exists(each.deleted()) ? deleted : runs).put(each.number(), StudioRun.found(each, bell));
            } catch (RuntimeException damaged) {
                log.accept("%s is left out: %s".formatted(each.path(), damaged.getMessage()));
            }
        }
    }

    /// Begins a training.
    ///
    /// @param asked by the page: neither with a table nor with outputs
    /// @throws HttpException if another is at work
    /// @throws DataException if it cannot be done
    public synchronized StudioRun begin(TrainingRequest asked, OpenTable table) {
        requireIdle();
        int next = Stream.of(runs, deleted)
                        .filter(Predicate.not(TreeMap::isEmpty))
                        .mapToInt(TreeMap::lastKey)
                        .max()
                        .orElse(0)
                + 1;
        RunFolder made = RunFolder.make(folder, next);
        StudioRun run = StudioRun.begin(made, whole(asked, table.source(), made), bell);
        runs.put(run.number(), run);
        start(run);
        return run;
    }

    private static TrainingRequest whole(TrainingRequest asked, OpenSource source, RunFolder folder) {
        return asked.table(source.location())
                .reading(source.options())
                .model(folder.model())
                .checkpoints(TrainingRequest.Checkpoints.in(folder.checkpoints()));
    }

    private void start(StudioRun run) {
        newest = run;
        changes++;
        run.start();
    }

    /// The run at work.
    public synchronized Optional<StudioRun> atWork() {
        return Optional.ofNullable(newest).filter(StudioRun::isAtWork);
    }

    /// The run that was begun or resumed last, since the studio was started.
    public synchronized Optional<StudioRun> newest() {
        return Optional.ofNullable(newest);
    }

    /// Refuses what would disturb the run at work.
    ///
    /// @throws HttpException if there is one
    void requireIdle() {
        atWork().ifPresent(busy -> {
            throw new HttpException(409, "run %s is at work; stop it, or wait for its end".formatted(busy.number()));
        });
    }

    /// A run.
    ///
    /// @throws HttpException if there is none with this number
    public synchronized StudioRun get(int number) {
        StudioRun run = runs.get(number);
        if (run == null) {
            throw new HttpException(404, "there is no run %s".formatted(number));
        }
        return run;
    }

    /// Asks a run to stop.
    public StudioRun stop(int number) {
        StudioRun run = get(number);
        run.stop();
        return run;
    }

    /// Asks a run to stop until it goes on.
    public StudioRun pause(int number) {
        StudioRun run = get(number);
        run.pause();
        return run;
    }

    /// Goes on with a run that was stopped, or whose process ended.
    ///
    /// @throws HttpException if it has ended, or another is at work
    public synchronized StudioRun resume(int number) {
        requireIdle();
        StudioRun run = get(number);
        if (!run.facts(false).files().resumable()) {
            throw new HttpException(409, "run %s has ended; there is nothing to go on with".formatted(number));
        }
        start(run);
        return run;
    }

    /// Deletes a run, which can be restored until the studio ends.
    ///
    /// @throws HttpException if it is at work
    public synchronized void delete(int number) {
        StudioRun run = get(number);
        if (run.isAtWork()) {
            throw new HttpException(409, "run %s is at work; stop it first".formatted(number));
        }
        RunFolder.write(run.folder().deleted(), "");
        runs.remove(number);
        deleted.put(number, run);
        changed();
    }

    /// Undoes a deletion.
    ///
    /// @throws HttpException if it was not deleted
    public synchronized void restore(int number) {
        StudioRun run = deleted.get(number);
        if (run == null) {
            throw new HttpException(404, "no run %s was deleted".formatted(number));
        }
        try {
            Files.deleteIfExists(run.folder().deleted());
        } catch (IOException failure) {
            throw new DataException("run %s cannot be restored".formatted(number), failure);
        }
        deleted.remove(number);
        runs.put(number, run);
        changed();
    }

    private void changed() {
        changes++;
        bell.ring();
    }

    /// How often runs have begun, been deleted or restored.
    public synchronized long changes() {
        return changes;
    }

    public synchronized int count() {
        return runs.size();
    }

    /// All runs, the newest first.
    ///
    /// @param open the table that is open, if there is one
    public synchronized RunList list(Optional<OpenTable> open) {
        List<RunFacts> facts = new ArrayList<>();
        runs.descendingMap().values().forEach(run -> facts.add(run.facts(isOf(run, open))));
        return new RunList(facts, List.copyOf(deleted.keySet()));
    }

    /// A run as the page shows it.
    public RunFacts facts(StudioRun run, Optional<OpenTable> open) {
        return run.facts(isOf(run, open));
    }

    /// Whether a run is of the table that is open, read in the same way.
    public static boolean isOf(StudioRun run, Optional<OpenTable> open) {
        TrainingRequest request = run.request();
        return open.map(OpenTable::source)
                .map(source -> request.table(source.location()).reading(source.options()))
                .filter(same -> same.toJsonLine().equals(request.toJsonLine()))
                .isPresent();
    }

    /// Pauses the run at work, and removes what was deleted.
    ///
    /// @param milliseconds to wait for its end; later it is found as interrupted
    public void close(long milliseconds) throws InterruptedException {
        Optional<StudioRun> busy = atWork();
        if (busy.isPresent()) {
            busy.get().pause();
            boolean _ = busy.get().await(milliseconds);
        }
        for (Map.Entry<Integer, StudioRun> each : deleted.entrySet()) {
            remove(each.getValue().folder().path());
        }
    }

    /// What cannot be removed stays deleted, and is tried again at the next end.
    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException inUse) {
            // As above.
        }
    }
}
