package slope.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import slope.kernel.Kernels;
import slope.network.Network;
import slope.optimizer.Optimizer;
import slope.reference.LossFormulas;
import slope.reference.Matrix;
import slope.training.Examples;
import slope.training.Problems;
import slope.training.Stopping;
import slope.training.Trainer;
import slope.training.TrainingResult;

class CustomLossTest {

    /// 1/(n·K) · Σ (y − a)², written by hand.
    record OwnSquaredError() implements CustomLoss {
        @Override
        public String title() {
            return "own squared error";
        }

        @Override
        public void measure(Kernels kernels, LossBatch batch, int start, int end) {
            for (int at = start * batch.outputWidth(); at < end * batch.outputWidth(); at++) {
                float error = batch.outputs()[at] - batch.targets()[at];
                batch.losses()[at] = error * error;
                batch.gradient()[at] = error * (2 * batch.scale());
            }
        }
    }

    @Test
    void squaredErrorsByHandTrainToTheSameBits() {
        TrainingResult own = train(new OwnSquaredError());
        TrainingResult builtIn = train(Loss.meanSquaredError());

        assertThat(own.network().parameters().toArray())
                .isEqualTo(builtIn.network().parameters().toArray());
        assertThat(own.best().losses().training())
                .isEqualTo(builtIn.best().losses().training());
    }

    /// Whole batches and a short one, and rows of different weight.
    private static TrainingResult train(Loss loss) {
        Network start = Problems.noisyProductStart();
        Examples examples = Problems.noisyProduct(50, 0, 1);
        float[] weights = new float[examples.rows()];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = row % 3;
        }
        return Trainer.of(loss, Optimizer.adam())
                .batchSize(16)
                .stopping(Stopping.after(5))
                .train(start, examples.weights(weights));
    }

    @Test
    void theDoubleEngineRefusesIt() {
        Matrix one = Matrix.of(1, 1, 1);
        assertThatThrownBy(() -> LossFormulas.value(new OwnSquaredError(), one, one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the double engine has no formula of the custom loss \"own squared error\"");
    }
}
