package slope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What makes the same program print or read other bytes in another country, time zone or system. Digits are Arabic in
/// Egypt, a point is a comma in Germany, an I has no dot in Turkey.
final class SameEverywhere {
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$| // .*$");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");

    /// Conversions whose digits or letters are those of a country; `%s` of a number is not among them.
    private static final Pattern OF_A_COUNTRY = Pattern.compile("%[-#+ 0,(]*\\d*(\\.\\d+)?[deEfgGaAtTSH]");

    private static final Pattern FORBIDDEN = Pattern.compile(String.join(
            "|",
            "\\.to(Lower|Upper)Case\\(\\)",
            "String\\.format\\((?!\\s*Locale\\.ROOT)",
            "Locale\\.getDefault|TimeZone\\.getDefault|ZoneId\\.systemDefault|Charset\\.defaultCharset",
            "(LocalDate|LocalTime|LocalDateTime|ZonedDateTime|Calendar)\\.(now|getInstance)\\(\\)",
            "\\b(NumberFormat|DecimalFormat|SimpleDateFormat|MessageFormat|Collator|BreakIterator)\\b",
            "DateTimeFormatter\\.of(Pattern|Localized)",
            "new (Scanner|FileReader|FileWriter)\\(",
            "new (InputStreamReader|OutputStreamWriter)\\([\\w.]+\\)",
            "\\.getBytes\\(\\)"));

    private SameEverywhere() {}

    /// What is found in a source, each with what to write instead.
    static List<String> complaints(String file, String source) {
        String code = COMMENT.matcher(source).replaceAll("");
        List<String> complaints = new ArrayList<>();
        String statements = LITERAL.matcher(code)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().replace(';', ',')));
        for (String statement : statements.split(";", -1)) {
            Matcher literal = LITERAL.matcher(statement);
            while (literal.find()) {
                if (OF_A_COUNTRY.matcher(literal.group()).find() && !statement.contains("Locale.ROOT")) {
                    complaints.add(
                            "%s: %s prints a number as the country does; use %%s or String.format(Locale.ROOT, …)"
                                    .formatted(file, literal.group()));
                }
            }
        }
        Matcher found = FORBIDDEN.matcher(LITERAL.matcher(code).replaceAll("\"\""));
        while (found.find()) {
            complaints.add("%s: \"%s\" depends on the country, zone or system; name Locale.ROOT, UTC or UTF-8"
                    .formatted(file, found.group()));
        }
        return complaints;
    }
}
