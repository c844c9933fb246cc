package slope.model;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import slope.internal.text.Numerals;
import slope.table.Table;
import slope.target.Exposure;

/// Exposures below the minimum that was fitted to the training rows, which count as the minimum.
///
/// @param column its name
/// @param rows how many rows have one
/// @param minimum the exposure that they have instead; of several networks the largest
public record RaisedExposures(String column, long rows, double minimum) {

    /// Those of a table, if it has any.
    public static Optional<RaisedExposures> in(Table rows, Model model) {
        Count count = new Count(model);
        count.add(rows);
        return count.raised();
    }

    /// As in `12 exposures in "years" are below 0.0008 and count as that`.
    public String sentence() {
        return String.format(
                Locale.ROOT,
                rows == 1
                        ? "%,d exposure in \"%s\" is below %s, the least that training rows allow, and counts as that"
                        : "%,d exposures in \"%s\" are below %s, the least that training rows allow, and count as that",
                rows,
                column,
                Numerals.significant(minimum, 4));
    }

    /// A count of tables that come one after the other.
    public static final class Count {
        private final Optional<Exposure> exposure;
        private long rows;

        public Count(Model model) {
            this.exposure = model.members().stream()
                    .flatMap(member -> member.target().exposure().stream())
                    .max(Comparator.comparingDouble(Exposure::minimum));
        }

        /// Counts the rows of one more table.
        public void add(Table table) {
            rows += exposure.map(each -> each.raised(table)).orElse(0);
        }

        /// All of them, if there are any.
        public Optional<RaisedExposures> raised() {
            return exposure.filter(ignored -> rows > 0)
                    .map(each -> new RaisedExposures(each.column(), rows, each.minimum()));
        }
    }
}
