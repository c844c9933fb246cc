package slope.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.kernel.Engine;
import slope.kernel.Team;
import slope.layer.ParameterLayout;
import slope.training.Problems;

class OptimizerMemoryTest {
    private static final ParameterLayout LAYOUT =
            Problems.threeCloudsStart(1).parameters().layout();

    static Stream<UpdateRule> optimizers() {
        return Stream.of(
                Optimizer.sgd(),
                Optimizer.momentum(0.9),
                Optimizer.nesterov(0.9),
                Optimizer.adam(),
                Optimizer.adamW(0.1),
                Optimizer.rmsProp(),
                Optimizer.rmsProp().centered().momentum(0.9));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void anotherMemoryGoesOnFromItsState(UpdateRule optimizer) {
        try (Team team = Engine.scalar().start()) {
            OptimizerMemory memory = memory(team, optimizer);
            float[] undisturbed = Problems.threeCloudsStart(1).parameters().toArray();
            step(memory, undisturbed, 1);
            step(memory, undisturbed, 2);
            float[] takenUp = undisturbed.clone();
            OptimizerMemory other = memory(team, optimizer);
            step(other, takenUp.clone(), 7); // what it remembers before does not matter
            other.restore(memory.state());

            step(memory, undisturbed, 3);
            step(other, takenUp, 3);

            assertThat(takenUp).isEqualTo(undisturbed);
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aStateStaysAsItWas(UpdateRule optimizer) {
        try (Team team = Engine.scalar().start()) {
            OptimizerMemory memory = memory(team, optimizer);
            float[] parameters = new float[LAYOUT.length()];
            step(memory, parameters, 1);
            OptimizerState state = memory.state();
            Optional<float[]> before = state.moments().stream().findFirst().map(moment -> moment.toArray());

            step(memory, parameters, 2);

            assertThat(state.moments()).hasSameSizeAs(optimizer.moments());
            before.ifPresent(
                    moment -> assertThat(state.moments().getFirst().toArray()).isEqualTo(moment));
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void anotherKindOfMemoryIsRefused(UpdateRule optimizer) {
        boolean hasNone = optimizer.moments().isEmpty();
        try (Team team = Engine.scalar().start()) {
            OptimizerState other =
                    memory(team, hasNone ? Optimizer.adam() : Optimizer.sgd()).state();
            OptimizerMemory memory = memory(team, optimizer);

            assertThatThrownBy(() -> memory.restore(other)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void parametersAreAveragedOverTheLastSteps() {
        try (Team team = Engine.scalar().threads(2).start()) {
            int steps = 4;
            OptimizerMemory memory =
                    new OptimizerMemory(team, Optimizer.adam(), ParameterGroups.defaults(), steps, LAYOUT);
            float[] parameters = Problems.threeCloudsStart(1).parameters().toArray();
            double[] average = new double[parameters.length];

            for (int number = 1; number <= 11; number++) {
                step(memory, parameters, number);
                for (int index = 0; index < average.length; index++) {
                    // The mean of the first four, and from then on a quarter of the newest.
                    average[index] += (parameters[index] - average[index]) / Math.min(number, steps);
                }
            }

            float[] averaged = memory.averageOr(parameters);
            for (int index = 0; index < average.length; index++) {
                assertThat((double) averaged[index]).isCloseTo(average[index], within(1e-6));
            }
            assertThat(averaged).isNotEqualTo(parameters);
            assertThat(memory.state().moments().getLast().toArray()).isEqualTo(averaged);
        }
    }

    @Test
    void withoutAnAverageParametersAreThemselves() {
        try (Team team = Engine.scalar().start()) {
            float[] parameters = new float[LAYOUT.length()];
            assertThat(memory(team, Optimizer.sgd()).averageOr(parameters)).isSameAs(parameters);
        }
    }

    private static OptimizerMemory memory(Team team, UpdateRule optimizer) {
        return new OptimizerMemory(team, optimizer, ParameterGroups.defaults(), 0, LAYOUT);
    }

    private static void step(OptimizerMemory memory, float[] parameters, int number) {
        float[] gradient = new float[parameters.length];
        for (int index = 0; index < gradient.length; index++) {
            gradient[index] = (float) StrictMath.sin(index * 0.7 + number);
        }
        memory.step(parameters, gradient, 0.01, 1, number - 1);
    }
}
