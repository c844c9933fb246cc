package slope.serve.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import slope.serve.http.HttpException;
import slope.serve.metric.ModelMetrics;
import slope.table.DataException;

/// The place of a model among those that are served: the file, and what was last loaded of it.
public final class ModelSlot {
    private final String name;
    private final Path path;
    private final Optional<Path> background;
    private final ModelMetrics metrics;
    private final AtomicReference<@Nullable ServedModel> current = new AtomicReference<>();
    private Optional<FileState> tried = Optional.empty(); // of the file that was last loaded, or could not be
    private Optional<FileState> looked = Optional.empty(); // when the file was last looked at

    /// @param background a table whose rows attributions start from, if there is one
    ModelSlot(String name, Path path, Optional<Path> background) {
        this.name = name;
        this.path = path;
        this.background = background;
        this.metrics = new ModelMetrics(name);
    }

    /// What changes when a file is replaced or written.
    private record FileState(FileTime modified, long bytes, String key) {
        static Optional<FileState> of(Path path) {
            try {
                BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
                return Optional.of(
                        new FileState(found.lastModifiedTime(), found.size(), String.valueOf(found.fileKey())));
            } catch (IOException gone) {
                return Optional.empty();
            }
        }
    }

    public String name() {
        return name;
    }

    /// What is counted of it.
    public ModelMetrics metrics() {
        return metrics;
    }

    /// Whether it can be asked.
    public boolean isReady() {
        return current.get() != null;
    }

    /// The model to ask now. Who has it asks it to the end, also if there is a newer one by then.
    ///
    /// @throws HttpException if it is not loaded yet
    public ServedModel ready() {
        ServedModel model = current.get();
        if (model == null) {
            throw HttpException.later(
                    503, "the model \"%s\" is not loaded yet; try again in a moment".formatted(name), 1);
        }
        return model;
    }

    /// Loads the file for the first time.
    ///
    /// @throws DataException if it is no model
    synchronized void load() {
        tried = FileState.of(path);
        looked = tried;
        take(ServedModel.load(name, path, background));
    }

    /// Its columns are counted from now on, each from 0.
    private void take(ServedModel model) {
        metrics.columns(model.columns().keySet());
        current.set(model);
    }

    /// Loads the file again if it has changed, and is not being written any more. A file that cannot be loaded
    /// or is gone leaves the model as it is.
    ///
    /// @param log takes a sentence about it
    synchronized void refresh(Consumer<String> log) {
        Optional<FileState> now = FileState.of(path);
        boolean isStill = now.equals(looked);
        looked = now;
        if (!isStill || now.equals(tried)) {
            return;
        }
        tried = now;
        try {
            ServedModel model = ServedModel.load(name, path, background);
            take(model);
            metrics.reload();
            log.accept("model \"%s\" was loaded again from %s%s"
                    .formatted(
                            name,
                            path,
                            model.version().map(" as version "::concat).orElse("")));
        } catch (DataException unusable) {
            log.accept("model \"%s\" stays as it was: %s".formatted(name, unusable.getMessage()));
        }
    }
}
