package slope.layer;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Random shapes with layers other than dense ones: features, factors, blends and dropout.
public final class OtherLayers {
    /// What [#members] has.
    public static final int MEMBERS = 3;

    private OtherLayers() {}

    /// Features of one to four parts, then perhaps factors, blended layers, and a last dense layer.
    ///
    /// @param activations to blend
    public static Arbitrary<Architecture> architectures(Arbitrary<Activation> activations, int outputs) {
        Arbitrary<List<Layer>> blocks = Combinators.combine(
                        Arbitraries.integers().between(1, 5), activations)
                .as((units, activation) -> List.<Layer>of(
                        new Layer.Dense(units, Activation.IDENTITY, Layer.Bias.PRESENT),
                        new Layer.ParametricActivation(activation),
                        new Layer.Dropout(0.25)));
        return Combinators.combine(
                        parts().list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.of(true, false),
                        blocks.list().ofMaxSize(2))
                .as((parts, scaled, hidden) -> {
                    Layer.FeatureEmbeddings features = new Layer.FeatureEmbeddings(parts);
                    List<Layer> layers = new ArrayList<>(List.of(features));
                    if (scaled) {
                        layers.add(new Layer.Scale());
                    }
                    hidden.forEach(layers::addAll);
                    layers.add(new Layer.Dense(outputs, Activation.IDENTITY, Layer.Bias.PRESENT));
                    return new Architecture(features.inputs(), layers);
                });
    }

    /// Three members: their own factors behind features, a shared layer, their own last layers.
    ///
    /// @param activations of the shared layer
    public static Arbitrary<Architecture> members(Arbitrary<Activation> activations, int outputs) {
        Arbitrary<Layer.AdapterStart> starts = Arbitraries.of(Layer.AdapterStart.class);
        return Combinators.combine(
                        parts().list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(1, 5),
                        activations,
                        starts)
                .as((parts, units, activation, start) -> {
                    Layer.FeatureEmbeddings features = new Layer.FeatureEmbeddings(parts);
                    List<Integer> chunks =
                            parts.stream().map(FeatureEmbedding::outputs).toList();
                    return new Architecture(features.inputs(), List.of(features))
                            .with(new Layer.BatchEnsembleAdapter(chunks, start))
                            .dense(units, activation)
                            .with(new Layer.EnsembleHeads(outputs))
                            .members(MEMBERS);
                });
    }

    private static Arbitrary<FeatureEmbedding> parts() {
        Arbitrary<Integer> few = Arbitraries.integers().between(1, 4);
        return Arbitraries.oneOf(
                few.map(FeatureEmbedding.Plain::new),
                Combinators.combine(few, few, few, Arbitraries.of(0.1, 1.0))
                        .as(FeatureEmbedding.PeriodicEmbedding::new),
                Combinators.combine(edges().list().ofMinSize(1).ofMaxSize(3), few)
                        .as(FeatureEmbedding.PiecewiseLinearEmbedding::new),
                Combinators.combine(few, few).as(FeatureEmbedding.CategoryEmbedding::new));
    }

    /// One to five bins between −1.5 and 1.5.
    private static Arbitrary<BinEdges> edges() {
        return Arbitraries.integers().between(1, 5).map(bins -> {
            float[] edges = new float[bins + 1];
            for (int index = 0; index <= bins; index++) {
                edges[index] = -1.5f + 3f * index / bins;
            }
            return BinEdges.of(edges);
        });
    }
}
