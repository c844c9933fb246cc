package slope.report.lesson;

import java.util.ArrayList;
import java.util.List;

/// What a hidden unit has become: the rows that it answers to, read from its outputs.
///
/// A unit is on for a row where its output is at least half of what it can be: of 1 with the sigmoid, of its own
/// largest
/// output with ReLU, which has no end.
///
/// @param words such as `AND-like (only row 4)`
/// @param undecided the rows, from 1, for which it is neither clearly on nor clearly off
record UnitRole(String words, List<Integer> undecided) {
    static final String OR = "OR-like (rows 2, 3 and 4)";
    static final String AND = "AND-like (only row 4)";

    private static final String DEAD = "always off: dead";

    /// By the rows for which a unit is on: 1 for row 1, 2 for row 2, 4 for row 3, 8 for row 4, added up.
    private static final List<String> WORDS = List.of(
            "always off",
            "NOR-like (only row 1)",
            "x2 without x1 (only row 2)",
            "NOT x1 (rows 1 and 2)",
            "x1 without x2 (only row 3)",
            "NOT x2 (rows 1 and 3)",
            "XOR-like (rows 2 and 3)",
            "NAND-like (all but row 4)",
            AND,
            "XNOR-like (rows 1 and 4)",
            "like x2 (rows 2 and 4)",
            "all but row 3",
            "like x1 (rows 3 and 4)",
            "all but row 2",
            OR,
            "always on, like a bias");

    UnitRole {
        undecided = List.copyOf(undecided);
    }

    /// Reads a unit's outputs, one for each of the four rows.
    static UnitRole of(Lesson lesson, double[] outputs) {
        double most = lesson.isSigmoid() ? 1 : 0;
        for (double output : outputs) {
            most = Math.max(most, output);
        }
        int on = 0;
        List<Integer> undecided = new ArrayList<>();
        for (int row = 0; row < outputs.length; row++) {
            double share = most > 0 ? outputs[row] / most : 0;
            on += share >= 0.5 ? 1 << row : 0;
            if (share > 0.25 && share < 0.75) {
                undecided.add(row + 1);
            }
        }
        return new UnitRole(most > 0 ? WORDS.get(on) : DEAD, undecided);
    }

    /// Whether it is on for no row.
    boolean isOff() {
        return words.equals(WORDS.getFirst()) || words.equals(DEAD);
    }
}
