package slope.layer;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Random shapes with layers other than dense ones.
public final class OtherLayers {
    /// What [#members] has.
    public static final int MEMBERS = 3;

    private OtherLayers() {}

    /// One to four feature embeddings, then perhaps a scale, norms, parametric activations, residual
    /// blocks, and a last dense layer.
    ///
    /// @param activations of the parametric ones
    public static Arbitrary<Architecture> architectures(Arbitrary<Activation> activations, int outputs) {
        Arbitrary<List<Layer>> blocks = Combinators.combine(
                        Arbitraries.integers().between(1, 5), activations, Arbitraries.of(0.1, 1.0))
                .as((units, activation, epsilon) -> List.<Layer>of(
                        new Dense(units, Activation.IDENTITY, Dense.Bias.PRESENT),
                        new LayerNorm(epsilon), // a smaller ε is too steep for central differences
                        new ParametricActivation(activation),
                        new Dropout(0.25)));
        return Combinators.combine(
                        parts().list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        blocks.list().ofMaxSize(2))
                .as((parts, scaled, residual, hidden) -> {
                    FeatureEmbeddings features = new FeatureEmbeddings(parts);
                    List<Layer> layers = new ArrayList<>(List.of(features));
                    if (scaled) {
                        layers.add(new Scale());
                    }
                    hidden.forEach(layers::addAll);
                    if (residual) {
                        layers.add(new Dense(3, Activation.IDENTITY, Dense.Bias.PRESENT));
                        layers.add(new Residual(inner(new LayerNorm(1, Activation.SILU))));
                        layers.add(new Residual(inner(new Scale())));
                    }
                    layers.add(new Dense(outputs, Activation.IDENTITY, Dense.Bias.PRESENT));
                    return new Architecture(features.inputs(), layers);
                });
    }

    /// A first layer and others, without kinks, which nobody could keep inputs away from in here.
    private static List<Layer> inner(Layer first) {
        return List.of(
                first,
                new Dense(4, Activation.TANH, Dense.Bias.PRESENT),
                new ParametricActivation(Activation.MISH),
                new Dropout(0.25),
                new Dense(3, Activation.IDENTITY, Dense.Bias.ABSENT));
    }

    /// Three ensemble members: adapters behind feature embeddings, a shared layer, heads.
    ///
    /// @param activations of the shared layer
    public static Arbitrary<Architecture> members(Arbitrary<Activation> activations, int outputs) {
        Arbitrary<BatchEnsembleAdapter.Start> starts = Arbitraries.of(BatchEnsembleAdapter.Start.class);
        return Combinators.combine(
                        parts().list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.integers().between(1, 5),
                        activations,
                        starts)
                .as((parts, units, activation, start) -> {
                    FeatureEmbeddings features = new FeatureEmbeddings(parts);
                    List<Integer> chunks =
                            parts.stream().map(FeatureEmbedding::outputs).toList();
                    return new Architecture(features.inputs(), List.of(features))
                            .with(new BatchEnsembleAdapter(chunks, start))
                            .dense(units, activation)
                            .with(new EnsembleHeads(outputs))
                            .members(MEMBERS);
                });
    }

    private static Arbitrary<FeatureEmbedding> parts() {
        Arbitrary<Integer> few = Arbitraries.integers().between(1, 4);
        return Arbitraries.oneOf(
                few.map(PassThrough::new),
                Combinators.combine(few, few, few, Arbitraries.of(0.1, 1.0)).as(PeriodicEmbedding::new),
                Combinators.combine(edges().list().ofMinSize(1).ofMaxSize(3), few)
                        .as(PiecewiseLinearEmbedding::new),
                Combinators.combine(few, few).as(CategoryEmbedding::new));
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
