package slope.bench;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import slope.internal.random.SplitRandom;
import slope.kernel.Engine;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Dropout;
import slope.layer.FeatureEmbeddings;
import slope.layer.ParametricActivation;
import slope.layer.PassThrough;
import slope.layer.PeriodicEmbedding;
import slope.layer.Scale;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.Adam;
import slope.optimizer.AdamW;
import slope.optimizer.LearningRate;
import slope.training.DataDrivenStart;
import slope.training.EpochReport;
import slope.training.Examples;
import slope.training.Stopping;
import slope.training.Trainer;
import slope.training.TrainingOptions;
import slope.training.TrainingResult;

/// How long RealMLP-TD takes on tables of the size of two well-known ones, with numbers drawn at
/// random: 256 epochs of three layers of 256 units in batches of 256, validated in each epoch.
///
///     java -cp … slope.bench.RealMlpTimes [churn|california] [threads] [epochs]
final class RealMlpTimes {
    private static final List<Integer> HIDDEN = List.of(256, 256, 256);

    private RealMlpTimes() {}

    public static void main(String[] arguments) {
        boolean churn = arguments.length == 0 || arguments[0].equals("churn");
        int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        int epochs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 256;
        Engine engine = Engine.best().threads(threads);
        FeatureEmbeddings features = churn
                ? new FeatureEmbeddings(List.of(new PeriodicEmbedding(8, 16, 3, 0.1), new PassThrough(5)))
                : new FeatureEmbeddings(List.of(new PeriodicEmbedding(8, 16, 3, 0.1)));
        Examples training = examples(features.inputs(), churn ? 6400 : 13_200, churn, 1);
        Examples validation = examples(features.inputs(), churn ? 1600 : 3300, churn, 2);

        long started = System.nanoTime();
        Network start = DataDrivenStart.network(architecture(features, churn), training, 0, engine);
        double fitted = (System.nanoTime() - started) * 1e-9;
        TrainingResult result = Trainer.of(
                        churn ? Loss.multiClassCrossEntropy() : Loss.meanSquaredError(),
                        new AdamW(new Adam(0.9, 0.95, 1e-8), 0.02))
                .learningRate(new LearningRate.Coslog4(churn ? 0.04 : 0.2))
                .batchSize(256)
                .stopping(Stopping.after(epochs))
                .trainingOptions(TrainingOptions.realMlp())
                .engine(engine)
                .train(start, training, validation);
        double seconds = (System.nanoTime() - started) * 1e-9;
        IO.println(String.format(
                Locale.ROOT,
                "%s on %s: %.2f s (start %.2f s, first epoch %.3f s, median %.3f s), best epoch %d, loss %.4f",
                churn ? "churn" : "california",
                engine,
                seconds,
                fitted,
                result.history().getFirst().seconds(),
                median(result),
                result.bestEpoch(),
                result.best().losses().validation()));
    }

    private static double median(TrainingResult result) {
        double[] seconds = result.history().stream()
                .mapToDouble(EpochReport::seconds)
                .sorted()
                .toArray();
        return seconds[seconds.length / 2];
    }

    private static Architecture architecture(FeatureEmbeddings features, boolean churn) {
        Architecture architecture = new Architecture(features.inputs(), List.of(features)).with(new Scale());
        for (int units : HIDDEN) {
            architecture = architecture
                    .dense(units, Activation.IDENTITY)
                    .with(new ParametricActivation(churn ? Activation.SELU : Activation.MISH))
                    .with(new Dropout(0.15));
        }
        return architecture.dense(churn ? 2 : 1, Activation.IDENTITY);
    }

    /// The target is a curved function of the inputs with noise, or whether it is above 0.
    private static Examples examples(int width, int rows, boolean classes, long seed) {
        RandomGenerator random = SplitRandom.of(seed);
        float[] inputs = new float[rows * width];
        float[] targets = new float[rows];
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int input = 0; input < width; input++) {
                double x = random.nextGaussian();
                inputs[row * width + input] = (float) x;
                sum += StrictMath.sin((input + 1) * x / 2) / Math.sqrt(width) * 1.4;
            }
            double noisy = sum + 0.3 * random.nextGaussian();
            targets[row] = classes ? (noisy > 0 ? 1 : 0) : (float) noisy;
        }
        return Examples.of(inputs, width, targets, 1);
    }
}
