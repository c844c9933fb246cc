package slope.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.layer.Activation;
import slope.loss.Loss;
import slope.training.Problems;
import slope.training.Stopping;
import slope.training.Trainer;
import slope.training.TrainingResult;

/// One row for each optimizer; each must solve the same small problems.
class OptimizersTest {

    private static Stream<Row> optimizers() {
        return Stream.of(
                new Row(Optimizer.sgd(), 0.5),
                new Row(Optimizer.momentum(0.9), 0.05),
                new Row(Optimizer.nesterov(0.9), 0.05),
                new Row(Optimizer.adam(), 0.02),
                new Row(Optimizer.adamW(0.01), 0.02),
                new Row(Optimizer.rmsProp(), 0.01),
                new Row(Optimizer.rmsProp().centered().momentum(0.5), 0.005),
                new Row(Optimizer.lbfgs(), 1));
    }

    record Row(Optimizer optimizer, double rate) {}

    @Test
    void everyOptimizerHasARow() {
        Set<Class<?>> withRow =
                optimizers().map(row -> row.optimizer.getClass()).collect(Collectors.toSet());
        Set<Class<?>> all = new HashSet<>(Set.of(UpdateRule.class.getPermittedSubclasses()));
        all.add(Lbfgs.class);
        assertThat(withRow).isEqualTo(all);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void exclusiveOrIsLearned(Row row) {
        TrainingResult result = Trainer.of(Loss.binaryCrossEntropy(), row.optimizer)
                .learningRate(LearningRate.constant(row.rate))
                .batchSize(4)
                .stopping(Stopping.after(2000))
                .train(Problems.exclusiveOrStart(Activation.TANH, Activation.IDENTITY), Problems.exclusiveOr());

        assertThat(result.best().losses().training()).isLessThan(0.02);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theProductOfTwoNumbersIsLearned(Row row) {
        TrainingResult result = Trainer.of(Loss.meanSquaredError(), row.optimizer)
                .learningRate(
                        row.optimizer instanceof UpdateRule
                                ? new LearningRate.Cosine(row.rate)
                                : LearningRate.constant(row.rate))
                .batchSize(20)
                .stopping(Stopping.after(600))
                .train(
                        Problems.noisyProductStart(),
                        Problems.noisyProduct(200, 0, 1),
                        Problems.noisyProduct(200, 0, 2));

        // The targets' variance is 1/9: this explains 98 % of it.
        assertThat(result.best().losses().validation()).isLessThan(0.02 / 9);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void classesAreLearned(Row row) {
        TrainingResult result = Trainer.of(Loss.multiClassCrossEntropy(), row.optimizer)
                .learningRate(LearningRate.constant(row.rate))
                .stopping(Stopping.after(50))
                .train(Problems.threeCloudsStart(1), Problems.threeClouds(200, 1), Problems.threeClouds(200, 2));

        assertThat(result.best().losses().validation()).isLessThan(0.05);
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        assertRefusal(() -> Optimizer.momentum(1), "momentum must be at least 0 and below 1, not 1.0");
        assertRefusal(() -> Optimizer.nesterov(-0.1), "momentum must be at least 0 and below 1, not -0.1");
        assertRefusal(() -> new Adam(1, 0.9, 1e-8), "beta1 must be at least 0 and below 1, not 1.0");
        assertRefusal(() -> new Adam(0.9, Double.NaN, 1e-8), "beta2 must be at least 0 and below 1, not NaN");
        assertRefusal(() -> new Adam(0.9, 0.9, 0), "epsilon must be above 0, not 0.0");
        assertRefusal(() -> Optimizer.rmsProp().momentum(1), "momentum must be at least 0 and below 1, not 1.0");
        assertRefusal(() -> new RmsProp(1, 1e-8, 0, false), "alpha must be at least 0 and below 1, not 1.0");
        assertRefusal(() -> new RmsProp(0.9, -1, 0, false), "epsilon must be above 0, not -1.0");
        assertRefusal(() -> new Lbfgs(0, 0, 0), "L-BFGS remembers at least 1 pair, not 0");
        assertRefusal(() -> new Lbfgs(1, -1, 0), "the tolerance must be 0 or more, not -1.0");
        assertRefusal(() -> new Lbfgs(1, 0, Double.NaN), "weight decay must be 0 or more, not NaN");
        assertRefusal(() -> Optimizer.adamW(-1), "weight decay must be 0 or more, not -1.0");
    }

    private static void assertRefusal(Runnable making, String message) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
