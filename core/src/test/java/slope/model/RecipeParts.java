package slope.model;

import java.util.List;
import slope.data.Encoding;
import slope.data.Examples;
import slope.data.Table;
import slope.data.TargetEncoding;
import slope.evaluation.Metric;
import slope.kernel.Engine;
import slope.network.Architecture;
import slope.network.Network;
import slope.training.Loss;
import slope.training.Trainer;

/// What recipes decide, piece by piece, as the tests of published numbers ask for it.
public final class RecipeParts {
    private final Settings settings;

    private RecipeParts(Settings settings) {
        this.settings = settings;
    }

    /// Of RealMLP, without dropout.
    public static RecipeParts tuned(Task task, int rows, List<Integer> hidden) {
        Metric metric = task == Task.MULTI_CLASS_CLASSIFICATION
                ? Metric.ACCURACY
                : task.metrics().getFirst();
        return new RecipeParts(Settings.of(
                Recipe.tuned().hidden(hidden).with(Setting.DROPOUT, 0.0),
                new Settings.Circumstances(task, rows, metric)));
    }

    /// Of TabM-mini.
    public static RecipeParts ensemble() {
        return new RecipeParts(Settings.of(
                Recipe.ensemble(), new Settings.Circumstances(Task.MULTI_CLASS_CLASSIFICATION, 6, Metric.ACCURACY)));
    }

    public Trainer trainer(Loss loss) {
        return switch (settings.kind()) {
            case TUNED -> TunedRules.trainer(settings, loss);
            case ENSEMBLE -> EnsembleRules.trainer(settings, loss);
            case PLAIN -> PlainRules.trainer(settings, loss);
        };
    }

    public Architecture tunedArchitecture(Encoding encoding, int outputs) {
        return TunedRules.architecture(settings, encoding, outputs);
    }

    public Network tunedStart(Architecture architecture, Examples training, long seed) {
        return TunedRules.start(architecture, training, seed, Engine.scalar());
    }

    public double labelSmoothing() {
        return settings.getOr(Setting.LABEL_SMOOTHING, 0.0);
    }

    /// What the outputs of a network mean, as [Outputs] has it.
    public static double[] meanings(TargetEncoding target, double[] outputs, int members, Table rows) {
        float[] floats = new float[outputs.length];
        for (int index = 0; index < floats.length; index++) {
            floats[index] = (float) outputs[index];
        }
        return Outputs.meanings(target, floats, members, rows);
    }
}
