package slope.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;
import slope.loss.Loss;
import slope.network.Network;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;

class BestEpochTest {
    /// Few noisy rows and a wide network: it soon learns the noise, and the validation loss rises.
    private static final Trainer TRAINER = Trainer.of(Loss.meanSquaredError(), Optimizer.adam())
            .learningRate(LearningRate.constant(0.05))
            .batchSize(10)
            .stopping(Stopping.after(200));

    private final Examples training = Problems.noisyProduct(20, 0.5, 1);
    private final Examples validation = Problems.noisyProduct(200, 0, 2);
    private final Network start = Problems.noisyProductStart();

    @Test
    void theBestEpochHasTheLowestValidationLoss() {
        TrainingResult result = TRAINER.train(start, training, validation);

        EpochReport lowest = result.history().stream()
                .min(Comparator.comparingDouble(report -> report.losses().validation()))
                .orElseThrow();
        assertThat(result.bestEpoch()).isEqualTo(lowest.epoch()).isLessThan(200);
        assertThat(result.best()).isEqualTo(lowest);
        assertThat(result.history()).hasSize(200);
    }

    @Test
    void theParametersOfTheBestEpochAreKept() {
        TrainingResult result = TRAINER.train(start, training, validation);
        TrainingResult untilBest =
                TRAINER.stopping(Stopping.after(result.bestEpoch())).train(start, training, validation);

        assertThat(result.network().parameters().toArray())
                .isEqualTo(untilBest.network().parameters().toArray());
        assertThat(lossOf(result.network(), validation))
                .isEqualTo(result.best().losses().validation());
    }

    @Test
    void anEpochIsMarkedBestOnlyWhileNoneBeforeItWasAsGood() {
        double lowest = Double.POSITIVE_INFINITY;
        for (EpochReport report : TRAINER.train(start, training, validation).history()) {
            assertThat(report.best()).isEqualTo(report.losses().validation() < lowest);
            lowest = Math.min(lowest, report.losses().validation());
        }
    }

    /// A rate too small to move any parameter by an ulp: all epochs are equal.
    @Test
    void theEarliestOfEqualEpochsIsKept() {
        TrainingResult result = Trainer.of(Loss.meanSquaredError(), Optimizer.sgd())
                .learningRate(LearningRate.constant(1e-30))
                .stopping(Stopping.after(5))
                .train(start, training, validation);

        assertThat(result.bestEpoch()).isEqualTo(1);
        assertThat(result.history()).hasSize(5);
    }

    @Test
    void trainingEndsEarlyOncePatienceIsSpent() {
        TrainingResult patient =
                TRAINER.stopping(Stopping.after(200).withPatience(7)).train(start, training, validation);

        assertThat(patient.history()).hasSize(patient.bestEpoch() + 7).hasSizeLessThan(200);
    }

    @Test
    void withoutValidationTheTrainingLossDecides() {
        TrainingResult result = TRAINER.train(start, training);

        EpochReport lowest = result.history().stream()
                .min(Comparator.comparingDouble(report -> report.losses().training()))
                .orElseThrow();
        assertThat(result.best()).isEqualTo(lowest);
        assertThat(result.history())
                .allSatisfy(report -> assertThat(report.losses().validation())
                        .isEqualTo(report.losses().training()));
    }

    /// The validation loss as training computes it: in blocks, from the parameters as they are.
    private static double lossOf(Network network, Examples examples) {
        return Trainer.of(Loss.meanSquaredError(), Optimizer.sgd())
                .learningRate(LearningRate.constant(1e-30))
                .batchSize(10)
                .stopping(Stopping.after(1))
                .train(network, examples, examples)
                .best()
                .losses()
                .validation();
    }
}
