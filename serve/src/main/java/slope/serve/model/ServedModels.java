package slope.serve.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import slope.internal.text.NearestName;
import slope.serve.http.HttpException;

/// All models that are served, by name. Their files are watched until this is closed.
public final class ServedModels implements AutoCloseable {
    private final Map<String, ModelSlot> slots = new LinkedHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("slope-models").factory());

    /// @param files by the names of the models; nothing is loaded yet
    /// @param background a table whose rows attributions start from, if there is one
    public ServedModels(Map<String, Path> files, Optional<Path> background) {
        files.forEach((name, path) -> slots.put(name, new ModelSlot(name, path, background)));
    }

    /// Loads all, and then looks after their files.
    ///
    /// @param each how often
    /// @param log takes sentences about files that changed
    /// @throws slope.table.DataException if one is no model
    public void load(Duration each, Consumer<String> log) {
        slots.values().forEach(ModelSlot::load);
        ScheduledFuture<?> _ = watch.scheduleWithFixedDelay(
                () -> slots.values().forEach(slot -> refresh(slot, log)),
                each.toMillis(),
                each.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /// An unexpected failure must not end the watch.
    private static void refresh(ModelSlot slot, Consumer<String> log) {
        try {
            slot.refresh(log);
        } catch (RuntimeException | OutOfMemoryError failure) {
            log.accept("model \"%s\" stays as it was: loading its file failed: %s".formatted(slot.name(), failure));
        }
    }

    /// In the order in which they were named.
    public List<ModelSlot> all() {
        return List.copyOf(slots.values());
    }

    /// Whether each can be asked.
    public boolean areReady() {
        return slots.values().stream().allMatch(ModelSlot::isReady);
    }

    /// The model of this name, if there is one.
    public Optional<ModelSlot> find(String name) {
        return Optional.ofNullable(slots.get(name));
    }

    /// The model of this name.
    ///
    /// @throws HttpException if there is none of this name
    public ModelSlot named(String name) {
        return find(name).orElseThrow(() -> {
            String advice = NearestName.among(slots.keySet(), name)
                    .map("did you mean \"%s\"?"::formatted)
                    .orElseGet(() -> "there is " + String.join(", ", slots.keySet()));
            return new HttpException(404, "there is no model \"%s\"; %s".formatted(name, advice));
        });
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
