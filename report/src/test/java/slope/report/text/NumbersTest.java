package slope.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0.34049704101127776, 4, 0.3405",
        "-0.5, 2, -0.50",
        "1, 0, 1",
        "-0.00001, 4, 0.0000",
        "0.99999, 2, 1.00",
        "1e-320, 4, 0.0000",
        "9999999, 1, 9999999.0",
        "123456789, 4, 1.23e08",
        "NaN, 4, NaN",
        "-Infinity, 4, -Infinity"
    })
    void fixedNumbersHaveTheirDecimals(double value, int decimals, String expected) {
        assertThat(Numbers.fixed(value, decimals)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "8.215617150100549E-9, 8.22e-09",
        "-12345, -1.23e04",
        "9.996e99, 1.00e100",
        "0.5, 5.00e-01",
        "4.9e-324, 4.90e-324",
        "0, 0"
    })
    void scientificNumbersHaveThreeDigits(double value, String expected) {
        assertThat(Numbers.scientific(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0; 0", "999; 999", "1000; 1,000", "100000; 100,000", "-1234567; -1,234,567"})
    void countsAreInGroupsOfThree(long value, String expected) {
        assertThat(Numbers.count(value)).isEqualTo(expected);
    }

    @Test
    void theMostNegativeCountIsRight() {
        assertThat(Numbers.count(Long.MIN_VALUE)).isEqualTo("-9,223,372,036,854,775,808");
    }
}
