package slope.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import slope.internal.file.RegularFile;
import slope.internal.file.WholeFile;
import slope.model.FitRecord;
import slope.model.Model;
import slope.model.TrainingRanges;
import slope.onnx.description.ModelDescription;
import slope.onnx.description.StoredTensors;
import slope.onnx.format.Limits;
import slope.onnx.format.OnnxException;
import slope.onnx.format.OnnxModel;
import slope.onnx.format.OnnxReader;
import slope.onnx.format.OnnxWriter;
import slope.onnx.format.Value;
import slope.onnx.graph.ModelGraph;
import slope.onnx.imported.ImportedNetwork;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;
import slope.onnx.json.JsonReader;
import slope.onnx.json.JsonWriter;
import slope.table.DataException;
import slope.table.Fingerprint;
import slope.table.Table;
import slope.target.Classes;

/// An ONNX file of Slope's: a model, and how it came about.
///
/// Other programs read its graph, which takes the raw columns. Slope reads parameters, quantiles and
/// the like from the graph's initializers and the rest from two entries of the metadata, `slope.model`
/// and `slope.provenance`. Both are JSON and hold no path. `slope.hash` tells whether a bit of all that
/// was changed since; files of earlier versions have none.
///
/// @param model encodings, networks and target, and how they came about
/// @param provenance what made the file
public record ModelFile(Model model, Provenance provenance) {
    private static final String MODEL = "slope.model";
    private static final String PROVENANCE = "slope.provenance";
    private static final String HASH = "slope.hash";

    /// Writes the file, or replaces one of the same name; it appears whole or not at all. The same
    /// model and provenance give the same bytes.
    ///
    /// @throws DataException if the file cannot be written
    public void write(Path file) {
        write(file, ignored -> {});
    }

    /// Writes the file and reads it back before it appears under its name.
    ///
    /// @param check gets what was read; if it throws, no file appears
    /// @throws DataException if the file cannot be written
    public void write(Path file, Consumer<ModelFile> check) {
        OnnxModel whole = toOnnx();
        WholeFile.write(file, part -> {
            try (OutputStream stream = Files.newOutputStream(part)) {
                OnnxWriter.write(whole, stream);
            } catch (OnnxException tooLarge) {
                throw new DataException("%s cannot be written: it %s".formatted(file, tooLarge.getMessage()), tooLarge);
            }
            check.accept(read(part));
        });
    }

    /// Refuses a model whose file could be written but not read, before its training. It is written
    /// and read in memory, so the check uses the same code.
    ///
    /// @throws DataException if such a file could not be read; it names the limit
    public void refuseTooLarge() {
        try {
            parsed(OnnxReader.read(toByteArray()));
        } catch (OnnxException | JsonException problem) {
            long parameters = model.members().stream()
                    .mapToLong(member -> member.network().parameters().count())
                    .sum();
            throw new DataException(
                    String.format(
                            Locale.ROOT,
                            "the model would be too large to save: with up to %,d networks of %,d parameters together,"
                                    + " its file %s; use fewer columns, folds or snapshots, or narrower layers",
                            model.members().size(),
                            parameters,
                            problem.getMessage()),
                    problem);
        }
    }

    /// Reads a file that Slope wrote, in this or an earlier version, or a plain network of another
    /// program's: see [ImportedNetwork].
    ///
    /// @throws DataException if it is none, is damaged or too large; it names the file and says why
    public static ModelFile read(Path file) {
        if (Files.isDirectory(file)) {
            throw new DataException("%s is a folder; name the model's file in it".formatted(file));
        }
        try {
            return of(RegularFile.read(file, Limits.FILE_BYTES));
        } catch (OnnxException problem) {
            throw new DataException("%s %s".formatted(file, problem.getMessage()), problem);
        } catch (AccessDeniedException problem) {
            throw new DataException("%s may not be read; ask for the right to read it".formatted(file), problem);
        } catch (IOException problem) {
            throw new DataException(unreadable(file), problem);
        }
    }

    /// The same of a file's bytes, wherever they come from.
    ///
    /// @param name of the file in messages
    /// @throws DataException as of the other `read`
    public static ModelFile read(byte[] bytes, String name) {
        try {
            return of(bytes);
        } catch (OnnxException problem) {
            throw new DataException("%s %s".formatted(name, problem.getMessage()), problem);
        }
    }

    private static String unreadable(Path file) {
        return Files.exists(file)
                ? "%s cannot be read: the disk or the system refused".formatted(file)
                : "there is no file %s".formatted(file);
    }

    /// The columns of a row that are outside the training ranges: a number beyond the range, a word
    /// that training did not have. Empty where nothing is known of the training.
    ///
    /// @param rows a table with the model's columns
    /// @param row which of its rows
    public List<String> unusual(Table rows, int row) {
        return TrainingRanges.unusual(model.record().ranges(), rows, row);
    }

    /// The outputs of the graph for other programs, by name: a label and probabilities, or values.
    public List<String> outputs() {
        return ModelGraph.of(model).graph().outputs().stream().map(Value::name).toList();
    }

    /// The sets of operators that the graph is made of, with their versions.
    public static List<String> operatorSets() {
        return ModelGraph.OPERATOR_SETS.stream()
                .map(set -> (set.domain().isEmpty() ? "ai.onnx" : set.domain()) + " " + set.version())
                .toList();
    }

    /// SHA-256 of the model alone, as 64 hexadecimal digits: the same for two files whose
    /// encodings, layers and parameters are the same bit for bit, whatever they say of how that
    /// came about.
    public String modelHash() {
        return Fingerprint.of(new ModelFile(model.with(FitRecord.unknown()), Provenance.unknown()).toByteArray());
    }

    /// The bytes of the file that [#write] writes.
    public byte[] toByteArray() {
        return OnnxWriter.write(toOnnx());
    }

    private OnnxModel toOnnx() {
        ModelGraph graph = ModelGraph.of(model);
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("task", model.target().kind().title());
        if (model.target() instanceof Classes classes) {
            metadata.put("classes", JsonWriter.write(Json.texts(classes.classes())));
        }
        String description = JsonWriter.write(ModelDescription.of(model, graph.names()));
        String told = JsonWriter.write(ProvenanceText.of(provenance, model.record()));
        metadata.put(PROVENANCE, told);
        metadata.put(HASH, FileHash.of(description, told, graph.named()));
        // Last in the file, so that none that was cut off passes for a whole one.
        metadata.put(MODEL, description);
        return new OnnxModel(
                ModelGraph.IR_VERSION,
                "slope",
                provenance.slopeVersion(),
                ModelGraph.OPERATOR_SETS,
                graph.graph(),
                metadata);
    }

    static ModelFile of(byte[] bytes) {
        return of(OnnxReader.read(bytes));
    }

    static ModelFile of(OnnxModel file) {
        try {
            return parsed(file);
        } catch (JsonException problem) {
            throw new OnnxException("is damaged: Slope's description in it " + problem.getMessage());
        }
    }

    private static ModelFile parsed(OnnxModel file) {
        String description = file.metadata().get(MODEL);
        if (description == null) {
            return new ModelFile(ImportedNetwork.read(file.graph()), Provenance.unknown());
        }
        JsonObject described = JsonReader.readObject(description);
        StoredTensors tensors = new StoredTensors(file.graph().initializers());
        Model model = ModelDescription.read(described, tensors);
        String provenance = file.metadata().get(PROVENANCE);
        ModelFile read = provenance == null
                ? new ModelFile(model, Provenance.unknown())
                : withProvenance(model, JsonReader.readObject(provenance));
        String hash = file.metadata().get(HASH);
        String told = String.valueOf(provenance);
        if (hash != null
                && !hash.equals(
                        ModelDescription.format(described) == 1
                                ? FileHash.ofFormat1(description, told, model)
                                : FileHash.of(description, told, tensors.taken()))) {
            throw new OnnxException("is damaged, or was changed by something else than Slope: it does not hold what"
                    + " was saved; copy it again");
        }
        return read;
    }

    private static ModelFile withProvenance(Model model, JsonObject told) {
        return new ModelFile(model.with(ProvenanceText.record(told)), ProvenanceText.provenance(told));
    }
}
