package slope.cli.predict;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;
import slope.table.DataException;
import slope.table.DateOrder;
import slope.table.NearestName;

/// The options for the order of day and month in dates.
public final class DateOrderOptions {
    @Option(
            names = "--day-first",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns of dates in which 1/2/2011 is the 1st of February.")
    private Set<String> dayFirst = new LinkedHashSet<>();

    @Option(
            names = "--month-first",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns of dates in which 1/2/2011 is the 2nd of January.")
    private Set<String> monthFirst = new LinkedHashSet<>();

    /// The named columns, with their order.
    ///
    /// @throws DataException if a column is named in both options
    public Map<String, DateOrder> orders() {
        Map<String, DateOrder> orders = new HashMap<>();
        dayFirst.forEach(name -> orders.put(name, DateOrder.DAY_FIRST));
        monthFirst.forEach(name -> {
            if (orders.put(name, DateOrder.MONTH_FIRST) != null) {
                throw new DataException(
                        "--day-first and --month-first both name \"%s\"; name it in one of them".formatted(name));
            }
        });
        return orders;
    }

    /// Refuses a named column that is not among these.
    ///
    /// @throws DataException if there is one
    public void refuseUnknown(Collection<String> columns) {
        NearestName.requireAll(orders().keySet(), List.copyOf(columns));
    }
}
