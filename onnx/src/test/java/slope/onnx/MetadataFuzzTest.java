package slope.onnx;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import slope.model.Model;
import slope.onnx.format.OnnxModel;
import slope.onnx.format.OnnxReader;

/// Whatever Slope's own entries in a file's metadata say, beside a graph that is whole, they are a model that
/// can be used and saved again, or are refused in one sentence. Fuzzing whole files gets this far only rarely,
/// because most changes already damage the graph.
///
/// The first character says beside which graph and in which entry the rest stands.
class MetadataFuzzTest {
    private static final List<OnnxModel> GRAPHS = List.of(
            graph(Cases.layered(Cases.TWO)),
            graph(Cases.ensemble(Cases.COUNT_OF_EXPOSED, 1)),
            graph(Cases.folds(Cases.columns(), Cases.MANY)),
            graph(Cases.foldsOfEnsembles(Cases.QUANTILES)));

    private static final String PROVENANCE = "slope.provenance";
    private static final String MODEL = "slope.model";
    private static final String HASH = "slope.hash";

    @FuzzTest
    void anyTextIsAModelOrOneSentence(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        OnnxModel graph = GRAPHS.get(bytes[0] & 3);
        String entry = (bytes[0] & 4) == 0 ? MODEL : PROVENANCE;
        String text = new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);
        Map<String, String> metadata = new LinkedHashMap<>(graph.metadata());
        metadata.put(entry, text);
        metadata.remove(HASH); // which would refuse every change
        OnnxModel file = new OnnxModel(
                graph.irVersion(),
                graph.producer(),
                graph.producerVersion(),
                graph.operatorSets(),
                graph.graph(),
                metadata);
        ModelFileFuzzTest.assertModelOrSentence(() -> ModelFile.of(file));
    }

    private static OnnxModel graph(Model model) {
        return OnnxReader.read(new ModelFile(model, Provenance.unknown()).toByteArray());
    }

    /// Writes the first seeds into a folder.
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (int index = 0; index < GRAPHS.size(); index++) {
            Files.writeString(
                    folder.resolve("model-" + index),
                    index + GRAPHS.get(index).metadata().get(MODEL));
        }
        Files.writeString(
                folder.resolve("provenance"), 4 + GRAPHS.getFirst().metadata().get(PROVENANCE));
    }
}
