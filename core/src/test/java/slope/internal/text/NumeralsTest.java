package slope.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

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
        assertThat(Numerals.fixed(value, decimals)).isEqualTo(expected);
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
        assertThat(Numerals.scientific(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0; 0", "999; 999", "1000; 1,000", "100000; 100,000", "-1234567; -1,234,567"})
    void countsAreInGroupsOfThree(long value, String expected) {
        assertThat(Numerals.count(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 0.0000",
                "0.5; 0.5000",
                "-0.25; -0.2500",
                "0.001; 0.0010",
                "0.00036; 0.00036",
                "-0.000123456; -0.0001235",
                "0.00001; 1e-05",
                "999.99996; 1000.0000",
                "1000; 1,000.0",
                "-1234567.89; -1,234,567.9",
                "1e7; 1e07",
                "NaN; –",
                "Infinity; Infinity"
            })
    void scoresHaveFourDigits(double value, String expected) {
        assertThat(Numerals.score(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "0.1, 0.1",
        "-0, 0",
        "-2.50, -2.5",
        "0.00001, 1e-05",
        "-1.5e-8, -1.5e-08",
        "1e15, 1e15",
        "123456789012345, 123456789012345",
        "0.30000000000000004, 0.30000000000000004"
    })
    void exactNumbersReadBack(double value, String expected) {
        assertThat(Numerals.exact(value)).isEqualTo(expected);
        assertThat(Double.parseDouble(Numerals.exact(value))).isEqualTo(value + 0);
    }

    @Test
    void theMostNegativeCountIsRight() {
        assertThat(Numerals.count(Long.MIN_VALUE)).isEqualTo("-9,223,372,036,854,775,808");
    }
}
