package slope.training.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import slope.kernel.Engine;
import slope.kernel.Team;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Layer;
import slope.layer.ParameterLayout;
import slope.loss.Loss;
import slope.loss.LossMeter;
import slope.network.Network;
import slope.network.Pass;
import slope.training.Batch;
import slope.training.Examples;

/// How the parts of a trained network do: units that say nothing, and gradients that do not arrive.
///
/// @param rows it was looked at with, those of all members together
/// @param layers those with an activation, but the last
/// @param firstGradient the size of the gradient by the weights of the first dense layer: the root of the
///     mean of their squares
/// @param lastGradient that of the last dense layer
public record Health(int rows, List<LayerHealth> layers, double firstGradient, double lastGradient) {
    /// Rows at most: some hundredths of a second for a network of three times 256 units.
    public static final int MOST_ROWS = 256;

    /// How many times larger one end's gradient has to be before it is worth a word.
    static final double FAR = 1000;

    /// Of inputs and targets around 1 gradients are below 1, of counts they grow with the counts; this is beyond both.
    private static final double HUGE = 1e6;

    public Health {
        layers = List.copyOf(layers);
    }

    /// How gradients come through the layers on their way from the last to the first.
    public enum Flow {
        SOUND,
        /// The first layer's are less than a thousandth of the last one's: it hardly learns.
        VANISHING,
        /// The first layer's are more than a thousand times the last one's, or beyond a million.
        EXPLODING,
        /// No layer gets any.
        NONE
    }

    /// Looks at a network with rows from all over the examples, at most [#MOST_ROWS] divided by its members;
    /// nothing is dropped out.
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
            batch.gather(rows, spread(rows.rows(), count), 0, count, members, 0);
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

    /// Rows from all over a table, which may be sorted, in their order.
    ///
    /// @param count how many, no more than there are
    public static int[] spread(int rows, int count) {
        int[] chosen = new int[count];
        for (int index = 0; index < count; index++) {
            chosen[index] = (int) ((long) index * rows / count);
        }
        return chosen;
    }

    private static List<LayerHealth> layers(Architecture architecture, Pass pass) {
        List<LayerHealth> layers = new ArrayList<>();
        for (int index = 0; index < architecture.layers().size() - 1; index++) {
            Layer layer = architecture.layers().get(index);
            Activation activation = layer.activation();
            if (!(activation instanceof Activation.Identity)) {
                layers.add(LayerHealth.of(
                        index + 1,
                        layer,
                        activation,
                        pass.outputs(index),
                        pass.rows(index),
                        architecture.inputsOf(index + 1)));
            }
        }
        return layers;
    }

    private static double size(float[] gradient, ParameterLayout.Block block) {
        double sum = 0;
        for (int index = block.offset(); index < block.offset() + block.length(); index++) {
            sum += (double) gradient[index] * gradient[index];
        }
        return Math.sqrt(sum / block.length());
    }

    /// How gradients come through.
    public Flow flow() {
        if (firstGradient == 0 && lastGradient == 0) {
            return Flow.NONE;
        }
        if (firstGradient * FAR < lastGradient) {
            return Flow.VANISHING;
        }
        return firstGradient > lastGradient * FAR || firstGradient > HUGE ? Flow.EXPLODING : Flow.SOUND;
    }

    /// A layer in each line, then the gradients.
    @Override
    public String toString() {
        return layers.stream()
                .map(layer -> layer + "\n")
                .collect(Collectors.joining(
                        "",
                        "",
                        String.format(
                                Locale.ROOT,
                                "gradients %.1e in the first layer, %.1e in the last",
                                firstGradient,
                                lastGradient)));
    }
}
