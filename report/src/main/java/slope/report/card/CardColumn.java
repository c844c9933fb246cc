package slope.report.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import slope.model.Model;
import slope.model.TrainingRanges;
import slope.report.model.ModelReport.ColumnFacts;
import slope.table.ColumnKind;
import slope.table.DateColumn;

/// A column that a model reads.
///
/// @param kind of its values
/// @param seen what it had in the training rows; empty if the file does not know
public record CardColumn(String name, ColumnKind kind, Optional<Seen> seen) {

    /// The values of a column in the training rows.
    public sealed interface Seen {}

    /// Numbers, from the least to the greatest; null where there was none.
    public record Numbers(double least, double most) implements Seen {}

    /// Dates, from the first to the last.
    public record Dates(String first, String last) implements Seen {}

    /// Words in all their spellings.
    ///
    /// @param missing whether some rows had none
    public record Words(List<String> words, boolean missing) implements Seen {
        public Words {
            words = List.copyOf(words);
        }
    }

    static List<CardColumn> of(Model model, List<ColumnFacts> columns) {
        Map<String, TrainingRanges> ranges = model.record().ranges().stream()
                .collect(Collectors.toMap(TrainingRanges::column, Function.identity(), (first, second) -> first));
        List<CardColumn> all = new ArrayList<>();
        for (ColumnFacts column : columns) {
            Optional<Seen> seen =
                    Optional.ofNullable(ranges.get(column.name())).map(range -> seen(range, column.kind()));
            all.add(new CardColumn(column.name(), column.kind(), seen));
        }
        return all;
    }

    private static Seen seen(TrainingRanges ranges, ColumnKind kind) {
        return switch (ranges) {
            case TrainingRanges.Range range
            when range.minimum() > range.maximum() -> new Numbers(Double.NaN, Double.NaN);
            case TrainingRanges.Range range
            when kind == ColumnKind.DATE ->
                new Dates(DateColumn.text(range.minimum()), DateColumn.text(range.maximum()));
            case TrainingRanges.Range range -> new Numbers(range.minimum(), range.maximum());
            case TrainingRanges.Words words ->
                new Words(
                        words.words().stream()
                                .filter(word -> !word.isEmpty())
                                .sorted()
                                .toList(),
                        words.words().contains(""));
        };
    }
}
