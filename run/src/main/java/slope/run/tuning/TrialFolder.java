package slope.run.tuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import slope.checkpoint.CheckpointFolder;
import slope.fit.selection.Candidate;
import slope.internal.file.WholeFile;
import slope.model.FittedNetwork;
import slope.onnx.ModelFile;
import slope.run.TrainingRequest;
import slope.table.DataException;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/// The folder of one trial: `request.json`, `model.onnx`, checkpoints while it is trained, and at
/// last `trial.json`, without which it is not finished.
final class TrialFolder {
    private static final String CHECKPOINTS = "checkpoints";
    private static final String SNAPSHOTS = "snapshots";
    private static final String SCORE = "score";
    private static final String SECONDS = "seconds";
    private static final String FAILURE = "failure";

    private final Path path;

    private TrialFolder(Path path) {
        this.path = path;
    }

    static TrialFolder of(Path runs, Trial trial) {
        return new TrialFolder(runs.resolve(String.format(
                Locale.ROOT, "%03d-%s", trial.number(), trial.recipe().title())));
    }

    Path path() {
        return path;
    }

    Path model() {
        return path.resolve("model.onnx");
    }

    /// Makes the folder and its request, or makes sure that it has this one.
    ///
    /// @param request of the trial, without names of files
    /// @throws DataException if the folder has the trial of another search, or cannot be written
    void open(TrainingRequest request) {
        Path file = path.resolve("request.json");
        try {
            Files.createDirectories(path);
            if (Files.exists(file)) {
                if (!Files.readString(file).equals(request.toJson())) {
                    throw new DataException(
                            ("%s is of a search with another seed, target or settings; search on as you began, or name"
                                            + " another folder")
                                    .formatted(path));
                }
                return;
            }
            WholeFile.write(file, part -> Files.writeString(part, request.toJson()));
        } catch (IOException failure) {
            throw new DataException("%s cannot be written: %s".formatted(path, WholeFile.reason(failure)), failure);
        }
    }

    /// What came of the trial; empty if it is not finished.
    ///
    /// @throws DataException if the file is damaged
    Optional<TrialOutcome> outcome() {
        Path file = path.resolve("trial.json");
        try {
            Map<String, Object> kept = JSON.std.mapFrom(Files.readString(file));
            double seconds = number(kept, SECONDS);
            if (kept.get(FAILURE) instanceof String sentence) {
                return Optional.of(new TrialOutcome.Failed(sentence, seconds));
            }
            List<Integer> snapshots = new ArrayList<>();
            for (Object each : kept.get(SNAPSHOTS) instanceof List<?> list ? list : List.of()) {
                snapshots.add(each instanceof Integer count && count > 0 ? count : 0);
            }
            if (snapshots.isEmpty() || snapshots.contains(0)) {
                throw damaged(file);
            }
            return Optional.of(new TrialOutcome.Trained(snapshots, number(kept, SCORE), seconds));
        } catch (NoSuchFileException unfinished) {
            return Optional.empty();
        } catch (IOException | JacksonException unreadable) {
            throw damaged(file);
        }
    }

    /// NaN, which JSON has not, where there is none.
    private static double number(Map<String, Object> kept, String name) {
        return kept.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private DataException damaged(Path file) {
        return new DataException(
                "%s is damaged; delete the folder %s, and the trial is repeated".formatted(file, path));
    }

    /// Finishes the trial: from now on it is not repeated.
    TrialOutcome finished(TrialOutcome outcome) {
        Map<String, Object> kept = new LinkedHashMap<>();
        switch (outcome) {
            case TrialOutcome.Trained trained -> {
                kept.put(SNAPSHOTS, trained.snapshots());
                if (Double.isFinite(trained.score())) {
                    kept.put(SCORE, trained.score());
                }
            }
            case TrialOutcome.Failed failed -> kept.put(FAILURE, failed.sentence());
        }
        kept.put(SECONDS, outcome.seconds());
        WholeFile.write(path.resolve("trial.json"), part -> Files.writeString(part, JSON.std.asString(kept) + "\n"));
        deleteCheckpoints();
        return outcome;
    }

    private void deleteCheckpoints() {
        try (var files = Files.newDirectoryStream(path.resolve(CHECKPOINTS))) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(path.resolve(CHECKPOINTS));
        } catch (IOException ignored) {
            // They are in nobody's way.
        }
    }

    /// The request with checkpoints in this folder, resuming from the newest if there is one.
    ///
    /// @param request of the trial, with its files
    TrainingRequest resumable(TrainingRequest request) {
        Path checkpoints = path.resolve(CHECKPOINTS);
        return hasCheckpoint(checkpoints)
                ? TrainingRequest.resumed(checkpoints)
                        .files(request.table(), Optional.empty())
                        .model(model())
                : request.checkpoints(TrainingRequest.Checkpoints.in(checkpoints))
                        .model(model());
    }

    private static boolean hasCheckpoint(Path checkpoints) {
        if (!Files.isDirectory(checkpoints)) {
            return false;
        }
        try (CheckpointFolder opened = CheckpointFolder.open(checkpoints)) {
            return opened.newest().isPresent();
        }
    }

    /// The candidates of a finished trial: for each number that every fold has a snapshot of, the
    /// best first, the networks of all folds.
    ///
    /// @throws DataException if the model is not the trial's
    List<Candidate> candidates(Trial trial, TrialOutcome.Trained trained, ModelFile file) {
        List<FittedNetwork> members = file.model().members();
        if (members.size()
                != trained.snapshots().stream().mapToInt(Integer::intValue).sum()) {
            throw damaged(model());
        }
        int common = trained.snapshots().stream().min(Integer::compare).orElseThrow();
        List<Candidate> candidates = new ArrayList<>();
        for (int snapshot = 0; snapshot < common; snapshot++) {
            List<FittedNetwork> ofFolds = new ArrayList<>();
            int first = 0;
            for (int count : trained.snapshots()) {
                ofFolds.add(members.get(first + snapshot));
                first += count;
            }
            String name = trial.name() + (common == 1 ? "" : ", snapshot " + (snapshot + 1));
            candidates.add(new Candidate(name, ofFolds));
        }
        return candidates;
    }
}
