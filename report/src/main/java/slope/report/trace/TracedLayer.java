package slope.report.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import slope.layer.Dense;
import slope.layer.FeatureEmbeddings;
import slope.layer.ParameterLayout.Block;
import slope.reference.EmbeddingStep;
import slope.reference.LayerBackward;
import slope.reference.LayerForward;
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
/// @param layers those in a residual block, first to last
public record TracedLayer(
        int number,
        LayerFacts layer,
        ValueRange outputs,
        Optional<TracedBackward> backward,
        Optional<List<NumberArray>> numbers,
        Optional<List<EmbeddedNumber>> embedded,
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
                .mapToObj(index -> of(network, index, part))
                .toList();
    }

    private static TracedLayer of(NetworkTrace network, int index, Optional<TracePart> part) {
        Matrix outputs = network.outputs(index + 1);
        return new TracedLayer(
                index + 1,
                network.layer(index),
                ValueRange.of(outputs),
                network.backward(index).map(TracedBackward::of),
                part.flatMap(wanted -> numbers(network, index, wanted)),
                part.flatMap(wanted -> embedded(network, index, wanted)),
                inside(network.layer(index), network.forward().layers().get(index)));
    }

    private static Optional<List<TracedLayer>> inside(LayerFacts block, LayerForward forward) {
        return block.layers()
                .map(layers -> IntStream.range(0, layers.size())
                        .mapToObj(index -> {
                            LayerForward inner = forward.inside().get(index);
                            return new TracedLayer(
                                    index + 1,
                                    layers.get(index),
                                    ValueRange.of(inner.outputs()),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    inside(layers.get(index), inner));
                        })
                        .toList());
    }

    private static Optional<List<NumberArray>> numbers(NetworkTrace network, int index, TracePart part) {
        if (part.has(new Step.Layer(index + 1))) {
            List<NumberArray> all = numbers(network, index);
            return Optional.of(part.unit()
                    .map(unit -> all.stream().map(each -> each.ofUnit(unit)).toList())
                    .orElse(all));
        }
        return index == 0 && part.has(new Step.Columns())
                ? Optional.of(
                        NumberArray.ofMembers(Kind.INPUTS, network.layer(0).kind(), network.inputs()))
                : Optional.empty();
    }

    /// The same for all ensemble members.
    private static Optional<List<EmbeddedNumber>> embedded(NetworkTrace network, int index, TracePart part) {
        return part.has(new Step.Layer(index + 1))
                        && network.network().architecture().layers().get(index) instanceof FeatureEmbeddings layer
                ? Optional.of(
                        EmbeddingStep.of(
                                        layer.embeddings(),
                                        network.network().layers().get(index),
                                        network.inputs(),
                                        0)
                                .stream()
                                .filter(step -> part.hasUnit(step.output()))
                                .map(EmbeddedNumber::of)
                                .toList())
                : Optional.empty();
    }

    private static List<NumberArray> numbers(NetworkTrace network, int index) {
        LayerKind layer = network.layer(index).kind();
        LayerForward forward = network.forward().layers().get(index);
        List<NumberArray> numbers = new ArrayList<>();
        numbers.addAll(NumberArray.ofMembers(Kind.INPUTS, layer, forward.inputs()));
        numbers.addAll(blocks(
                network,
                index,
                Kind.PARAMETERS,
                network.network().layers().get(index).blocks()));
        if (network.network().architecture().layers().get(index) instanceof Dense) {
            numbers.addAll(NumberArray.ofMembers(Kind.PRE_ACTIVATIONS, layer, forward.preActivations()));
        }
        numbers.addAll(NumberArray.ofMembers(Kind.OUTPUTS, layer, forward.outputs()));
        network.backward(index).ifPresent(backward -> {
            numbers.addAll(NumberArray.ofMembers(Kind.ERROR, layer, backward.error()));
            backward.derivative()
                    .ifPresent(derivative -> numbers.addAll(NumberArray.ofMembers(Kind.DERIVATIVE, layer, derivative)));
            numbers.addAll(NumberArray.ofMembers(Kind.DELTA, layer, backward.delta()));
            numbers.addAll(blocks(network, index, Kind.GRADIENT, backward.gradients()));
        });
        return numbers;
    }

    private static List<NumberArray> blocks(NetworkTrace network, int index, Kind kind, List<Matrix> matrices) {
        List<Block> blocks = network.network().architecture().parameterLayout().of(index);
        return IntStream.range(0, blocks.size())
                .boxed()
                .flatMap(block -> NumberArray.ofBlock(
                        kind,
                        network.layer(index).kind(),
                        blocks.get(block),
                        matrices.get(block),
                        network.outputs(1).rows())
                        .stream())
                .toList();
    }
}
