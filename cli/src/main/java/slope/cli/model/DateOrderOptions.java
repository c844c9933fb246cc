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

    /// The named columns, with their order.
    ///
    /// @param table that has them
    /// @throws DataException if a column is named in both options
    public Map<String, DateOrder> orders(TableNames table) {
        Map<String, DateOrder> orders = new HashMap<>();
        ListText.set(dayFirst, table).forEach(name -> orders.put(name, DateOrder.DAY_FIRST));
        ListText.set(monthFirst, table).forEach(name -> {
            if (orders.put(name, DateOrder.MONTH_FIRST) != null) {
                throw new DataException(
                        "--day-first and --month-first both name \"%s\"; name it in one of them".formatted(name));
            }
        });
        return orders;
    }
}
