package slope.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExamplesTest {
    private static final Examples EXAMPLES = Examples.of(new float[] {1, 2, 3, 4, 5, 6}, 2, new float[] {7, 8, 9}, 1);

    @Test
    void rowsAreCopiedIntoBlocks() {
        float[] block = new float[5];
        EXAMPLES.copyInputs(1, block, 1);
        EXAMPLES.copyTargets(2, block, 4);
        assertThat(block).containsExactly(0, 3, 4, 0, 9);
        assertThat(EXAMPLES.input(2, 1)).isEqualTo(6);
        assertThat(EXAMPLES.target(0, 0)).isEqualTo(7);
    }

    @Test
    void rowsAreSelectedInAnyOrder() {
        Examples selected = EXAMPLES.select(new int[] {2, 0, 2});
        assertThat(selected.rows()).isEqualTo(3);
        assertThat(selected.input(0, 0)).isEqualTo(5);
        assertThat(selected.target(1, 0)).isEqualTo(7);
    }

    @Test
    void givenNumbersAreCopied() {
        float[] inputs = {1};
        Examples examples = Examples.of(inputs, 1, new float[] {2}, 1);
        inputs[0] = 9;
        assertThat(examples.input(0, 0)).isEqualTo(1);
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> Examples.of(new float[5], 2, new float[3], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5 numbers are no 2 inputs for as many rows as 3 numbers are 1 targets");
        assertThatThrownBy(() -> Examples.of(new float[0], 0, new float[0], 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("examples need at least 1 input and 1 target, not 0 and 1");
    }
}
