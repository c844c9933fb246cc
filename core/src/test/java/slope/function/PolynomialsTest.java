package slope.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import slope.golden.GoldenFile;

/// The constants are those that `polynomials.py` fits.
class PolynomialsTest {

    @Test
    void exponential() {
        assertThat(golden("log2(e)")).containsExactly(Exponential.LOG2_E);
        assertThat(golden("ln(2)")).containsExactly(Exponential.LN_2, Exponential.LN_2_REST);
        assertThat(golden("exp"))
                .containsExactly(Exponential.C2, Exponential.C3, Exponential.C4, Exponential.C5, Exponential.C6);
    }

    private static List<Float> golden(String name) {
        return GoldenFile.lines("polynomials.txt").stream()
                .filter(line -> line.getFirst().equals(name))
                .flatMap(line -> line.stream().skip(2))
                .map(Float::valueOf)
                .toList();
    }
}
