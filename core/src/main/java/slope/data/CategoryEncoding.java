package slope.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// A category becomes one input for each level that training saw: 1 for its own, 0 for the rest.
///
/// Only the [#MOST_LEVELS] most frequent levels have an input of their own. The other ones share one
/// more input with missing cells and, later, with levels that training never saw. If no training row
/// ever needed that shared input it does not exist, and an unseen or missing level is 0 everywhere:
/// weights of an input that nobody trained are noise.
public final class CategoryEncoding implements ColumnEncoding {
    /// The first layer has a row of weights for each level, so one column of names would cost more than all
    /// the others together; and of so many levels the rare ones have too few rows to learn from. With the
    /// shared input it is 256.
    public static final int MOST_LEVELS = 255;

    private static final int NO_SLOT = -1;

    private final String column;
    private final List<String> levels;
    private final OtherSlot otherSlot;
    private final Map<String, Integer> slotOf; // level → index of its input

    /// Whether missing, rare and unseen levels have an input that they share.
    public enum OtherSlot {
        PRESENT,
        ABSENT
    }

    /// @param levels with an input of their own, in order
    public CategoryEncoding(String column, List<String> levels, OtherSlot otherSlot) {
        this.column = column;
        this.levels = List.copyOf(levels);
        this.otherSlot = otherSlot;
        this.slotOf = new HashMap<>();
        for (String level : this.levels) {
            slotOf.put(level, slotOf.size());
        }
    }

    static CategoryEncoding fit(CategoryColumn training) {
        int[] counts = new int[training.levels().size()];
        for (int row = 0; row < training.rows(); row++) {
            if (!training.isMissing(row)) {
                counts[training.code(row)]++;
            }
        }
        // Stable sort: equally frequent levels stay in the column's order, which is alphabetical.
        List<String> seen = IntStream.range(0, counts.length)
                .filter(code -> counts[code] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer code) -> counts[code]).reversed())
                .map(training.levels()::get)
                .toList();
        List<String> kept = new ArrayList<>(seen.subList(0, Math.min(seen.size(), MOST_LEVELS)));
        kept.sort(null);
        boolean shared = seen.size() > MOST_LEVELS || training.missingCount() > 0;
        return new CategoryEncoding(training.name(), kept, shared ? OtherSlot.PRESENT : OtherSlot.ABSENT);
    }

    @Override
    public String column() {
        return column;
    }

    /// The levels with an input of their own, in the order of the inputs.
    public List<String> levels() {
        return levels;
    }

    /// Whether there is a shared input, behind those of the levels.
    public OtherSlot otherSlot() {
        return otherSlot;
    }

    @Override
    public List<String> inputNames() {
        List<String> names = new ArrayList<>();
        for (String level : levels) {
            names.add(column + " is " + level);
        }
        if (otherSlot == OtherSlot.PRESENT) {
            names.add(column + " is missing or another");
        }
        return names;
    }

    @Override
    public int width() {
        return levels.size() + (otherSlot == OtherSlot.PRESENT ? 1 : 0);
    }

    @Override
    public void encode(Column cells, float[] inputs, int offset, int stride) {
        int width = width();
        int[] slots = cells instanceof CategoryColumn categories ? slots(categories) : new int[0];
        for (int row = 0; row < cells.rows(); row++) {
            int start = offset + row * stride;
            Arrays.fill(inputs, start, start + width, 0);
            int slot = slot(cells, row, slots);
            if (slot != NO_SLOT) {
                inputs[start + slot] = 1;
            }
        }
    }

    private int slot(Column cells, int row, int[] slots) {
        if (cells.isMissing(row)) {
            return unknownSlot();
        }
        // Another kind of column is read as its text: 3 in a file of numbers is the level "3" of a file of codes.
        return cells instanceof CategoryColumn categories ? slots[categories.code(row)] : slot(cells.text(row));
    }

    /// The slot of each of a column's levels, looked up once instead of once a row.
    private int[] slots(CategoryColumn categories) {
        return categories.levels().stream().mapToInt(this::slot).toArray();
    }

    private int slot(String level) {
        return slotOf.getOrDefault(level, unknownSlot());
    }

    private int unknownSlot() {
        return otherSlot == OtherSlot.PRESENT ? levels.size() : NO_SLOT;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CategoryEncoding that
                && column.equals(that.column)
                && levels.equals(that.levels)
                && otherSlot == that.otherSlot;
    }

    @Override
    public int hashCode() {
        return Objects.hash(column, levels, otherSlot);
    }

    @Override
    public String toString() {
        return "CategoryEncoding[" + column + ", " + levels + ", other slot " + otherSlot + "]";
    }
}
