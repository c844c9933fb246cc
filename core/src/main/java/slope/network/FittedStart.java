package slope.network;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import slope.internal.random.SplitRandom;
import slope.kernel.Engine;
import slope.kernel.Team;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Dense;
import slope.layer.FusedGroup;
import slope.layer.Initializer;
import slope.layer.Layer;
import slope.layer.LayerBatch;
import slope.layer.LayerPass;
import slope.layer.LayerPlace;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.layer.TrainingStep;

/// Data-driven initialisation, fitted to rows of inputs, layer by layer from the first (RealMLP's
/// `std` weights and `he+5` biases: Holzmüller et al. 2024, arXiv 2407.04491, appendix A).
///
/// Of each dense layer, weights are drawn normal, and each unit's are divided by the standard
/// deviation of its pre-activations over all rows, which then is 1. Its bias is −Σ v_i · z(r_i)
/// over five rows drawn at random, with weights v drawn exponential and divided by their sum: the
/// unit's pre-activation is 0 somewhere among the rows. Then the layer's outputs are computed, and
/// the next layer sees these. The parameters of other layers start as each [slope.layer.Parameter]
/// says.
public final class FittedStart {
    /// Rows whose mixture a unit's pre-activation is 0 at.
    private static final int MIXED_ROWS = 5;

    /// Separates these random numbers from those of [Initializer].
    private static final long PURPOSE = 0x666974; // "fit"

    private final Team team;
    private final Architecture architecture;
    private final ParameterLayout layout;
    private final int rows;
    private final long seed;
    private final float[] parameters;

    private FittedStart(Team team, Architecture architecture, int rows, long seed) {
        this.team = team;
        this.architecture = architecture;
        this.layout = architecture.parameterLayout();
        this.rows = rows;
        this.seed = seed;
        this.parameters =
                Parameters.start(architecture, Initializer.LECUN, seed).toArray();
    }

    /// A network to start training from.
    ///
    /// @param inputs rows × inputs, row-major
    /// @param seed of everything drawn
    /// @param engine affects the time, and no bit of the result
    public static Network network(Architecture architecture, float[] inputs, int rows, long seed, Engine engine) {
        architecture.validated();
        if (architecture.members() > 1) {
            throw new IllegalArgumentException(
                    "a fitted start is for networks of 1 ensemble member, not of %s".formatted(architecture.members()));
        }
        if (rows < 1 || inputs.length < (long) rows * architecture.inputs()) {
            throw new IllegalArgumentException("a start needs at least 1 row of %s inputs, not %s numbers for %s rows"
                    .formatted(architecture.inputs(), inputs.length, rows));
        }
        try (Team team = engine.start()) {
            FittedStart start = new FittedStart(team, architecture, rows, seed);
            start.fit(inputs);
            return Network.of(architecture, Parameters.of(start.layout, start.parameters));
        }
    }

    private void fit(float[] inputs) {
        float[] entering = inputs;
        for (int layer = 0; layer < architecture.layers().size(); layer++) {
            if (architecture.layers().get(layer) instanceof Dense dense) {
                fit(layer, dense, entering);
            }
            entering = outputs(layer, architecture.layers().get(layer), entering);
        }
    }

    private void fit(int layer, Dense dense, float[] entering) {
        ParameterLayout.Block weights = layout.weights(layer);
        layout.bias(layer).ifPresent(bias -> Arrays.fill(parameters, bias.offset(), bias.offset() + bias.length(), 0));
        Dense withoutActivation = new Dense(dense.outputs(), Activation.IDENTITY, dense.bias());
        float[] preActivations = outputs(layer, withoutActivation, entering);
        for (int unit = 0; unit < dense.outputs(); unit++) {
            double deviation = standardDeviation(preActivations, unit, dense.outputs());
            float factor = deviation > 0 ? (float) (1 / deviation) : 1;
            for (int input = 0; input < weights.rows(); input++) {
                parameters[weights.offset() + input * weights.columns() + unit] *= factor;
            }
            if (layout.bias(layer).isPresent()) {
                RandomGenerator random = SplitRandom.of(seed, PURPOSE, layer, unit);
                double mixed = factor * mixed(preActivations, unit, dense.outputs(), random);
                parameters[layout.bias(layer).get().offset() + unit] = (float) -mixed;
            }
        }
    }

    /// What a layer makes of all rows, at the place of the one with this number.
    private float[] outputs(int index, Layer layer, float[] entering) {
        LayerPlace place = new LayerPlace(architecture, layout, index);
        LayerPass pass = layer.pass(place, team, rows, TrainingStep.none());
        LayerBatch batch = new LayerBatch(pass, place.outputs(), pass.outputGradient());
        batch.fill(parameters, entering, 0, rows);
        FusedGroup.of(team, List.of(pass), List.of(batch)).getFirst().forward();
        return pass.outputs();
    }

    /// Of a column of the pre-activations, over all rows: divided by their count.
    private double standardDeviation(float[] preActivations, int unit, int units) {
        double total = 0;
        for (int row = 0; row < rows; row++) {
            total += preActivations[row * units + unit];
        }
        double mean = total / rows;
        double squares = 0;
        for (int row = 0; row < rows; row++) {
            double distance = preActivations[row * units + unit] - mean;
            squares += distance * distance;
        }
        return Math.sqrt(squares / rows);
    }

    private double mixed(float[] preActivations, int unit, int units, RandomGenerator random) {
        double total = 0;
        double weight = 0;
        for (int draw = 0; draw < MIXED_ROWS; draw++) {
            int row = (int) (random.nextDouble() * rows);
            double share = -StrictMath.log(1 - random.nextDouble());
            total += share * preActivations[row * units + unit];
            weight += share;
        }
        return total / weight;
    }
}
