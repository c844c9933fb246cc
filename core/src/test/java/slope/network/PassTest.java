package slope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import slope.kernel.Engine;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.loss.Loss;

class PassTest {
    private static final Architecture ARCHITECTURE =
            Architecture.inputs(5).dense(20, Activation.GELU).dense(3, Activation.SOFTMAX);

    private final RandomCase drawn = RandomCase.draw(ARCHITECTURE, Loss.meanSquaredError(), 10, 1);
    private final float[] parameters = drawn.network().parameters().toArray();

    @Test
    void aRowsOutputsDoNotDependOnTheRowsBesideIt() {
        float[] together =
                new Pass(Engine.scalar().start(), ARCHITECTURE, 10).forward(parameters, drawn.inputs(), 0, 10);

        Pass alone = new Pass(Engine.scalar().start(), ARCHITECTURE, 1);
        for (int row = 0; row < 10; row++) {
            float[] outputs = alone.forward(parameters, drawn.inputs(), row * 5, 1);
            assertThat(outputs).containsExactly(Arrays.copyOfRange(together, row * 3, row * 3 + 3));
        }
    }

    @Test
    void whatALargerBlockLeftBehindDoesNotMatter() {
        Pass used = new Pass(Engine.scalar().start(), ARCHITECTURE, 10);
        used.forward(parameters, drawn.inputs(), 0, 10);
        Arrays.fill(used.outputGradient(), 7);
        used.backward(new float[parameters.length]);
        Pass fresh = new Pass(Engine.scalar().start(), ARCHITECTURE, 4);

        assertThat(gradient(used, 4)).isEqualTo(gradient(fresh, 4));
    }

    @Test
    void parametersAndInputsAreOnlyRead() {
        float[] inputs = drawn.inputs().clone();
        float[] before = parameters.clone();

        gradient(new Pass(Engine.scalar().start(), ARCHITECTURE, 10), 10);

        assertThat(parameters).isEqualTo(before);
        assertThat(drawn.inputs()).isEqualTo(inputs);
    }

    @Test
    void everyNumberOfTheGradientIsOverwritten() {
        Pass pass = new Pass(Engine.scalar().start(), ARCHITECTURE, 10);
        float[] expected = gradient(pass, 10);
        float[] gradient = new float[parameters.length];
        Arrays.fill(gradient, Float.NaN);

        pass.forward(parameters, drawn.inputs(), 0, 10);
        Arrays.fill(pass.outputGradient(), 1);
        pass.outputGradient()[4] = -2;
        pass.backward(gradient);

        assertThat(gradient).isEqualTo(expected);
    }

    @Test
    void backwardNeedsAForward() {
        Pass pass = new Pass(Engine.scalar().start(), ARCHITECTURE, 10);
        assertThatThrownBy(() -> pass.backward(new float[parameters.length]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("backward needs a forward before it");
    }

    @Test
    void rowsThatDoNotFitAreRefused() {
        Pass pass = new Pass(Engine.scalar().start(), ARCHITECTURE, 4);
        assertThatThrownBy(() -> pass.forward(parameters, drawn.inputs(), 0, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this pass takes 1 to 4 rows, not 5");
        assertThatThrownBy(() -> pass.forward(parameters, drawn.inputs(), 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this pass takes 1 to 4 rows, not 0");
        assertThatThrownBy(() -> pass.forward(parameters, drawn.inputs(), 46, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 rows of 5 inputs from number 46 on do not stand in an array of 50");
    }

    @Test
    void whatCannotWorkIsRefused() {
        assertThatThrownBy(() -> new Pass(Engine.scalar().start(), ARCHITECTURE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a batch needs at least 1 row, not 0");
        assertThatThrownBy(() -> new Pass(Engine.scalar().start(), Architecture.inputs(2), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a network needs at least 1 layer");
    }

    private float[] gradient(Pass pass, int rows) {
        float[] gradient = new float[parameters.length];
        pass.forward(parameters, drawn.inputs(), 0, rows);
        Arrays.fill(pass.outputGradient(), 1);
        pass.outputGradient()[4] = -2;
        pass.backward(gradient);
        return gradient;
    }
}
