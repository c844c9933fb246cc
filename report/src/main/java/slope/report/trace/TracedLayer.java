package slope.report.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.layer.Dense;
import slope.layer.EnsembleHeads;
import slope.layer.FeatureEmbeddings;
import slope.layer.Layer;
import slope.layer.LayerNorm;
import slope.layer.Residual;
import slope.reference.EmbeddingStep;
import slope.reference.LayerBackward;
import slope.reference.Matrix;
import slope.report.model.LayerFacts;
import slope.report.model.LayerKind;
import slope.report.trace.NumberArray.Kind;
import slope.report.trace.RowTrace.NetworkTrace;
import slope.report.trace.TracePart.Step;

/// What a layer makes of a row.
///
/// @param number of the layer, in its network or in its residual block, from 1
/// @param layer its kind and units, of each ensemble member
/// @param outputs of all ensemble members
/// @param backward where the row has a target
/// @param numbers every number, where they were asked for
/// @param embedded how those that leave feature embeddings come of the inputs, where they were asked for
/// @param normalized what layer normalization makes of the inputs, where it was asked for
/// @param layers those in a residual block, first to last
public record TracedLayer(
        int number,
        LayerFacts layer,
        ValueRange outputs,
        Optional<TracedBackward> backward,
        Optional<List<NumberArray>> numbers,
        Optional<List<EmbeddedNumber>> embedded,
        Optional<List<NormalizedRow>> normalized,
        Optional<List<TracedLayer>> layers) {

    /// The loss's derivatives in a layer.
    ///
    /// @param delta with respect to its pre-activations, of all ensemble members
    /// @param gradientNorm the Euclidean norm of the gradient with respect to its parameters, where it has any
    public record TracedBackward(ValueRange delta, Optional<Double> gradientNorm) {
        private static TracedBackward of(LayerBackward backward) {
            return new TracedBackward(
                    ValueRange.of(backward.delta()),
                    backward.gradients().stream()
                            .map(gradient -> gradient.timesEach(gradient).sum())
                            .reduce(Double::sum)
                            .map(Math::sqrt));
        }
    }

    /// All layers, first to last.
    ///
    /// @param part whose numbers are wanted
    static List<TracedLayer> of(NetworkTrace network, Optional<TracePart> part) {
        return IntStream.range(0, network.forward().layers().size())
                .mapToObj(index -> {
                    Optional<TracePart> own = part.filter(wanted -> wanted.has(new Step.Layer(index + 1)));
                    TracedLayer layer = of(index + 1, LayerTrace.of(network, index), own);
                    return index == 0 && own.isEmpty() ? layer.with(inputs(network, part)) : layer;
                })
                .toList();
    }

    /// @param part of the layer's own numbers; of the layers inside a block all are wanted then
    private static TracedLayer of(int number, LayerTrace trace, Optional<TracePart> part) {
        List<LayerTrace> inside = trace.inside();
        return new TracedLayer(
                number,
                trace.facts(),
                ValueRange.of(trace.forward().outputs()),
                trace.backward().map(TracedBackward::of),
                part.map(wanted -> numbers(trace).stream()
                        .map(each -> wanted.unit().map(each::ofUnit).orElse(each))
                        .toList()),
                part.flatMap(wanted -> embedded(trace, wanted)),
                part.flatMap(wanted -> trace.layer() instanceof LayerNorm norm
                        ? Optional.of(NormalizedRow.of(norm, trace, wanted))
                        : Optional.empty()),
                trace.facts()
                        .layers()
                        .map(ignored -> IntStream.range(0, inside.size())
                                .mapToObj(index -> of(index + 1, inside.get(index), part.map(wanted -> TracePart.ALL)))
                                .toList()));
    }

    private TracedLayer with(Optional<List<NumberArray>> numbers) {
        return new TracedLayer(number, layer, outputs, backward, numbers, embedded, normalized, layers);
    }

    /// What enters the network, where the step from columns to inputs is wanted alone.
    private static Optional<List<NumberArray>> inputs(NetworkTrace network, Optional<TracePart> part) {
        return part.filter(wanted -> wanted.has(new Step.Columns()))
                .map(wanted ->
                        NumberArray.ofMembers(Kind.INPUTS, network.layer(0).kind(), network.inputs()));
    }

    /// The same for all ensemble members.
    private static Optional<List<EmbeddedNumber>> embedded(LayerTrace trace, TracePart part) {
        return trace.layer() instanceof FeatureEmbeddings layer
                ? Optional.of(
                        EmbeddingStep.of(
                                        layer.embeddings(),
                                        trace.parameters(),
                                        trace.forward().inputs(),
                                        0)
                                .stream()
                                .filter(step -> part.hasUnit(step.output()))
                                .map(EmbeddedNumber::of)
                                .toList())
                : Optional.empty();
    }

    private static List<NumberArray> numbers(LayerTrace trace) {
        LayerKind kind = trace.facts().kind();
        List<NumberArray> numbers = new ArrayList<>();
        numbers.addAll(NumberArray.ofMembers(Kind.INPUTS, kind, trace.forward().inputs()));
        numbers.addAll(blocks(trace, Kind.PARAMETERS, trace.parameters().blocks()));
        if (hasPreActivations(trace.layer())) {
            numbers.addAll(NumberArray.ofMembers(
                    Kind.PRE_ACTIVATIONS, kind, trace.forward().preActivations()));
        }
        numbers.addAll(NumberArray.ofMembers(Kind.OUTPUTS, kind, trace.forward().outputs()));
        trace.backward().ifPresent(backward -> {
            numbers.addAll(NumberArray.ofMembers(Kind.ERROR, kind, backward.error()));
            backward.derivative()
                    .ifPresent(derivative -> numbers.addAll(NumberArray.ofMembers(Kind.DERIVATIVE, kind, derivative)));
            numbers.addAll(NumberArray.ofMembers(Kind.DELTA, kind, backward.delta()));
            numbers.addAll(blocks(trace, Kind.GRADIENT, backward.gradients()));
            numbers.addAll(NumberArray.ofMembers(Kind.INPUT_ERROR, kind, backward.inputError()));
        });
        return numbers;
    }

    private static boolean hasPreActivations(Layer layer) {
        return layer instanceof Dense || layer instanceof LayerNorm || layer instanceof EnsembleHeads;
    }

    /// Those of the layers inside a block stand with them.
    private static List<NumberArray> blocks(LayerTrace trace, Kind kind, List<Matrix> matrices) {
        return trace.layer() instanceof Residual
                ? List.of()
                : IntStream.range(0, matrices.size())
                        .boxed()
                        .flatMap(block -> NumberArray.ofBlock(
                                kind,
                                trace.facts().kind(),
                                trace.blocks().get(block),
                                matrices.get(block),
                                trace.forward().outputs().rows())
                                .stream())
                        .toList();
    }
}
