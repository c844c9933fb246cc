package slope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import slope.internal.file.RegularFile;
import slope.onnx.ModelFile;
import slope.table.Fingerprint;

/// A saved model compared with the model of a repeated training.
///
/// @param model the file of the saved one, as a person named it
/// @param data the table, as a person named it
record Verification(String model, String data, Side saved, Side trained) {
    /// Hashes are printed, longer values only named.
    private static final int MOST_TOLD = 160;

    /// The maximum size of an array; models that can be read are smaller.
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    /// One of the two.
    ///
    /// @param fileHash of the file as it is
    /// @param facts all that it says, by name
    record Side(String fileHash, SequencedMap<String, Object> facts) {
        static Side of(Path file) throws IOException {
            SequencedMap<String, Object> facts = RecordedFacts.of(ModelFile.read(file));
            return new Side(Fingerprint.of(RegularFile.read(file, MOST_BYTES)), facts);
        }

        Object fact(String name) {
            return Objects.requireNonNull(facts.get(name), name);
        }
    }

    /// How much of the saved file was reproduced.
    enum Agreement {
        EVERY_BYTE,
        THE_MODEL,
        /// Another model, or another table than the recorded one.
        NONE;

        /// For programs.
        String title() {
            return switch (this) {
                case EVERY_BYTE -> "bytes";
                case THE_MODEL -> "model";
                case NONE -> "none";
            };
        }
    }

    Agreement agreement() {
        if (saved.fileHash().equals(trained.fileHash())) {
            return Agreement.EVERY_BYTE;
        }
        boolean another = differs(RecordedFacts.MODEL) || differs(RecordedFacts.DATA_HASH);
        return another ? Agreement.NONE : Agreement.THE_MODEL;
    }

    boolean isVerified() {
        return agreement() != Agreement.NONE;
    }

    /// The verdict for a person.
    String sentence() {
        return switch (agreement()) {
            case EVERY_BYTE -> "verified: training again gives %s, byte for byte".formatted(model);
            case THE_MODEL -> "verified: training again gives the same model, bit for bit; %s".formatted(otherwise());
            case NONE -> "not verified: %s".formatted(reason());
        };
    }

    private String otherwise() {
        List<String> differences = differences();
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
        if (saved.fact(RecordedFacts.OPTIONS) instanceof List<?> options && options.contains("--time-limit")) {
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

    private List<String> differences() {
        Set<String> names = new LinkedHashSet<>(saved.facts().keySet());
        names.addAll(trained.facts().keySet());
        return names.stream().filter(this::differs).toList();
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

    /// The verdict for a program.
    Map<String, Object> json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("model", model);
        object.put("data", data);
        object.put("verified", isVerified());
        object.put("agreement", agreement().title());
        object.put("saved", hashes(saved));
        object.put("trained", hashes(trained));
        object.put("differences", differences().stream().map(this::difference).toList());
        return object;
    }

    private static Map<String, Object> hashes(Side side) {
        Map<String, Object> hashes = new LinkedHashMap<>();
        hashes.put("fileHash", side.fileHash());
        hashes.put("modelHash", side.fact(RecordedFacts.MODEL));
        hashes.put("dataHash", side.fact(RecordedFacts.DATA_HASH));
        hashes.put("splitHash", side.fact(RecordedFacts.SPLIT_HASH));
        return hashes;
    }

    /// null where one of the two has no value.
    private Map<String, Object> difference(String name) {
        Map<String, Object> difference = new LinkedHashMap<>();
        difference.put("what", name);
        difference.put("saved", saved.facts().get(name));
        difference.put("trained", trained.facts().get(name));
        return difference;
    }
}
