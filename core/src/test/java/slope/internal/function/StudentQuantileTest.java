package slope.internal.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentQuantileTest {
    /// From SciPy: `scipy.stats.t.ppf((1 + share) / 2, degrees)`.
    @ParameterizedTest
    @CsvSource({
        "0.9, 1, 6.313751514800932",
        "0.9, 2, 2.919985580355516",
        "0.9, 3, 2.3533634348018264",
        "0.9, 4, 2.13184678133629",
        "0.9, 9, 1.8331129326536335",
        "0.95, 9, 2.2621571627409915",
        "0.99, 30, 2.7499956535670305",
        "0.5, 7, 0.7111417780816957"
    })
    void quantilesAreThoseOfSciPy(double share, int degrees, double expected) {
        assertThat(StudentQuantile.twoSided(share, degrees)).isCloseTo(expected, within(1e-8 * expected));
    }
}
