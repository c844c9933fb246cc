package slope.cli.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;

class ReadmeLessonExampleTest {

    @Test
    void theExampleReproducesTheNotebook() {
        ReferenceNetwork trained = ReadmeLessonExample.run();

        Map<?, ?> expected = (Map<?, ?>) Golden.lesson("seed-1", 2).get("final");
        Golden.assertSame("Wh", rows(trained.layers().get(0).weights()), expected.get("Wh"));
        Golden.assertSame("Wo", rows(trained.layers().get(1).weights()), expected.get("Wo"));
    }

    private static List<List<Double>> rows(Matrix matrix) {
        List<List<Double>> rows = new ArrayList<>();
        for (int row = 0; row < matrix.rows(); row++) {
            List<Double> numbers = new ArrayList<>();
            for (int column = 0; column < matrix.columns(); column++) {
                numbers.add(matrix.at(row, column));
            }
            rows.add(numbers);
        }
        return rows;
    }
}
