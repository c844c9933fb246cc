package slope.tables;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import slope.data.CategoryColumn;
import slope.data.DateColumn;

/// Finds columns of text that are dates: 2011-01-31, 31.01.2011, 1/31/2011, 2011-01-31T13:45:00Z and
/// the like, all cells in one form.
///
/// Whether the day or the month comes first is told by the column: a 31 can only be a day. Where no
/// cell tells, the day is taken to come first, and the column says so.
final class DateTexts {
    private static final Pattern FORM = Pattern.compile("(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})"
            + "(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s?(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");

    private DateTexts() {}

    private enum Order {
        YEAR_MONTH_DAY,
        DAY_MONTH_YEAR,
        MONTH_DAY_YEAR
    }

    /// The same column as dates, if each of its texts is one.
    static Optional<DateColumn> of(CategoryColumn texts) {
        List<Matcher> forms = new ArrayList<>();
        for (String text : texts.levels()) {
            Matcher form = FORM.matcher(text.strip());
            if (!form.matches()) {
                return Optional.empty();
            }
            forms.add(form);
        }
        boolean yearFirst = forms.stream()
                .allMatch(form -> form.group(1).length() == 4 && form.group(4).length() <= 2);
        boolean yearLast = forms.stream()
                .allMatch(form -> form.group(4).length() == 4 && form.group(1).length() <= 2);
        if (forms.isEmpty() || !(yearFirst || yearLast)) {
            return Optional.empty();
        }
        boolean dayMayBeFirst = forms.stream().allMatch(form -> number(form, 3) <= 12);
        boolean monthMayBeFirst = forms.stream().allMatch(form -> number(form, 1) <= 12);
        Order order = yearFirst ? Order.YEAR_MONTH_DAY : dayMayBeFirst ? Order.DAY_MONTH_YEAR : Order.MONTH_DAY_YEAR;
        try {
            List<LocalDateTime> moments =
                    forms.stream().map(form -> moment(form, order)).toList();
            boolean ambiguous = yearLast && dayMayBeFirst && monthMayBeFirst;
            return Optional.of(column(texts, moments, ambiguous));
        } catch (DateTimeException _) {
            return Optional.empty(); // such as a 30th of February: no dates after all
        }
    }

    private static DateColumn column(CategoryColumn texts, List<LocalDateTime> moments, boolean ambiguous) {
        DateColumn.Builder column = new DateColumn.Builder(texts.name());
        for (int row = 0; row < texts.rows(); row++) {
            if (texts.isMissing(row)) {
                column.addMissing();
            } else {
                column.add(moments.get(texts.code(row)));
            }
        }
        if (ambiguous) {
            column.doubt("is taken as day, month, year, because no cell tells which comes first");
        }
        return column.build();
    }

    private static LocalDateTime moment(Matcher form, Order order) {
        LocalDate date = switch (order) {
            case YEAR_MONTH_DAY -> LocalDate.of(number(form, 1), number(form, 3), number(form, 4));
            case DAY_MONTH_YEAR -> LocalDate.of(number(form, 4), number(form, 3), number(form, 1));
            case MONTH_DAY_YEAR -> LocalDate.of(number(form, 4), number(form, 1), number(form, 3));
        };
        LocalDateTime local = form.group(5) == null
                ? date.atStartOfDay()
                : date.atTime(
                        LocalTime.of(number(form, 5), number(form, 6), form.group(7) == null ? 0 : number(form, 7)));
        return form.group(8) == null
                ? local
                : local.atOffset(ZoneOffset.of(form.group(8)))
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime();
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
