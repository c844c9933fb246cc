package slope.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import slope.fit.ClassWeights;
import slope.internal.file.RegularFile;
import slope.internal.file.ScratchFolder;
import slope.onnx.ModelFile;
import slope.table.DataException;
import slope.table.Fingerprint;
import slope.tables.TableSource;

/// A saved model compared with the model of a repeated training.
public final class Verification {
    /// Hashes are printed, longer values only named.
    private static final int MOST_TOLD = 160;

    /// The maximum size of an array; models that can be read are smaller.
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private final String model;
    private final String data;
    private final Side saved;
    private final Side trained;

    private Verification(String model, String data, Side saved, Side trained) {
        this.model = model;
        this.data = data;
        this.saved = saved;
        this.trained = trained;
    }

    /// Hashes, SHA-256 in hexadecimal.
    ///
    /// @param fileHash of all its bytes
    /// @param modelHash of columns, target, layers and parameters
    /// @param dataHash of the table
    /// @param splitHash of the training and validation rows, those of several networks with spaces between
    public record Hashes(String fileHash, String modelHash, String dataHash, String splitHash) {}

    /// Something that two files say differently.
    ///
    /// @param what its name, as in the report of a model, with dots between the levels
    /// @param saved what the saved file says, if anything
    /// @param trained what the file of the repeated training says, if anything
    public record Difference(String what, Optional<Object> saved, Optional<Object> trained) {}

    /// One of the two.
    ///
    /// @param fileHash of the file as it is
    /// @param request that the file keeps
    /// @param facts all that it says, by name
    private record Side(String fileHash, Optional<TrainingRequest> request, SequencedMap<String, Object> facts) {
        static Side of(Path file) {
            ModelFile read = ModelFile.read(file);
            try {
                return new Side(
                        Fingerprint.of(RegularFile.read(file, MOST_BYTES)),
                        RecordedRequest.of(read, file.toString()),
                        RecordedFacts.of(read));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        Hashes hashes() {
            return new Hashes(
                    fileHash,
                    fact(RecordedFacts.MODEL).toString(),
                    fact(RecordedFacts.DATA_HASH).toString(),
                    fact(RecordedFacts.SPLIT_HASH).toString());
        }

        Object fact(String name) {
            return Objects.requireNonNull(facts.get(name), name);
        }
    }

    /// Trains again, by the request that a model's file keeps, and compares the two files.
    ///
    /// @param data the table that the model was trained on
    /// @param start the network that its training started from, if it was a given one
    /// @param classWeights in place of the recorded ones, which an early record may lack
    /// @throws DataException if the model has no record, or it cannot be trained again
    /// @throws InterruptedException if this thread is interrupted
    public static Verification of(
            Path model, TableSource data, Optional<Path> start, Optional<ClassWeights> classWeights)
            throws InterruptedException {
        Side saved = Side.of(model);
        TrainingRequest request = RecordedRequest.again(model, data, start, classWeights);
        try (ScratchFolder scratch = ScratchFolder.temporary()) {
            Path again = scratch.file("again.onnx");
            Run.of(request.model(again))
                    .listen(event -> {}) // nobody is to hear of the second training
                    .start()
                    .await();
            return new Verification(model.toString(), data.toString(), saved, Side.of(again));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// How much of the saved file was reproduced.
    public enum Agreement {
        /// Every byte.
        BYTES,
        /// The model, bit for bit; what the file says of it differs.
        MODEL,
        /// Another model, or another table than the recorded one.
        NONE
    }

    /// How much of the saved file was reproduced.
    public Agreement agreement() {
        if (saved.fileHash.equals(trained.fileHash)) {
            return Agreement.BYTES;
        }
        boolean another = differs(RecordedFacts.MODEL) || differs(RecordedFacts.DATA_HASH);
        return another ? Agreement.NONE : Agreement.MODEL;
    }

    /// Whether the same model came of it.
    public boolean isVerified() {
        return agreement() != Agreement.NONE;
    }

    /// The verdict for a person.
    public String sentence() {
        return switch (agreement()) {
            case BYTES -> "verified: training again gives %s, byte for byte".formatted(model);
            case MODEL -> "verified: training again gives the same model, bit for bit; %s".formatted(otherwise());
            case NONE -> "not verified: %s".formatted(reason());
        };
    }

    private String otherwise() {
        List<String> differences = differing();
        return differences.isEmpty()
                ? "%s says the same of itself in the form of an earlier version".formatted(model)
                : "of what %s tells of itself, this differs: %s".formatted(model, told(differences));
    }

    /// The first cause, which explains the others.
    private String reason() {
        if (differs(RecordedFacts.DATA_HASH)) {
            return "%s is not the table that %s was trained on%s"
                    .formatted(
                            data, model, differs(RecordedFacts.MODEL) ? "" : ", although the same network comes of it");
        }
        if (differs(RecordedFacts.SPLIT_HASH)) {
            return "the rows are split in another way than when %s was trained".formatted(model);
        }
        if (saved.facts().containsKey(RecordedFacts.INTERRUPTED)) {
            return "the training of %s was interrupted %s; to its end it gives another model"
                    .formatted(model, saved.fact(RecordedFacts.INTERRUPTED));
        }
        if (saved.request.flatMap(request -> request.estimator().timeLimit()).isPresent()) {
            return "%s was trained with a time limit, and how far a training comes in time is not always the same"
                    .formatted(model);
        }
        if (differs(RecordedFacts.SLOPE)) {
            return "training again gives another model; %s was trained by slope %s, and now by slope %s"
                    .formatted(model, saved.fact(RecordedFacts.SLOPE), trained.fact(RecordedFacts.SLOPE));
        }
        return "training again gives another model of the same rows with the same version of slope, so %s was changed"
                .formatted(model);
    }

    private boolean differs(String fact) {
        return !Objects.equals(saved.facts().get(fact), trained.facts().get(fact));
    }

    /// The model's file as it was named.
    public String model() {
        return model;
    }

    /// The table as it was named.
    public String data() {
        return data;
    }

    /// The hashes of the saved model.
    public Hashes saved() {
        return saved.hashes();
    }

    /// The hashes of the model of the repeated training.
    public Hashes trained() {
        return trained.hashes();
    }

    /// All that the two files say differently.
    public List<Difference> differences() {
        return differing().stream()
                .map(name -> new Difference(
                        name,
                        Optional.ofNullable(saved.facts().get(name)),
                        Optional.ofNullable(trained.facts().get(name))))
                .toList();
    }

    private List<String> differing() {
        Set<String> names = new LinkedHashSet<>(saved.facts().keySet());
        names.addAll(trained.facts().keySet());
        return names.stream().filter(this::differs).filter(name -> !isNew(name)).toList();
    }

    /// Whether it is a score by a metric, or a setting, that the version which saved the model did
    /// not have.
    private boolean isNew(String name) {
        return RecordedFacts.GROWING.stream().anyMatch(name::startsWith)
                && !saved.facts().containsKey(name);
    }

    private String told(List<String> differences) {
        return String.join(
                ", ",
                differences.stream()
                        .map(name -> name
                                + told(
                                        String.valueOf(saved.facts().get(name)),
                                        String.valueOf(trained.facts().get(name))))
                        .toList());
    }

    /// Lists of a number for each epoch are for programs.
    private static String told(String was, String is) {
        return was.length() + is.length() > MOST_TOLD ? "" : " was %s and now is %s".formatted(was, is);
    }
}
