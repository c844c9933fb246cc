package slope.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import slope.internal.text.Sentence;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.Table;

/// A column of categories most of whose values training never had. A model takes them for one and
/// the same, so its predictions hardly depend on them.
///
/// @param column its name
/// @param values how many cells have a value
/// @param unseen how many of them have one that training never had
/// @param example the first of these
public record UnseenValues(String column, long values, long unseen, String example) {

    /// The columns of a table of which this is true.
    ///
    /// @param seen the training ranges
    public static List<UnseenValues> in(Table rows, List<TrainingRanges> seen) {
        Count count = new Count(seen);
        count.add(rows);
        return count.most();
    }

    /// As in `200 of 200 values of "kind" were never seen in training, such as "x"`.
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%,d of %,d values of \"%s\" were never seen in training, such as \"%s\"",
                unseen,
                values,
                column,
                Sentence.quote(example));
    }

    /// A count of tables that come one after the other.
    public static final class Count {
        private final List<OfColumn> columns = new ArrayList<>();

        /// @param seen the training ranges; columns without any are not counted
        public Count(List<TrainingRanges> seen) {
            for (TrainingRanges each : seen) {
                if (each instanceof TrainingRanges.Words(String column, Set<String> words)) {
                    columns.add(new OfColumn(column, words));
                }
            }
        }

        /// Counts the rows of one more table.
        public void add(Table rows) {
            columns.forEach(each -> rows.find(each.name).ifPresent(each::add));
        }

        /// The columns most of whose values are unseen.
        public List<UnseenValues> most() {
            return columns.stream()
                    .filter(each -> 2 * each.unseen > each.values)
                    .map(each -> new UnseenValues(each.name, each.values, each.unseen, each.example))
                    .toList();
        }
    }

    private static final class OfColumn {
        private final String name;
        private final Set<String> words;
        private long values;
        private long unseen;
        private String example = "";

        OfColumn(String name, Set<String> words) {
            this.name = name;
            this.words = words;
        }

        void add(Column cells) {
            switch (cells) {
                case CategoryColumn texts -> {
                    int[] rows = new int[texts.categories().size()];
                    for (int row = 0; row < texts.rows(); row++) {
                        if (!texts.isMissing(row)) {
                            rows[texts.code(row)]++;
                        }
                    }
                    for (int code = 0; code < rows.length; code++) {
                        add(texts.categories().get(code), rows[code]);
                    }
                }
                default -> {
                    for (int row = 0; row < cells.rows(); row++) {
                        add(cells.text(row), cells.isMissing(row) ? 0 : 1);
                    }
                }
            }
        }

        private void add(String text, int rows) {
            values += rows;
            if (rows > 0 && !words.contains(text)) {
                example = unseen == 0 ? text : example;
                unseen += rows;
            }
        }
    }
}
