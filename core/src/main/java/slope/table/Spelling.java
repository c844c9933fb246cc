package slope.table;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// How texts of categories are compared: some are another spelling of the same value. `1` and
/// `1.00` are the same, so are `true` and `True`, and letters with accents as one character or as
/// two. `01` is a code and never `1`.
public enum Spelling {
    /// Spaces around a text make another one of it.
    SPACES_COUNT,
    /// Spaces around a text are left out.
    SPACES_IGNORED;

    /// A number without leading zeros.
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?");

    /// Programs and databases write as many digits of a fraction, some of them always.
    private static final int DIGITS = 4;

    /// The plainest spelling of a text, which is the same for all its spellings.
    public String plain(String text) {
        String bare = this == SPACES_IGNORED ? text.strip() : text;
        if (isTruth(bare)) {
            return bare.toLowerCase(Locale.ROOT);
        }
        return NUMBER.matcher(bare).matches() ? plainNumber(bare) : Normalizer.normalize(bare, Normalizer.Form.NFC);
    }

    private static String plainNumber(String number) {
        int end = number.length();
        if (number.indexOf('.') >= 0) {
            while (number.charAt(end - 1) == '0') {
                end--;
            }
            end -= number.charAt(end - 1) == '.' ? 1 : 0;
        }
        String plain = number.substring(0, end);
        return plain.equals("-0") ? "0" : plain;
    }

    /// The usual spellings of the same value: those of `True` are `true`, `True` and `TRUE`. Where
    /// spaces are ignored, there is one space at most before and behind a text.
    Set<String> usual(String text) {
        String plain = plain(text);
        Set<String> usual = new LinkedHashSet<>();
        usual.add(plain);
        if (isTruth(plain)) {
            usual.add(plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1));
            usual.add(plain.toUpperCase(Locale.ROOT));
        } else if (NUMBER.matcher(plain).matches()) {
            int point = plain.indexOf('.');
            String longer = point < 0 ? plain + "." : plain;
            for (int digits = point < 0 ? 0 : plain.length() - point - 1; digits < DIGITS; digits++) {
                longer += "0";
                usual.add(longer);
            }
        } else {
            usual.add(Normalizer.normalize(plain, Normalizer.Form.NFD));
        }
        return this == SPACES_IGNORED ? withSpaces(usual) : usual;
    }

    private static Set<String> withSpaces(Set<String> texts) {
        Set<String> all = new LinkedHashSet<>(texts);
        texts.forEach(text -> all.addAll(List.of(" " + text, text + " ", " " + text + " ")));
        return all;
    }

    private static boolean isTruth(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }
}
