package slope.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.kernel.Engine;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Parameters;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.Lbfgs;
import slope.training.EpochReport;
import slope.training.Examples;
import slope.training.Stopping;
import slope.training.Trainer;
import slope.training.TrainingResult;

/// scikit-learn's networks with `solver="lbfgs"`, which SciPy's L-BFGS-B trains in double.
///
/// The float engine's numbers have seven digits, and each iteration starts from those of the one
/// before, so that they grow apart: the first are the same to 1e-5, and the last losses to a share
/// of how far training came.
class PublishedLbfgsTest {
    private static final PublishedNumbers FILE = PublishedNumbers.of("lbfgs.json");

    /// Iterations whose losses are compared one by one.
    private static final int FIRST = 15;

    private static final double BOUND = 1e-5;

    /// Of the last losses, as a share of the first.
    private static final double LAST_BOUND = 1e-2;

    static Stream<String> cases() {
        return FILE.keys().stream().filter(name -> !name.equals("sources"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void iterationsHaveTheSameLosses(String name) {
        double[] published = FILE.get(name).get("losses").numbers();
        TrainingResult result = train(name, published.length);
        List<EpochReport> epochs = result.history();
        int compared = Math.min(FIRST, published.length - 1); // an epoch's loss is that before it

        for (int iteration = 0; iteration < compared; iteration++) {
            double wanted = factor(name) * published[iteration];
            assertThat(epochs.get(iteration).losses().training())
                    .as("%s, iteration %s", name, iteration)
                    .isCloseTo(wanted, within(BOUND * wanted));
        }
        double bound = LAST_BOUND * factor(name) * published[0];
        assertThat(epochs.getLast().losses().training())
                .isLessThanOrEqualTo(factor(name) * published[published.length - 1] + bound);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fiveIterationsEndWithTheSameParameters(String name) {
        double[] own = doubles(train(name, 5).network().parameters().toArray());

        Distance.assertWithin(10 * BOUND, FILE.get(name).get("parameters_after_5"), own);
    }

    /// scikit-learn halves squared errors.
    private static double factor(String name) {
        return isClasses(name) ? 1 : 2;
    }

    private static boolean isClasses(String name) {
        return name.endsWith("classes");
    }

    private static Loss loss(String name) {
        return switch (name) {
            case "classes" -> Loss.multiClassCrossEntropy();
            case "two_classes" -> Loss.binaryCrossEntropy();
            default -> Loss.meanSquaredError();
        };
    }

    private static Activation hidden(String name) {
        return switch (name) {
            case "two_classes" -> Activation.SIGMOID;
            case "steep" -> Activation.RELU;
            default -> Activation.TANH;
        };
    }

    private static TrainingResult train(String name, int iterations) {
        PublishedNumbers published = FILE.get(name);
        Lbfgs settings = new Lbfgs(
                10,
                published.get("tolerance").number() * factor(name),
                published.get("alpha").number() * factor(name));
        return Trainer.of(loss(name), settings)
                .stopping(Stopping.after(iterations))
                .engine(Engine.scalar())
                .train(start(published, hidden(name)), examples(published));
    }

    private static Network start(PublishedNumbers published, Activation hidden) {
        double[] widths = published.get("widths").numbers();
        Architecture architecture = Architecture.inputs((int) widths[0]);
        for (int layer = 1; layer < widths.length; layer++) {
            Activation activation = layer == widths.length - 1 ? Activation.IDENTITY : hidden;
            architecture = architecture.dense((int) widths[layer], activation);
        }
        return Network.of(
                architecture,
                Parameters.of(
                        architecture.parameterLayout(),
                        floats(published.get("start").numbers())));
    }

    private static Examples examples(PublishedNumbers published) {
        double[][] inputs = published.get("inputs").rows();
        return Examples.of(
                floats(Arrays.stream(inputs).flatMapToDouble(Arrays::stream).toArray()),
                inputs[0].length,
                floats(published.get("targets").numbers()),
                1);
    }

    private static double[] doubles(float[] floats) {
        double[] doubles = new double[floats.length];
        Arrays.setAll(doubles, index -> floats[index]);
        return doubles;
    }

    private static float[] floats(double[] doubles) {
        float[] floats = new float[doubles.length];
        for (int index = 0; index < floats.length; index++) {
            floats[index] = (float) doubles[index];
        }
        return floats;
    }
}
