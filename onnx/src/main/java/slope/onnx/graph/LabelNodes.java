package slope.onnx.graph;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import slope.onnx.format.Attribute;

/// Words to numbers and back, through `LabelEncoder` of `ai.onnx.ml`.
final class LabelNodes {
    private LabelNodes() {}

    /// The number of each word, counted from 0.
    ///
    /// @param other the number of a word that is none of these
    static String numberOf(String words, List<String> known, long other, GraphBuilder graph) {
        return graph.machineLearningNode(
                "LabelEncoder",
                words,
                Map.of(
                        "keys_strings", new Attribute.Texts(known),
                        "values_int64s", new Attribute.Wholes(numbers(known)),
                        "default_int64", new Attribute.Whole(other)));
    }

    /// The word of each number.
    static String wordOf(String numbers, List<String> words, GraphBuilder graph) {
        return graph.machineLearningNode(
                "LabelEncoder",
                numbers,
                Map.of(
                        "keys_int64s", new Attribute.Wholes(numbers(words)),
                        "values_strings", new Attribute.Texts(words),
                        "default_string", new Attribute.Text("")));
    }

    private static List<Long> numbers(List<String> words) {
        return LongStream.range(0, words.size()).boxed().toList();
    }
}
