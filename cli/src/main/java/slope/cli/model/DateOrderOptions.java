package slope.cli.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import slope.cli.text.ListText;
import slope.table.DataException;
import slope.table.DateOrder;

/// The options for the order of day and month in dates.
public final class DateOrderOptions {
    @Option(
            names = "--day-first",
            paramLabel = "COLUMN",
            description = "Columns of dates in which 1/2/2011 is the 1st of February.")
    private List<ListText> dayFirst = new ArrayList<>();

    @Option(
            names = "--month-first",
            paramLabel = "COLUMN",
            description = "Columns of dates in which 1/2/2011 is the 2nd of January.")
    private List<ListText> monthFirst = new ArrayList<>();

    @Option(
            names = "--year-first",
            paramLabel = "COLUMN",
            description = "Columns of dates that begin with the year, also where they are numbers, such as 20110131.")
    private List<ListText> yearFirst = new ArrayList<>();

    /// The named columns, with their order.
    ///
    /// @throws DataException if a column is named in two options
    public Map<String, DateOrder> orders() {
        Map<String, DateOrder> orders = new HashMap<>();
        put(dayFirst, DateOrder.DAY_FIRST, orders);
        put(monthFirst, DateOrder.MONTH_FIRST, orders);
        put(yearFirst, DateOrder.YEAR_FIRST, orders);
        return orders;
    }

    private static void put(List<ListText> names, DateOrder order, Map<String, DateOrder> orders) {
        ListText.set(names).forEach(name -> {
            DateOrder before = orders.put(name, order);
            if (before != null && before != order) {
                throw new DataException("%s and %s both name \"%s\"; name it in one of them"
                        .formatted(option(before), option(order), name));
            }
        });
    }

    private static String option(DateOrder order) {
        return "--" + order.words().replace(' ', '-');
    }
}
