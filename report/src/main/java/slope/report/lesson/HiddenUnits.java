package slope.report.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import slope.internal.text.Numerals;
import slope.reference.Matrix;
import slope.report.text.TextTable;

/// What the hidden units of a trained network have become.
///
/// @param outputs units × rows
/// @param weights with which the output listens to each unit, units × 1
record HiddenUnits(List<String> names, Matrix outputs, Matrix weights, List<UnitRole> roles) {

    static HiddenUnits of(LessonRun run) {
        Matrix outputs = run.last().forward().layers().getFirst().outputs().transposed();
        return new HiddenUnits(
                run.lesson().layers().getFirst().units(),
                outputs,
                run.last().before().layers().getLast().weights(),
                IntStream.range(0, outputs.rows())
                        .mapToObj(unit -> UnitRole.of(run.lesson(), outputs.toRows()[unit]))
                        .toList());
    }

    void tell(LessonRun run, Story story) {
        story.heading("What each hidden unit has become");
        if (run.hasDied()) {
            long updates = run.atRestSince().orElseThrow() - 1L;
            story.say("Nothing: the network has died. Its output is 0 for every row, so no error reaches the hidden"
                    + " units, and none of them learns any more. They are what "
                    + (updates == 1 ? "the first update has" : "the first " + Numerals.count(updates) + " updates have")
                    + " left of random weights.");
            story.table(table(unit -> roles.get(unit).isOff() ? "dead: 0 for every row" : "learns no more"));
            return;
        }
        story.say("The output of each hidden unit for each row, in the last iteration, and the weight with which the"
                + " output listens to it. The last column names the rows for which it is on, that is at least half of "
                + (run.lesson().isSigmoid() ? "1" : "its largest output")
                + ". Nobody said what the units should notice: read each line as the answer to a question that the"
                + " network has come to by itself.");
        story.table(table(unit -> roles.get(unit).words()));
        doubts().ifPresent(story::say);
        story.say(listened() + together(run));
    }

    private TextTable table(IntFunction<String> words) {
        TextTable table = new TextTable().row("unit", "row 1", "row 2", "row 3", "row 4", "Wo", "what it is like");
        for (int unit = 0; unit < names.size(); unit++) {
            List<String> cells = new ArrayList<>(List.of(names.get(unit)));
            for (int row = 0; row < outputs.columns(); row++) {
                cells.add(Numerals.fixed(outputs.at(unit, row), 2));
            }
            cells.add(Numerals.fixed(weights.at(unit, 0), 2));
            cells.add(words.apply(unit));
            table.row(cells);
        }
        return table;
    }

    private Optional<String> doubts() {
        List<String> doubts = new ArrayList<>();
        for (int unit = 0; unit < names.size(); unit++) {
            List<String> rows =
                    roles.get(unit).undecided().stream().map(String::valueOf).toList();
            if (!rows.isEmpty()) {
                doubts.add(names.get(unit) + " for row" + (rows.size() == 1 ? " " : "s ") + listed(rows));
            }
        }
        return doubts.isEmpty()
                ? Optional.empty()
                : Optional.of("Neither clearly on nor clearly off (a quarter to three quarters): "
                        + String.join("; ", doubts) + ".");
    }

    private String listened() {
        List<String> parts = new ArrayList<>();
        parts.addAll(doing(unit -> weights.at(unit, 0) > 0, "raise"));
        parts.addAll(doing(unit -> weights.at(unit, 0) < 0, "lower"));
        return parts.isEmpty() ? "" : "When on, " + String.join(", and ", parts) + ".";
    }

    private List<String> doing(IntPredicate which, String verb) {
        List<String> chosen = IntStream.range(0, weights.rows())
                .filter(unit -> which.test(unit) && !roles.get(unit).isOff())
                .mapToObj(names::get)
                .toList();
        return chosen.isEmpty()
                ? List.of()
                : List.of(listed(chosen) + (chosen.size() == 1 ? " " + verb + "s" : " " + verb) + " the output");
    }

    private String together(LessonRun run) {
        boolean raised = is(UnitRole.OR, 1);
        boolean lowered = is(UnitRole.AND, -1);
        return run.hasLearned() && raised && lowered
                ? " An OR that raises it and an AND that lowers it: x1 or x2, but not both. That is the target."
                : "";
    }

    private boolean is(String role, double sign) {
        return IntStream.range(0, weights.rows())
                .anyMatch(unit -> weights.at(unit, 0) * sign > 0
                        && roles.get(unit).words().equals(role));
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.getFirst() : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
