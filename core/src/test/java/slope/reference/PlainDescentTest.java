package slope.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.internal.lesson.PlainDescent;
import slope.internal.random.SplitRandom;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.Initializer;
import slope.loss.Loss;
import slope.optimizer.LearningRate;
import slope.optimizer.Optimizer;

/// The quick loop against one trace after the other: the same bits, wherever it is interrupted.
class PlainDescentTest {
    private static final int ITERATIONS = 60;

    /// A shape and how many rows it learns: around multiples of four, which the loops take together.
    record Case(Architecture shape, int rows) {}

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        List<Activation> known = List.of(Activation.SIGMOID, Activation.RELU);
        for (Activation hidden : known) {
            for (Activation last : known) {
                Architecture shape = Architecture.inputs(3)
                        .denseWithoutBias(4, hidden)
                        .denseWithoutBias(3, hidden)
                        .denseWithoutBias(2, last);
                for (int rows : new int[] {1, 4, 5, 10}) {
                    cases.add(new Case(shape, rows));
                }
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void stepsHaveTheBitsOfTraces(Case drawn) {
        Architecture shape = drawn.shape;
        Matrix inputs = draw(drawn.rows, 3, 1);
        Matrix targets = draw(drawn.rows, 2, 2);
        ReferenceNetwork start = ReferenceNetwork.start(shape, Initializer.GLOROT, 3);
        Loss loss = Loss.halfSquaredError();
        assertThat(PlainDescent.isFor(shape, loss, Optimizer.sgd())).isTrue();
        var trainer = new ReferenceTrainer(loss, Optimizer.sgd(), new LearningRate.Linear(0.05));

        ReferenceNetwork traced = trainer.train(start, inputs, targets, ITERATIONS, _ -> {});
        ReferenceNetwork unseen = trainer.train(start, inputs, targets, ITERATIONS);
        SomeSeen some = new SomeSeen();
        ReferenceNetwork mixed = trainer.train(start, inputs, targets, ITERATIONS, some);

        assertThat(unseen.parameters()).isEqualTo(traced.parameters());
        assertThat(mixed.parameters()).isEqualTo(traced.parameters());
        assertThat(some.seen).containsExactly(7, 8, 14, 21, 28, 35, 42, 49, 56);
        assertThat(some.passed).isEqualTo(ITERATIONS - some.seen.size());
    }

    /// With targets that the network already gives, nothing moves.
    @ParameterizedTest
    @MethodSource("cases")
    void restIsNoticed(Case drawn) {
        Architecture shape = drawn.shape;
        Matrix inputs = draw(drawn.rows, 3, 1);
        ReferenceNetwork start = ReferenceNetwork.start(shape, Initializer.GLOROT, 3);
        SomeSeen some = new SomeSeen();

        new ReferenceTrainer(Loss.halfSquaredError(), Optimizer.sgd(), LearningRate.constant(1))
                .train(start, inputs, start.predict(inputs), 3, some);

        assertThat(some.moved).isZero();
    }

    private static Matrix draw(int rows, int columns, long seed) {
        RandomGenerator random = SplitRandom.of(seed);
        double[] values = new double[rows * columns];
        for (int index = 0; index < values.length; index++) {
            values[index] = random.nextGaussian();
        }
        return Matrix.of(rows, columns, values);
    }

    private static final class SomeSeen implements IterationListener {
        private final List<Integer> seen = new ArrayList<>();
        private int passed;
        private int moved;

        @Override
        public boolean wants(int iteration) {
            return iteration % 7 == 0 || iteration == 8;
        }

        @Override
        public void iterationEnded(Trace trace) {
            seen.add(trace.iteration());
        }

        @Override
        public void iterationPassed(int iteration, boolean hasMoved) {
            passed++;
            moved += hasMoved ? 1 : 0;
        }
    }
}
