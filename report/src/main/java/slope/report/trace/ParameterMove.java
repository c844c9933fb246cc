package slope.report.trace;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import slope.layer.ParameterLayout;
import slope.layer.ParameterLayout.Block;
import slope.optimizer.Lbfgs;
import slope.reference.Matrix;
import slope.reference.ParameterUpdate;
import slope.reference.ReferenceNetwork;
import slope.reference.TracedStep;
import slope.table.NumberColumn;

/// How an update moves one parameter.
///
/// @param block that it belongs to
/// @param row in the block, from 0
/// @param column in the block, from 0
/// @param update of the block
/// @param average of the block's parameters after the update, if they are averaged
/// @param memory what each number of the optimizer's memory is called
record ParameterMove(
        Block block, int row, int column, ParameterUpdate update, Optional<Matrix> average, List<String> memory) {
    private static final MathContext DIGITS = new MathContext(9);

    /// Every parameter, in the order of the layout.
    static List<ParameterMove> all(TracedStep step) {
        List<ParameterMove> moves = new ArrayList<>();
        List<String> memory = step.settings().optimizer() instanceof Lbfgs
                ? List.of("direction")
                : List.of("moment 1", "moment 2", "moment 3");
        ParameterLayout layout = step.before().architecture().parameterLayout();
        for (Block block : layout.blocks()) {
            int index = layout.of(block.layer()).indexOf(block);
            ParameterUpdate update = step.updates().get(block.layer()).blocks().get(index);
            Optional<Matrix> average = step.averageAfter()
                    .map(ReferenceNetwork::layers)
                    .map(layers -> layers.get(block.layer()).blocks().get(index));
            for (int row = 0; row < block.rows(); row++) {
                for (int column = 0; column < block.columns(); column++) {
                    moves.add(new ParameterMove(block, row, column, update, average, memory));
                }
            }
        }
        return moves;
    }

    /// The ones that move most, largest move first.
    static List<ParameterMove> largest(TracedStep step, int most) {
        return all(step).stream()
                .sorted(Comparator.comparingDouble(ParameterMove::size).reversed())
                .limit(most)
                .toList();
    }

    double size() {
        return Math.abs(of(update.step()));
    }

    /// Lines for people, with nine digits of each number.
    List<String> lines() {
        StringBuilder made = new StringBuilder("  gradient " + number(update.gradient()));
        List<Matrix> moments = update.moments().values();
        for (int index = 0; index < moments.size(); index++) {
            made.append("   %s ".formatted(memory.get(index))).append(number(moments.get(index)));
        }
        StringBuilder taken = new StringBuilder("  change ")
                .append(number(update.step().negated()))
                .append("   of it decay ")
                .append(number(update.decay().negated()));
        average.ifPresent(mean -> taken.append("   average ").append(number(mean)));
        return List.of(
                "%s [%s, %s]   %s → %s"
                        .formatted(block.name(), row + 1, column + 1, number(update.before()), number(update.after())),
                made.toString(),
                taken.toString());
    }

    /// For programs.
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("block", block.name());
        object.put("row", row + 1);
        object.put("column", column + 1);
        object.put("before", of(update.before()));
        object.put("gradient", of(update.gradient()));
        object.put("moments", update.moments().values().stream().map(this::of).toList());
        object.put("decay", of(update.decay().negated()));
        object.put("change", of(update.step().negated()));
        object.put("after", of(update.after()));
        object.put("average", average.map(this::of).orElse(null));
        return object;
    }

    private double of(Matrix matrix) {
        return matrix.at(row, column);
    }

    private String number(Matrix matrix) {
        return number(of(matrix));
    }

    /// Nine digits.
    static String number(double value) {
        return NumberColumn.text(
                Double.isFinite(value) ? BigDecimal.valueOf(value).round(DIGITS).doubleValue() : value);
    }
}
