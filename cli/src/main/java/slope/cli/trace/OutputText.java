package slope.cli.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import slope.reference.Matrix;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.target.TargetEncoding;
import slope.target.TargetScale;

/// How a network's outputs become what it predicts, as formulas with their numbers.
final class OutputText {
    private final TargetEncoding target;
    private final Matrix outputs;
    private final int member;

    private OutputText(TargetEncoding target, Matrix outputs, int member) {
        this.target = target;
        this.outputs = outputs;
        this.member = member;
    }

    /// A line for each predicted number of each member of the network.
    ///
    /// @param outputs members × outputs
    /// @param row of the table, for its exposure
    static List<String> of(TargetEncoding target, Matrix outputs, Table row) {
        List<String> lines = new ArrayList<>();
        for (int member = 0; member < outputs.rows(); member++) {
            String name = outputs.rows() == 1 ? "" : "member %s: ".formatted(member + 1);
            new OutputText(target, outputs, member).lines(row).forEach(line -> lines.add(name + line));
        }
        return lines;
    }

    private List<String> lines(Table row) {
        return switch (target) {
            case TargetEncoding.Classes classes
            when outputs.columns() == 1 ->
                List.of(
                        sigmoid(classes.classes().getFirst(), -value(0)),
                        sigmoid(classes.classes().getLast(), value(0)));
            case TargetEncoding.Classes classes -> {
                double largest = IntStream.range(0, classes.count())
                        .mapToDouble(this::value)
                        .max()
                        .orElse(0);
                double sum = IntStream.range(0, classes.count())
                        .mapToDouble(index -> StrictMath.exp(value(index) - largest))
                        .sum();
                yield each(index -> "%s: e^(%s − %s) / %s = %s"
                        .formatted(
                                classes.classes().get(index),
                                number(value(index)),
                                inFormula(largest),
                                number(sum),
                                number(StrictMath.exp(value(index) - largest) / sum)));
            }
            case TargetEncoding.Labels labels ->
                each(index -> sigmoid(labels.columns().get(index), value(index)));
            case TargetEncoding.Numbers numbers ->
                each(index ->
                        decoded(numbers.columns().get(index), numbers.scales().get(index), value(index)));
            case TargetEncoding.Quantiles quantiles ->
                each(index -> decoded(number(quantiles.levels().get(index)), quantiles.scale(), value(index)));
            case TargetEncoding.Counts counts -> {
                double expected = counts.expectedInTheMean(row)[0];
                yield each(index -> "%s: %s · e^%s = %s"
                        .formatted(
                                counts.column(),
                                number(expected),
                                inFormula(value(index)),
                                number(expected * StrictMath.exp(value(index)))));
            }
        };
    }

    private List<String> each(IntFunction<String> line) {
        return IntStream.range(0, outputs.columns()).mapToObj(line).toList();
    }

    private static String sigmoid(String name, double logit) {
        return "%s: 1 / (1 + e^%s) = %s".formatted(name, inFormula(-logit), number(1 / (1 + StrictMath.exp(-logit))));
    }

    private static String decoded(String name, TargetScale scale, double output) {
        boolean bounded = Double.isFinite(scale.least()) && Double.isFinite(scale.most());
        return "%s: %s + %s · %s%s = %s"
                .formatted(
                        name,
                        number(scale.mean()),
                        number(scale.deviation()),
                        inFormula(output),
                        bounded ? ", from %s to %s".formatted(number(scale.least()), number(scale.most())) : "",
                        number(scale.decode(output)));
    }

    /// A number below 0 in brackets.
    private static String inFormula(double number) {
        return number < 0 ? "(%s)".formatted(number(number)) : number(number);
    }

    private double value(int index) {
        return outputs.at(member, index);
    }

    private static String number(double value) {
        return NumberColumn.text(value);
    }
}
