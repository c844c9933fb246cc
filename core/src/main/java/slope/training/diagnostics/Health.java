package slope.training.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import slope.internal.text.Numerals;
import slope.kernel.Engine;
import slope.kernel.Team;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Layer;
import slope.layer.LayerPass;
import slope.layer.ParameterLayout;
import slope.layer.Residual;
import slope.loss.Loss;
import slope.loss.LossMeter;
import slope.network.Network;
import slope.network.Pass;
import slope.training.Batch;
import slope.training.Examples;

/// The health of a trained network: dead and saturated units, and gradients that vanish or explode.
///
/// @param rows the number of rows it was measured on, over all ensemble members
/// @param layers those with an activation, except the last; of a residual block those in it
/// @param firstGradient the root mean square of the gradient with respect to the weights of the
///     first dense layer
/// @param lastGradient that of the last dense layer
public record Health(int rows, List<LayerHealth> layers, double firstGradient, double lastGradient) {
    /// The maximum number of rows: some hundredths of a second for a network of three times 256
    /// units.
    public static final int MOST_ROWS = 256;

    /// The ratio of gradients from which on they count as vanishing or exploding.
    static final double FAR = 1000;

    /// For inputs and targets around 1 gradients are below 1, for counts they grow with the counts;
    /// this is above both.
    private static final double HUGE = 1e6;

    public Health {
        layers = List.copyOf(layers);
    }

    /// The gradient flow from the last layer to the first.
    public enum Flow {
        HEALTHY,
        /// The first layer's gradients are less than a thousandth of the last one's: it hardly
        /// learns.
        VANISHING,
        /// The first layer's gradients are more than a thousand times the last one's, or above a
        /// million.
        EXPLODING,
        /// No layer has a gradient.
        NONE
    }

    /// Measures a network on rows from all over the examples, at most [#MOST_ROWS] divided by its
    /// ensemble members, without dropout.
    public static Health of(Network network, Examples rows, Loss loss, Engine engine) {
        Architecture architecture = network.architecture();
        float[] parameters = network.parameters().toArray();
        float[] gradient = new float[parameters.length];
        int members = architecture.members();
        int count = Math.min(rows.rows(), Math.max(1, MOST_ROWS / members));
        int all = count * members;
        try (Team team = engine.start()) {
            Pass pass = new Pass(team, architecture, count);
            LossMeter meter = new LossMeter(team, loss, architecture.outputs(), all);
            Batch batch = new Batch(team, rows, Optional.empty(), all);
            batch.gather(rows, evenlySpaced(rows.rows(), count), 0, count, members, 0);
            float[] outputs = pass.forwardToTrain(parameters, batch.inputs(), 0, all, 0, 0);
            meter.measure(outputs, batch.targets(), batch.weights(), batch.offsets(), pass.outputGradient(), all);
            List<LayerHealth> layers = layers(architecture, pass);
            pass.backward(gradient);
            List<ParameterLayout.Block> weights = architecture.parameterLayout().blocks().stream()
                    .filter(block -> block.role().isMatrix())
                    .toList();
            return new Health(
                    all,
                    layers,
                    weights.isEmpty() ? 0 : size(gradient, weights.getFirst()),
                    weights.isEmpty() ? 0 : size(gradient, weights.getLast()));
        }
    }

    /// Evenly spaced rows of a table, which may be sorted, in their order.
    ///
    /// @param count the number of rows, at most those there are
    public static int[] evenlySpaced(int rows, int count) {
        int[] chosen = new int[count];
        for (int index = 0; index < count; index++) {
            chosen[index] = (int) ((long) index * rows / count);
        }
        return chosen;
    }

    private static List<LayerHealth> layers(Architecture architecture, Pass pass) {
        List<LayerHealth> layers = new ArrayList<>();
        int last = architecture.layers().size() - 1;
        for (int index = 0; index <= last; index++) {
            Layer layer = architecture.layers().get(index);
            int rows = pass.rows(index);
            if (layer instanceof Residual block) {
                List<Units> inside = Units.inside(block, pass.layer(index), architecture.inputsOf(index));
                for (int inner = 0; inner < inside.size(); inner++) {
                    layers.addAll(inside.get(inner).health(index + 1, Optional.of(inner + 1), rows));
                }
            } else if (index < last) {
                Units units = new Units(layer, pass.layer(index), architecture.inputsOf(index));
                layers.addAll(units.health(index + 1, Optional.empty(), rows));
            }
        }
        return layers;
    }

    /// The units of a layer that `inputs` numbers per row enter.
    private record Units(Layer layer, LayerPass pass, int inputs) {
        static List<Units> inside(Residual block, LayerPass pass, int inputs) {
            Architecture inside = block.inside(inputs);
            return IntStream.range(0, block.layers().size())
                    .mapToObj(inner ->
                            new Units(block.layers().get(inner), pass.inside().get(inner), inside.inputsOf(inner)))
                    .toList();
        }

        /// A block within a block has the number of the outer one.
        List<LayerHealth> health(int number, Optional<Integer> part, int rows) {
            if (layer instanceof Residual block) {
                return inside(block, pass, inputs).stream()
                        .flatMap(inner -> inner.health(number, part, rows).stream())
                        .toList();
            }
            return layer.activation() instanceof Activation.Identity
                    ? List.of()
                    : List.of(LayerHealth.of(number, part, layer, pass.outputs(), rows, layer.outputs(inputs)));
        }
    }

    private static double size(float[] gradient, ParameterLayout.Block block) {
        double sum = 0;
        for (int index = block.offset(); index < block.offset() + block.length(); index++) {
            sum += (double) gradient[index] * gradient[index];
        }
        return Math.sqrt(sum / block.length());
    }

    /// The gradient flow.
    public Flow flow() {
        if (firstGradient == 0 && lastGradient == 0) {
            return Flow.NONE;
        }
        if (firstGradient * FAR < lastGradient) {
            return Flow.VANISHING;
        }
        return firstGradient > lastGradient * FAR || firstGradient > HUGE ? Flow.EXPLODING : Flow.HEALTHY;
    }

    /// One line a layer, then the gradients.
    @Override
    public String toString() {
        return layers.stream()
                .map(layer -> layer + "\n")
                .collect(Collectors.joining(
                        "",
                        "",
                        "gradients %s in the first layer, %s in the last"
                                .formatted(
                                        Numerals.significant(firstGradient, 2),
                                        Numerals.significant(lastGradient, 2))));
    }
}
