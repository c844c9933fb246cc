package slope.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import slope.checkpoint.Checkpoint;
import slope.checkpoint.CheckpointFolder;
import slope.table.DataException;
import tools.jackson.jr.ob.JSON;

/// The request that a checkpoint keeps: what decides the model, the number of threads, and how often
/// a checkpoint is written.
final class ResumedRequest {
    private static final String LEFT_OUT = "left out";

    private ResumedRequest() {}

    static String text(TrainingRequest request) {
        TrainingRequest kept = request.recorded();
        if (request.threads().isPresent()) {
            kept = kept.threads(request.threads().get());
        }
        return kept.checkpoints(request.checkpoints().orElseThrow().folder(Path.of(".")))
                .toJson();
    }

    /// No name of a file that stands in a checkpoint is followed.
    ///
    /// @throws DataException if the folder has no checkpoint
    static TrainingRequest in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw nothingIn(folder);
        }
        try (CheckpointFolder opened = CheckpointFolder.open(folder)) {
            Checkpoint newest = opened.newest().orElseThrow(() -> nothingIn(folder));
            TrainingRequest kept = TrainingRequest.parse(
                    newest.identity().request(), newest.file().toString());
            TrainingRequest.Checkpoints usual = TrainingRequest.Checkpoints.in(folder);
            TrainingRequest resumed = kept.recorded()
                    .checkpoints(kept.checkpoints()
                            .map(written -> usual.interval(written.interval()))
                            .orElse(usual)
                            .resuming());
            return kept.threads().map(resumed::threads).orElse(resumed);
        }
    }

    static DataException nothingIn(Path folder) {
        return new DataException("there is no checkpoint in \"%s\" to resume from".formatted(folder));
    }

    /// Refuses a request that would train another model than the run that it resumes.
    static void requireSame(TrainingRequest first, TrainingRequest now) {
        Map<String, Object> before = new LinkedHashMap<>();
        Map<String, Object> after = new LinkedHashMap<>();
        collect(JSON.std.mapFrom(first.recorded().toJson()), "", before);
        collect(JSON.std.mapFrom(now.recorded().toJson()), "", after);
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                throw new DataException(
                        "the training cannot resume: %s was %s and is %s now; leave it out, or start again"
                                .formatted(
                                        name, before.getOrDefault(name, LEFT_OUT), after.getOrDefault(name, LEFT_OUT)));
            }
        }
    }

    private static void collect(Object part, String path, Map<String, Object> values) {
        if (part instanceof Map<?, ?> object) {
            object.forEach((name, value) -> collect(value, path.isEmpty() ? "" + name : path + "." + name, values));
        } else {
            values.put(path, part);
        }
    }
}
