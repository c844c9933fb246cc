package slope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.loss.Loss;
import slope.network.RandomCase;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;
import slope.optimizer.UpdateRule;
import slope.reference.ReferenceNetwork;
import slope.reference.ReferenceTrainer;
import slope.training.Trainer.RowOrder;

/// Twenty full-batch steps of each optimizer, beside the double engine's.
class TrainerAgreementTest {
    private static final int STEPS = 20;
    private static final int ROWS = 12;
    private static final int DEPTH = 2;
    private static final int FAN_IN = 6;

    private static final Architecture ARCHITECTURE =
            Architecture.inputs(4).dense(FAN_IN, Activation.TANH).dense(3, Activation.IDENTITY);

    private static Stream<Case> optimizers() {
        return Stream.of(
                new Case(Optimizer.sgd(), 0.05),
                new Case(Optimizer.momentum(0.9), 0.01),
                new Case(Optimizer.nesterov(0.9), 0.01),
                new Case(Optimizer.adam(), 0.005),
                new Case(Optimizer.adamW(0.1), 0.005));
    }

    record Case(UpdateRule optimizer, double rate) {}

    @ParameterizedTest
    @MethodSource("optimizers")
    void floatsStayBesideDoubles(Case tested) {
        RandomCase drawn = RandomCase.draw(ARCHITECTURE, Loss.meanSquaredError(), ROWS, 5);
        LearningRate falling = new LearningRate.Linear(tested.rate);
        ReferenceNetwork start = ReferenceNetwork.of(drawn.network());

        double[] exact = new ReferenceTrainer(drawn.loss(), tested.optimizer, falling)
                .train(start, drawn.inputMatrix(), drawn.targetMatrix(), STEPS)
                .parameters();
        TrainingResult result = Trainer.of(drawn.loss(), tested.optimizer)
                .learningRate(falling)
                .batchSize(ROWS)
                .stopping(Stopping.after(STEPS))
                .order(RowOrder.AS_GIVEN)
                .train(drawn.network(), Examples.of(drawn.inputs(), 4, drawn.targets(), 3));

        assertThat(result.bestEpoch()).as("the loss falls in every step").isEqualTo(STEPS);
        float[] floats = result.network().parameters().toArray();
        double bound = bound(exact);
        for (int i = 0; i < exact.length; i++) {
            assertThat((double) floats[i]).as("parameter %d", i).isCloseTo(exact[i], within(bound));
        }
        assertThat(distance(exact, start.parameters()))
                .as("steps are far longer than the bound")
                .isGreaterThan(100 * bound);
    }

    /// In each step a gradient errs by about u = 2⁻²⁴ times the roundings on the way, depth · (fan-in
    /// and rows) of them, each of numbers of size 1, and the parameter by one rounding more. Rates are
    /// so small that a step hands on the errors before it almost as they were: they add up.
    private static double bound(double[] parameters) {
        double largest = 1;
        for (double parameter : parameters) {
            largest = Math.max(largest, Math.abs(parameter));
        }
        return STEPS * DEPTH * (FAN_IN + ROWS) * 0x1p-24 * largest;
    }

    private static double distance(double[] left, double[] right) {
        double largest = 0;
        for (int i = 0; i < left.length; i++) {
            largest = Math.max(largest, Math.abs(left[i] - right[i]));
        }
        return largest;
    }
}
