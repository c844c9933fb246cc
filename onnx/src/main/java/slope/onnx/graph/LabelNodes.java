package slope.onnx.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import slope.onnx.format.Attribute;
import slope.table.Level;

/// Words to numbers and back, through `LabelEncoder` of `ai.onnx.ml`.
final class LabelNodes {
    private LabelNodes() {}

    /// The number of each word's level, counted from 0.
    ///
    /// @param other the number of a word that is none of these
    static String numberOf(String words, List<Level> known, long other, GraphBuilder graph) {
        List<String> spellings = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        for (int number = 0; number < known.size(); number++) {
            known.get(number).spellings().forEach(spellings::add);
            numbers.addAll(Collections.nCopies(spellings.size() - numbers.size(), (long) number));
        }
        return graph.machineLearningNode(
                "LabelEncoder",
                words,
                Map.of(
                        "keys_strings", new Attribute.Texts(spellings),
                        "values_int64s", new Attribute.Wholes(numbers),
                        "default_int64", new Attribute.Whole(other)));
    }

    /// The word of each number.
    static String wordOf(String numbers, List<String> words, GraphBuilder graph) {
        return graph.machineLearningNode(
                "LabelEncoder",
                numbers,
                Map.of(
                        "keys_int64s",
                                new Attribute.Wholes(LongStream.range(0, words.size())
                                        .boxed()
                                        .toList()),
                        "values_strings", new Attribute.Texts(words),
                        "default_string", new Attribute.Text("")));
    }
}
