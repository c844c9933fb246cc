package slope.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import slope.data.CategoryColumn;
import slope.data.NumberColumn;
import slope.data.TargetEncoding;
import slope.model.Predictions;

class BaselineTest {
    @Test
    void classesGetTheirShareOfTheTrainingRows() {
        CategoryColumn training = CategoryColumn.of("answer", "yes", "no", "yes", "yes");
        TargetEncoding target = new TargetEncoding.Classes("answer", List.of("no", "yes"));
        Predictions.Classes baseline = (Predictions.Classes) Baseline.predict(target, training, 2);

        assertThat(baseline.rows()).isEqualTo(2);
        assertThat(baseline.probability(1, 0)).isEqualTo(0.25);
        assertThat(baseline.text(1)).isEqualTo("yes");
    }

    @Test
    void numbersGetTheMeanOfTheTrainingRows() {
        NumberColumn training = NumberColumn.of("price", 1, 2, 6);
        Predictions.Numbers baseline =
                (Predictions.Numbers) Baseline.predict(TargetEncoding.fit(training), training, 5);

        assertThat(baseline.rows()).isEqualTo(5);
        assertThat(baseline.value(4)).isEqualTo(3);
    }
}
