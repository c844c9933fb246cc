package slope.onnx.graph;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.layer.BinEdges;
import slope.layer.CategoryEmbedding;
import slope.layer.FeatureEmbedding;
import slope.layer.FeatureEmbeddings;
import slope.layer.ParameterLayout;
import slope.layer.PassThrough;
import slope.layer.PeriodicEmbedding;
import slope.layer.PiecewiseLinearEmbedding;
import slope.onnx.format.Attribute;
import slope.onnx.format.ElementType;

/// Feature embeddings, side by side: each takes its own inputs.
final class EmbeddingNodes {
    private final int layer;
    private final LayerNodes layers;
    private final GraphBuilder graph;
    private final Map<Optional<Integer>, List<ParameterLayout.Block>> blocks; // of each part

    private EmbeddingNodes(int layer, LayerNodes layers) {
        this.layer = layer;
        this.layers = layers;
        this.graph = layers.graph();
        this.blocks = layers.layout().of(layer).stream().collect(groupingBy(ParameterLayout.Block::part));
    }

    static String add(FeatureEmbeddings features, int layer, String inputs, LayerNodes layers) {
        EmbeddingNodes nodes = new EmbeddingNodes(layer, layers);
        List<String> parts = new ArrayList<>();
        int place = 0;
        for (int index = 0; index < features.embeddings().size(); index++) {
            FeatureEmbedding part = features.embeddings().get(index);
            String own = nodes.columns(inputs, place, place + part.inputs());
            List<String> parameters = nodes.parameters(index);
            parts.add(
                    switch (part) {
                        case PassThrough ignored -> own;
                        case PeriodicEmbedding periodic -> nodes.periodic(periodic, own, parameters);
                        case PiecewiseLinearEmbedding lines -> nodes.piecewiseLinear(lines, own, parameters);
                        case CategoryEmbedding ignored -> nodes.lookup(own, parameters.getFirst());
                    });
            place += part.inputs();
        }
        return nodes.graph.sideBySide(parts);
    }

    /// The parameters of an embedding, in their layout's order.
    private List<String> parameters(int part) {
        return blocks.getOrDefault(Optional.of(part), List.of()).stream()
                .map(layers::parameters)
                .toList();
    }

    /// e = cos(2π·w·x + b) · W + c, then x. The products run over all inputs at once, input × row.
    private String periodic(PeriodicEmbedding part, String inputs, List<String> parameters) {
        String turns =
                graph.node("Mul", graph.node("Mul", third(inputs), parameters.get(0)), graph.scalar("full turn", (float)
                        (2 * Math.PI)));
        String cosines = graph.node("Cos", graph.node("Add", turns, parameters.get(1)));
        String weights = graph.node(
                "Reshape",
                parameters.get(2),
                graph.wholes("shape", part.inputs(), part.frequencies(), part.mixtures()));
        String mixed = swapped(graph.node("MatMul", swapped(cosines), weights));
        String mixtures = graph.node("Add", mixed, parameters.get(3));
        return graph.sideBySide(List.of(flat(mixtures, part.inputs() * part.mixtures()), inputs));
    }

    /// x·w + b + Σ_t e_t·W_t.
    private String piecewiseLinear(PiecewiseLinearEmbedding part, String inputs, List<String> parameters) {
        String lines = graph.node("Add", graph.node("Mul", third(inputs), parameters.get(0)), parameters.get(1));
        String shares = shares(part, inputs);
        List<String> curves = new ArrayList<>();
        int bin = 0;
        for (BinEdges edges : part.edges()) {
            String own = columns(shares, bin, bin + edges.bins());
            String weights = graph.node(
                    "Slice",
                    parameters.get(2),
                    graph.wholes("from", bin),
                    graph.wholes("to", bin + edges.bins()),
                    graph.wholes("over bins", 0));
            curves.add(graph.node("MatMul", own, weights));
            bin += edges.bins();
        }
        return graph.node("Add", flat(lines, part.outputs()), graph.sideBySide(curves));
    }

    /// How far each input is through each of its bins: rows × bins. Below its bins the first one
    /// goes on, above them the last one.
    private String shares(PiecewiseLinearEmbedding part, String inputs) {
        long[] inputOf = new long[part.bins()];
        long[] lower = new long[part.bins()]; // places among all edges
        float[] least = new float[part.bins()];
        float[] most = new float[part.bins()];
        Arrays.fill(most, 1);
        int bin = 0;
        for (int input = 0; input < part.inputs(); input++) {
            least[bin] = -Float.MAX_VALUE;
            for (int index = 0; index < part.edges().get(input).bins(); index++, bin++) {
                inputOf[bin] = input;
                lower[bin] = (long) bin + input;
            }
            most[bin - 1] = Float.MAX_VALUE;
        }
        String edges = layers.edges(layer, part.edges());
        String from = graph.node("Gather", edges, graph.wholes("lower edges", lower));
        String to = graph.node(
                "Gather",
                edges,
                graph.wholes(
                        "upper edges",
                        Arrays.stream(lower).map(place -> place + 1).toArray()));
        String each = graph.node(
                "Gather",
                List.of(inputs, graph.wholes("inputs of bins", inputOf)),
                Map.of("axis", new Attribute.Whole(1)));
        String through = graph.node("Div", graph.node("Sub", each, from), graph.node("Sub", to, from));
        return graph.node(
                "Min", graph.node("Max", through, graph.row("least shares", least)), graph.row("most shares", most));
    }

    private String lookup(String code, String categories) {
        String index = graph.node("Squeeze", graph.cast(code, ElementType.INT64), graph.wholes("second dimension", 1));
        return graph.node("Gather", categories, index);
    }

    private String columns(String values, int from, int to) {
        return graph.node(
                "Slice", values, graph.wholes("from", from), graph.wholes("to", to), graph.wholes("over columns", 1));
    }

    /// rows × columns × 1, to meet what each column has several of.
    private String third(String values) {
        return graph.node("Unsqueeze", values, graph.wholes("third dimension", 2));
    }

    /// rows × columns × several, each row in one dimension.
    private String flat(String values, int width) {
        return graph.node("Reshape", values, graph.wholes("flat", -1, width));
    }

    /// The first two of three dimensions in the other order.
    private String swapped(String values) {
        return graph.node("Transpose", List.of(values), Map.of("perm", new Attribute.Wholes(List.of(1L, 0L, 2L))));
    }
}
