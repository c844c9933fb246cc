package slope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import slope.table.CategoryColumn;
import slope.table.Table;
import slope.target.ClassPredictions;
import slope.target.Classes;

class ConfusionMatrixTest {
    @Test
    void rowsAreWhatWasTrueAndColumnsWhatWasPredicted() {
        Classes target = new Classes("fruit", List.of("apple", "fig", "pear"));
        ClassPredictions predictions = new ClassPredictions(
                "fruit", target.classes(), new double[] {0.7, 0.2, 0.1, 0.1, 0.8, 0.1, 0.1, 0.8, 0.1, 0.2, 0.2, 0.6});
        ConfusionMatrix matrix = ConfusionMatrix.of(
                predictions, target, Table.of(CategoryColumn.of("fruit", "apple", "apple", "fig", "pear")));

        assertThat(matrix.toArray()).isDeepEqualTo(new int[][] {{1, 1, 0}, {0, 1, 0}, {0, 0, 1}});
        assertThat(matrix.count(0, 1)).isEqualTo(1);
    }
}
