package slope.tables;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import slope.table.CategoryColumn;
import slope.table.DateColumn;
import slope.table.DateOrder;

/// Makes dates of columns of text: 2011-01-31, 31.01.2011, 1/31/2011, 2011-01-31T13:45:00Z and the like.
final class DateTexts {
    private DateTexts() {}

    /// The same column as dates, if each of its texts is one, all in one order.
    ///
    /// Whether the day or the month comes first is told by the column: a 31 can only be a day. Where no
    /// cell tells, the day is taken to come first, and the column says so.
    static Optional<DateColumn> of(CategoryColumn texts) {
        List<DateText> dates = new ArrayList<>();
        for (String text : texts.categories()) {
            Optional<DateText> date = DateText.of(text);
            if (date.isEmpty()) {
                return Optional.empty();
            }
            dates.add(date.get());
        }
        for (DateOrder order : DateOrder.values()) {
            if (!dates.isEmpty() && areIn(order, dates)) {
                List<LocalDateTime> moments = dates.stream()
                        .map(date -> date.moment(order).orElseThrow())
                        .toList();
                DateColumn.Builder column = builder(texts, order, moments);
                if (order == DateOrder.DAY_FIRST && areIn(DateOrder.MONTH_FIRST, dates)) {
                    column.ambiguous();
                }
                return Optional.of(column.build());
            }
        }
        return Optional.empty();
    }

    private static boolean areIn(DateOrder order, List<DateText> dates) {
        return dates.stream().allMatch(date -> date.moment(order).isPresent());
    }

    /// The column as dates in an order that is known. Dates that begin with the year are read as well: they
    /// cannot be mistaken.
    ///
    /// @throws java.util.NoSuchElementException if a text is no such date, see [#firstOther]
    static DateColumn of(CategoryColumn texts, DateOrder order) {
        List<LocalDateTime> moments = texts.categories().stream()
                .map(text -> moment(text, order).orElseThrow())
                .toList();
        return builder(texts, order, moments).build();
    }

    /// The first row whose text is no date in this order.
    static OptionalInt firstOther(CategoryColumn texts, DateOrder order) {
        List<Boolean> dates = texts.categories().stream()
                .map(text -> moment(text, order).isPresent())
                .toList();
        for (int row = 0; row < texts.rows(); row++) {
            if (!texts.isMissing(row) && !dates.get(texts.code(row))) {
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    private static Optional<LocalDateTime> moment(String text, DateOrder order) {
        return DateText.of(text).flatMap(date -> date.moment(date.yearFirst() ? DateOrder.YEAR_FIRST : order));
    }

    private static DateColumn.Builder builder(CategoryColumn texts, DateOrder order, List<LocalDateTime> moments) {
        DateColumn.Builder column = new DateColumn.Builder(texts.name(), texts.rows()).order(order);
        for (int row = 0; row < texts.rows(); row++) {
            if (texts.isMissing(row)) {
                column.addMissing();
            } else {
                column.add(moments.get(texts.code(row)));
            }
        }
        return column;
    }
}
