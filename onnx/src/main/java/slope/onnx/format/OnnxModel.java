package slope.onnx.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A whole ONNX file.
///
/// @param irVersion of the file format
/// @param producer the program that wrote it
/// @param producerVersion of that program
/// @param operatorSets which operators the nodes mean
/// @param graph from inputs to outputs
/// @param metadata whatever the producer had to add, in the file's order
public record OnnxModel(
        long irVersion,
        String producer,
        String producerVersion,
        List<OperatorSet> operatorSets,
        Graph graph,
        Map<String, String> metadata) {

    public OnnxModel {
        operatorSets = List.copyOf(operatorSets);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /// A domain's operators in one version.
    ///
    /// @param domain empty for `ai.onnx`
    public record OperatorSet(String domain, long version) {}
}
