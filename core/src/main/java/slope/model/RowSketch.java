package slope.model;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import slope.internal.table.RepeatedRows;
import slope.table.Table;

/// Hashes of some rows of a training, by which other tables are found to have the same rows: the smallest
/// hashes of all (a bottom-k sketch: Cohen and Kaplan 2007, "Summarizing data using bottom-k sketches"). Any
/// table shows the same share of its rows to such a sketch, wherever they come from.
///
/// Of up to 1,024 different rows each is recognised; of more, those whose hash is small enough. A hash tells
/// nothing of a row to one who has not got it, but lets one who has it ask whether it was among them.
///
/// @param rows of the training and validation
/// @param hashes ascending, of 40 bits, at most 1,024
public record RowSketch(int rows, List<Long> hashes) {
    private static final int MOST = 1_024;
    private static final int BITS = 40;

    public RowSketch {
        hashes = List.copyOf(hashes);
        if (hashes.size() > MOST || hashes.stream().anyMatch(hash -> hash < 0 || hash >= 1L << BITS)) {
            throw new IllegalArgumentException("a sketch has at most %s hashes of %s bits".formatted(MOST, BITS));
        }
    }

    /// The columns of a row whose target is known: those that a model reads, and the target columns.
    public static List<String> columns(Model model) {
        return Stream.concat(model.columns().keySet().stream(), model.target().columns().stream())
                .distinct()
                .toList();
    }

    /// That of some rows.
    ///
    /// @param columns whose cells count
    public static RowSketch of(Table rows, List<String> columns) {
        return new RowSketch(
                rows.rows(),
                hashes(rows, columns).sorted().distinct().limit(MOST).boxed().toList());
    }

    /// That of all rows of several parts, which may share some: the smallest hashes of the parts are among the smallest
    /// of each.
    ///
    /// @param rows how many there are in all
    public static RowSketch merged(int rows, List<RowSketch> parts) {
        return new RowSketch(
                rows,
                parts.stream()
                        .flatMap(part -> part.hashes.stream())
                        .sorted()
                        .distinct()
                        .limit(MOST)
                        .toList());
    }

    private static LongStream hashes(Table rows, List<String> columns) {
        return Arrays.stream(RepeatedRows.hashes(rows, columns)).map(hash -> hash >>> (Long.SIZE - BITS));
    }

    /// How many rows of a table are among those of the training.
    ///
    /// @param columns as in training
    /// @return empty if none is found, or the table lacks a column
    public Optional<TrainingOverlap> overlap(Table table, List<String> columns) {
        if (hashes.isEmpty() || !Set.copyOf(table.names()).containsAll(columns)) {
            return Optional.empty();
        }
        long largest = hashes.size() < MOST ? 1L << BITS : hashes.getLast();
        long[] checked = hashes(table, columns).filter(hash -> hash <= largest).toArray();
        Set<Long> known = new HashSet<>(hashes);
        int found = (int) Arrays.stream(checked).filter(known::contains).count();
        return found == 0 ? Optional.empty() : Optional.of(new TrainingOverlap(table.rows(), checked.length, found));
    }
}
