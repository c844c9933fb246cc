package slope.table.profile;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.NumberColumn;
import slope.table.profile.ColumnFinding.Kind;

/// Finds dates that are read as something else: as numbers such as 20110131, or as text.
final class DateCheck {
    /// In smaller tables, numbers may be days of a calendar by chance.
    private static final int FEWEST_ROWS = 20;

    /// A sample of so many texts is enough.
    private static final int MOST_TEXTS = 1000;

    private static final int FIRST = 1900_01_01;
    private static final int LAST = 2100_12_31;

    /// In digits of any script.
    private static final Pattern LIKE_DATE = Pattern.compile("(?U)(?:\\p{L}{2,12}[.,]? +)?(?:"
            + "\\d{4}([-/.]) ?\\d{1,2}\\1 ?\\d{1,2}\\b.*" // 2011-31-01
            + "|\\d{1,2}([-/.]) ?\\d{1,2}\\2 ?\\d{4}\\b.*" // 31/31/2011
            + "|\\d{1,2}([-/]) ?\\d{1,2}\\3 ?\\d{2}\\b.*" // 31/31/11; 1.0.11 is rather a version
            + "|\\d{4}[-/.]?(?:[WQ]\\d{1,2}|[-/.](?:0[1-9]|1[0-2]))" // 2011-W05, 2011Q1, 2011-01
            + "|(?:0?[1-9]|1[0-2])[-/.](?:19|20)\\d{2}" // 01/2011
            + "|(?:19|20)\\d{2}-(?:[0-2]\\d{2}|3[0-6]\\d)" // 2011-031
            + "|[WQ]\\d{1,2}[-/ ]\\d{4}"
            + "|\\d{1,2}\\.?[- /]? ?(?:de )?\\p{L}{3,12}\\.?(?: de|,)?[- /] ?\\d{4}\\b.*" // 5. Januar 2011
            + "|\\p{L}{3,12}\\.?[- /]\\d{4}" // Jan 2011
            + "|\\p{L}{3,12} +\\d{1,2} +\\d{2}:\\d{2}.* \\d{4})"); // Jan 31 10:00 2011

    /// Dates that are read where all cells are some.
    private static final Pattern READ = Pattern.compile(
            "(?:\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}|\\d{1,2}([-/.])\\d{1,2}\\2\\d{4})(?:[T ]\\d{1,2}(?::\\d{2}){1,2})?");

    private DateCheck() {}

    /// Says of text that most of it looks like dates.
    static Optional<ColumnFinding> looksLikeDates(Column column) {
        if (!(column instanceof CategoryColumn texts)) {
            return Optional.empty();
        }
        List<String> all = texts.categories();
        int step = Math.ceilDiv(all.size() + 1, MOST_TEXTS);
        List<String> sample = IntStream.range(0, Math.ceilDiv(all.size(), step))
                .mapToObj(index -> all.get(index * step))
                .toList();
        List<String> dates = sample.stream()
                .filter(text -> LIKE_DATE.matcher(text).matches())
                .toList();
        if (2 * dates.size() <= sample.size()) {
            return Optional.empty();
        }
        Optional<String> unread =
                dates.stream().filter(text -> !READ.matcher(text).matches()).findFirst();
        return Optional.of(unread.map(Kind.UNREAD_DATES::of).orElseGet(() -> Kind.DATES_AS_TEXT.of(dates.getFirst())));
    }

    /// Says of numbers that all look like dates.
    static Optional<ColumnFinding> areDates(Column column) {
        if (!(column instanceof NumberColumn numbers) || column.rows() - column.missingCount() < FEWEST_ROWS) {
            return Optional.empty();
        }
        int[] present = IntStream.range(0, column.rows())
                .filter(row -> !column.isMissing(row))
                .toArray();
        return IntStream.of(present).allMatch(row -> isMoment(numbers.value(row)))
                ? Optional.of(Kind.DATES_AS_NUMBERS.of(column.text(present[0])))
                : Optional.empty();
    }

    /// Whether digits are those of a day, or of a moment: 20110131, 201101311005, 20110131100500.
    private static boolean isMoment(double value) {
        long digits = (long) value;
        if (digits != value) {
            return false;
        }
        if (digits >= 1_00_00_00_00_00_00L) {
            return isDay(digits / 1_00_00_00) && isTime(digits % 1_00_00_00);
        }
        return digits >= 1_00_00_00_00L ? isDay(digits / 1_00_00) && isTime(digits % 1_00_00 * 100) : isDay(digits);
    }

    private static boolean isTime(long digits) {
        return digits / 1_00_00 < 24 && digits / 100 % 100 < 60 && digits % 100 < 60;
    }

    private static boolean isDay(long digits) {
        if (digits < FIRST || digits > LAST) {
            return false;
        }
        int day = (int) digits;
        int month = day / 100 % 100;
        return month >= 1
                && month <= 12
                && day % 100 >= 1
                && day % 100 <= YearMonth.of(day / 10_000, month).lengthOfMonth();
    }
}
