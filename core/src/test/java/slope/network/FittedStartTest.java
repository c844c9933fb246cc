package slope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import slope.internal.random.SplitRandom;
import slope.kernel.Engine;
import slope.kernel.KernelsChoice;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.FeatureEmbeddings;
import slope.layer.ParametricActivation;
import slope.layer.PeriodicEmbedding;
import slope.layer.Scale;

class FittedStartTest {
    private static final int ROWS = 500;

    private final Architecture architecture = new Architecture(
                    4, List.of(new FeatureEmbeddings(List.of(new PeriodicEmbedding(4, 16, 3, 0.1)))))
            .with(new Scale())
            .dense(40, Activation.IDENTITY)
            .with(new ParametricActivation(Activation.MISH))
            .dense(3, Activation.IDENTITY);
    private final float[] inputs = inputs();

    private static float[] inputs() {
        SplitRandom random = SplitRandom.of(1);
        float[] inputs = new float[ROWS * 4];
        for (int index = 0; index < inputs.length; index++) {
            inputs[index] = (float) random.nextGaussian();
        }
        return inputs;
    }

    /// Of every unit of every dense layer, over the rows it was fitted to; the first layer through a
    /// network cut behind it, which starts the same.
    @Test
    void sumsHaveDeviationOne() {
        for (int layers : List.of(3, 5)) {
            Architecture cut = new Architecture(4, architecture.layers().subList(0, layers));
            float[] sums =
                    FittedStart.network(cut, inputs, ROWS, 7, Engine.scalar()).predict(inputs);
            int units = cut.outputs();
            for (int unit = 0; unit < units; unit++) {
                double mean = 0;
                double squares = 0;
                for (int row = 0; row < ROWS; row++) {
                    mean += sums[row * units + unit] / (double) ROWS;
                }
                for (int row = 0; row < ROWS; row++) {
                    squares += (sums[row * units + unit] - mean) * (sums[row * units + unit] - mean);
                }
                assertThat(Math.sqrt(squares / ROWS)).isCloseTo(1, within(1e-4));
            }
        }
    }

    /// A mixture of five rows has the sum 0, so the unit's sum has both signs among the rows.
    @Test
    void biasesPutEachUnitsZeroAmongTheRows() {
        Architecture cut = new Architecture(4, architecture.layers().subList(0, 3));
        float[] sums =
                FittedStart.network(cut, inputs, ROWS, 7, Engine.scalar()).predict(inputs);
        for (int unit = 0; unit < 40; unit++) {
            float least = Float.POSITIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            for (int row = 0; row < ROWS; row++) {
                least = Math.min(least, sums[row * 40 + unit]);
                most = Math.max(most, sums[row * 40 + unit]);
            }
            assertThat(least).isNegative();
            assertThat(most).isPositive();
        }
    }

    @Test
    void theEngineChangesNoBit() {
        float[] one = FittedStart.network(architecture, inputs, ROWS, 7, Engine.scalar())
                .parameters()
                .toArray();
        Engine several = new Engine(KernelsChoice.scalar(), 3);

        assertThat(FittedStart.network(architecture, inputs, ROWS, 7, several)
                        .parameters()
                        .toArray())
                .isEqualTo(one);
        assertThat(FittedStart.network(architecture, inputs, ROWS, 8, several)
                        .parameters()
                        .toArray())
                .isNotEqualTo(one);
    }
}
