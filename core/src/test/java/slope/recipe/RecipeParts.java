package slope.recipe;

import java.util.List;
import slope.kernel.Engine;
import slope.layer.Architecture;
import slope.loss.Loss;
import slope.metric.Metric;
import slope.network.Network;
import slope.preprocess.TableEncoder;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.Classes;
import slope.target.Target;
import slope.training.Examples;
import slope.training.Trainer;

/// What recipes decide, piece by piece, as the tests of published numbers ask for it.
public final class RecipeParts {
    private final Recipe recipe;
    private final Settings settings;
    private final Target target;

    private RecipeParts(Recipe recipe, Settings.Circumstances circumstances) {
        this.recipe = recipe;
        this.settings = recipe.settings(circumstances);
        this.target = circumstances.target();
    }

    /// Of RealMLP, without dropout.
    public static RecipeParts tuned(Target target, int rows, List<Integer> hidden) {
        Metric metric = target.metrics().getFirst();
        return new RecipeParts(
                Recipe.tuned().hidden(hidden).with(Setting.DROPOUT, 0.0),
                new Settings.Circumstances(target, rows, metric));
    }

    /// Of TabM-mini.
    public static RecipeParts ensemble() {
        return new RecipeParts(
                Recipe.ensemble(),
                new Settings.Circumstances(new Classes("y", List.of("a", "b", "c")), 6, Metric.ACCURACY));
    }

    public Trainer trainer(Loss loss) {
        return recipe.trainer(settings, loss);
    }

    public Architecture tunedArchitecture(TableEncoder encoder) {
        return recipe.architecture(settings, encoder, target, Table.of(NumberColumn.of("x")));
    }

    public Network tunedStart(Architecture architecture, Examples training, long seed) {
        return recipe.start(settings, architecture, training, seed, Engine.scalar());
    }

    public double labelSmoothing() {
        return settings.getOr(Setting.LABEL_SMOOTHING, 0.0);
    }

    /// The decoded outputs of a network.
    public static double[] decoded(Target target, double[] outputs, int members, Table rows) {
        float[] floats = new float[outputs.length];
        for (int index = 0; index < floats.length; index++) {
            floats[index] = (float) outputs[index];
        }
        return target.decode(floats, members, rows);
    }
}
