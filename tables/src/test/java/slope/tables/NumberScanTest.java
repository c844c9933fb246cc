package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The scan beside the pattern that says what it looks for.
class NumberScanTest {
    private static final String BLANKS = "[\\s\\u00a0\\u2007\\u2009\\u202f]*+";

    private static final Pattern FORM = Pattern.compile(String.join(
            BLANKS,
            "",
            "(?<bound>[<>≤≥=~≈±]*)",
            "(?<open>\\()?",
            "(?<minus>[-+−–])?",
            "(?<currency>[A-Z]{0,3}\\p{Sc}|[A-Z]{3}|Rs\\.?|kr\\.?)?",
            "(?<inner>\\()?",
            "(?<second>[-+−–])?",
            "(?<digits>[.,]?\\d(?:[\\d.,'’_ \\u00a0\\u2009\\u202f]*\\d)?+)(?<last>[-−](?![\\p{L}\\d]))?",
            "(?<exponent>[eE][-+]?\\d{1,3})?+(?<unit>[\\p{L}\\p{Sc}%‰°µ'\"′″][\\p{L}\\p{Sc}%‰°µ²³/·^.23 \\u00a0-]*?)?",
            "(?<close>\\))?",
            "(?<note>[*†‡+]*)",
            ""));

    private static final Pattern THOUSANDS = Pattern.compile(
            "[1-9]\\d{0,2}([,'’_ \\u00a0\\u2009\\u202f])\\d{3}(\\1\\d{3})*" + "|[1-9]\\d?(,\\d{2})+,\\d{3}");

    @Property(tries = 3000, seed = "4711")
    void findsWhatThePatternSays(@ForAll("texts") String text) {
        Optional<NumberParts> found = NumberScan.of(text);
        Matcher form = FORM.matcher(text);
        boolean matches = form.matches() && isBalanced(form);
        assertThat(found.isPresent()).as(text).isEqualTo(matches && isNumber(form));
        found.ifPresent(parts -> {
            assertThat(parts.digits()).isEqualTo(form.group("digits"));
            assertThat(parts.frame())
                    .isEqualTo(NumberFrame.of(
                            group(form, "currency"),
                            group(form, "unit").strip(),
                            form.group("bound") + form.group("note")));
            assertThat(parts.withPoint()).isEqualTo(Double.valueOf(withPoint(form)));
        });
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> tokens = Arbitraries.of(
                "1",
                "23",
                "456",
                "007",
                ",",
                ".",
                "'",
                " ",
                "\u00a0",
                "\u202f",
                "-",
                "−",
                "+",
                "(",
                ")",
                "<",
                "~",
                "$",
                "US$",
                "EUR",
                "kr",
                "Rs.",
                "€",
                "%",
                "kg",
                "km/h",
                "m²",
                "e5",
                "E-2",
                "*",
                "†",
                "s",
                "1,234",
                "1.5",
                "12,34,567");
        return tokens.list().ofMinSize(1).ofMaxSize(7).map(list -> String.join("", list));
    }

    private static boolean isBalanced(Matcher form) {
        int closed = count(form, "close");
        return count(form, "open") + count(form, "inner") == closed && minuses(form) <= 1;
    }

    private static int minuses(Matcher form) {
        return minus(form, "minus") + minus(form, "second") + count(form, "last") + count(form, "close");
    }

    private static int minus(Matcher form, String group) {
        return group(form, group).equals("+") ? 0 : count(form, group);
    }

    private static int count(Matcher form, String group) {
        return group(form, group).isEmpty() ? 0 : 1;
    }

    private static boolean isNumber(Matcher form) {
        String digits = form.group("digits");
        String turned = digits.replace('.', '\u0000').replace(',', '.').replace('\u0000', ',');
        boolean isName = group(form, "currency").length() == 3 && NumberFrame.isOtherCode(group(form, "currency"));
        return !isName && (!Double.isNaN(value(digits, form)) || isWithComma(turned, form));
    }

    /// A decimal comma turned to a point; hundreds do not stand between points.
    private static boolean isWithComma(String turned, Matcher form) {
        return !Double.isNaN(value(turned, form)) && !turned.matches("\\d{1,2}(,\\d{2})+,\\d{3}(\\.\\d*)?");
    }

    private static double withPoint(Matcher form) {
        double size = value(form.group("digits"), form);
        return minuses(form) > 0 ? -size : size;
    }

    private static double value(String digits, Matcher form) {
        int point = digits.lastIndexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String decimals = point < 0 ? "" : digits.substring(point + 1);
        boolean isNumber = decimals.matches("\\d*")
                && (whole.matches("\\d*")
                        || (group(form, "exponent").isEmpty()
                                && THOUSANDS.matcher(whole).matches()));
        String plain = "0" + whole.replaceAll("\\D", "") + "." + decimals + "0" + group(form, "exponent");
        return isNumber ? Double.parseDouble(plain.toLowerCase(Locale.ROOT)) : Double.NaN;
    }

    private static String group(Matcher form, String name) {
        return Optional.ofNullable(form.group(name)).orElse("");
    }
}
