package slope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slope.kernel.Engine;
import slope.kernel.Team;
import slope.network.ParameterLayout;

class OptimizerMemoryTest {
    private static final ParameterLayout LAYOUT =
            Problems.threeCloudsStart(1).parameters().layout();

    static Stream<Optimizer> optimizers() {
        return Stream.of(
                Optimizer.sgd(),
                Optimizer.momentum(0.9),
                Optimizer.nesterov(0.9),
                Optimizer.adam(),
                Optimizer.adamW(0.1));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void anotherMemoryGoesOnFromItsState(Optimizer optimizer) {
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
    void aStateStaysAsItWas(Optimizer optimizer) {
        try (Team team = Engine.scalar().start()) {
            OptimizerMemory memory = memory(team, optimizer);
            float[] parameters = new float[LAYOUT.length()];
            step(memory, parameters, 1);
            OptimizerState state = memory.state();
            Optional<float[]> before = state.moments().stream().findFirst().map(moment -> moment.toArray());

            step(memory, parameters, 2);

            assertThat(state.moments()).hasSize(TrainingMemory.moments(optimizer));
            before.ifPresent(
                    moment -> assertThat(state.moments().getFirst().toArray()).isEqualTo(moment));
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void anotherKindOfMemoryIsRefused(Optimizer optimizer) {
        boolean hasNone = TrainingMemory.moments(optimizer) == 0;
        try (Team team = Engine.scalar().start()) {
            OptimizerState other =
                    memory(team, hasNone ? Optimizer.adam() : Optimizer.sgd()).state();
            OptimizerMemory memory = memory(team, optimizer);

            assertThatThrownBy(() -> memory.restore(other)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static OptimizerMemory memory(Team team, Optimizer optimizer) {
        return new OptimizerMemory(team, optimizer, ParameterFactors.usual(), LAYOUT);
    }

    private static void step(OptimizerMemory memory, float[] parameters, int number) {
        float[] gradient = new float[parameters.length];
        for (int index = 0; index < gradient.length; index++) {
            gradient[index] = (float) StrictMath.sin(index * 0.7 + number);
        }
        memory.step(parameters, gradient, 0.01, 1);
    }
}
