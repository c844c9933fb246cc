package slope.cli.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import slope.cli.text.ListText;
import slope.cli.text.TableNames;
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
    /// @param table that has them
    /// @throws DataException if a column is named in two options
    public Map<String, DateOrder> orders(TableNames table) {
        Map<String, DateOrder> orders = new HashMap<>();
        ListText.set(dayFirst, table).forEach(name -> put(name, DateOrder.DAY_FIRST, orders));
        ListText.set(monthFirst, table).forEach(name -> put(name, DateOrder.MONTH_FIRST, orders));
        ListText.set(yearFirst, table).forEach(name -> put(name, DateOrder.YEAR_FIRST, orders));
        return orders;
    }

    private static void put(String name, DateOrder order, Map<String, DateOrder> orders) {
        DateOrder before = orders.put(name, order);
        if (before != null && before != order) {
            throw new DataException("%s and %s both name \"%s\"; name it in one of them"
                    .formatted(option(before), option(order), name));
        }
    }

    private static String option(DateOrder order) {
        return "--" + order.words().replace(' ', '-');
    }
}
