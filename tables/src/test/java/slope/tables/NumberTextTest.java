package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    /// Bit for bit what Java reads, whatever lies around the text.
    @Property(tries = 3000, seed = "1")
    void isTheNearestDouble(@ForAll("numbers") String text, @ForAll("numbers") String behind) {
        assertThat(Double.doubleToLongBits(read(text, behind)))
                .isEqualTo(Double.doubleToLongBits(Double.parseDouble(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+",
                ".",
                "-.",
                "e5",
                "1e",
                "1e+",
                "1.5e",
                "--1",
                "+-1",
                "1 2",
                "1,5",
                "12_34",
                "1d",
                "1f",
                "0x10",
                "1e999",
                "-1e999",
                "nan",
                "inf",
                "infinity",
                "nan(1)",
                "12345678x",
                "1.12345678x",
                "\u00a01"
            })
    void whatIsNoFiniteNumberIsNone(String text) {
        assertThat(read(text, "")).isNaN();
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(20);
        Arbitrary<String> decimal = digits.flatMap(whole -> digits.map(part -> whole + "." + part));
        Arbitrary<String> scientific = decimal.flatMap(
                text -> Arbitraries.integers().between(-300, 280).map(power -> text + "e" + power));
        return Arbitraries.oneOf(
                        digits,
                        decimal,
                        scientific,
                        Arbitraries.doubles().map(String::valueOf),
                        digits.map(text -> text + "."),
                        digits.map(text -> "." + text))
                .flatMap(text ->
                        Arbitraries.of("", "-", "+", " ", " -").map(sign -> text.startsWith("-") ? text : sign + text));
    }

    private static double read(String text, String behind) {
        byte[] bytes = ("7" + text + "," + behind).getBytes(StandardCharsets.UTF_8);
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return NumberText.of(bytes, 1, 1 + length);
    }
}
