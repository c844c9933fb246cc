package slope.report.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import slope.internal.text.Numerals;
import slope.recipe.SettingText;
import slope.reference.Matrix;
import slope.run.ModelAndRows;
import slope.table.Table;
import slope.target.Amounts;
import slope.target.Classes;
import slope.target.Labels;
import slope.target.Numbers;
import slope.target.Quantiles;
import slope.target.Target;
import slope.target.TargetKind;
import slope.target.TargetScale;

/// Targets in words, for programs and as formulas.
public final class TargetText {
    private TargetText() {}

    /// For people, such as `multi-class classification of "species": Adelie, Chinstrap, Gentoo`; of two
    /// classes, the positive one is told.
    public static String of(TargetFacts target) {
        return target.kind().title() + " of "
                + ModelText.cut(
                        target.columns().stream().map(TargetText::quoted).toList())
                + target.classes().map(classes -> ": " + ModelText.cut(classes)).orElse("")
                + (target.kind() == TargetKind.BINARY ? " (positive)" : "")
                + decision(target).map(text -> ", " + text).orElse("")
                + target.quantiles()
                        .map(levels -> ": " + SettingText.of(levels))
                        .orElse("")
                + target.power().map(power -> ", power " + number(power)).orElse("")
                + target.exposure()
                        .map(column -> ", exposure " + quoted(column))
                        .orElse("");
    }

    /// The same for the model that predicts some rows.
    public static Optional<String> decision(ModelAndRows given) {
        return decision(TargetFacts.of(given.model().model()));
    }

    /// Which class is predicted, such as `"yes" from a probability of 0.3 on`; empty where the likeliest is.
    public static Optional<String> decision(TargetFacts target) {
        return target.threshold()
                .map(threshold -> "%s from a probability of %s on"
                        .formatted(
                                quoted(target.classes().orElseThrow().getLast()), Numerals.significant(threshold, 4)))
                .or(() -> target.decisionWeights()
                        .map(weights -> "the class with the largest weight · probability, weights "
                                + ModelText.cut(weights.stream()
                                        .map(weight -> Numerals.significant(weight, 4))
                                        .toList())));
    }

    /// The decoding of a network's outputs as formulas with their numbers: a line for each
    /// predicted number of each ensemble member.
    ///
    /// @param outputs ensemble members × outputs
    /// @param row of the table, for its exposure
    public static List<String> formulas(Target target, Matrix outputs, Table row) {
        List<String> lines = new ArrayList<>();
        for (int member = 0; member < outputs.rows(); member++) {
            String name = outputs.rows() == 1 ? "" : "member %s: ".formatted(member + 1);
            double[] ofMember = new double[outputs.columns()];
            for (int index = 0; index < ofMember.length; index++) {
                ofMember[index] = outputs.at(member, index);
            }
            formulas(target, ofMember, row).forEach(line -> lines.add(name + line));
        }
        return lines;
    }

    private static List<String> formulas(Target target, double[] outputs, Table row) {
        return switch (target) {
            case Classes classes
            when outputs.length == 1 ->
                List.of(
                        sigmoid(classes.classes().getFirst(), -outputs[0]),
                        sigmoid(classes.classes().getLast(), outputs[0]));
            case Classes classes -> {
                double largest = Arrays.stream(outputs).max().orElse(0);
                double sum = Arrays.stream(outputs)
                        .map(output -> StrictMath.exp(output - largest))
                        .sum();
                yield each(
                        outputs,
                        index -> "%s: e^(%s - %s) / %s = %s"
                                .formatted(
                                        classes.classes().get(index),
                                        number(outputs[index]),
                                        Numerals.inFormula(largest),
                                        number(sum),
                                        number(StrictMath.exp(outputs[index] - largest) / sum)));
            }
            case Labels labels ->
                each(outputs, index -> sigmoid(labels.columns().get(index), outputs[index]));
            case Numbers numbers ->
                each(
                        outputs,
                        index -> decoded(
                                numbers.columns().get(index), numbers.scales().get(index), outputs[index]));
            case Quantiles quantiles ->
                each(
                        outputs,
                        index -> decoded(number(quantiles.levels().get(index)), quantiles.scale(), outputs[index]));
            case Amounts amounts -> {
                double expected = amounts.meanAmounts(row)[0];
                yield each(
                        outputs,
                        index -> "%s: %s · e^%s = %s"
                                .formatted(
                                        amounts.column(),
                                        number(expected),
                                        Numerals.inFormula(outputs[index]),
                                        number(expected * StrictMath.exp(outputs[index]))));
            }
        };
    }

    private static List<String> each(double[] outputs, IntFunction<String> line) {
        return IntStream.range(0, outputs.length).mapToObj(line).toList();
    }

    private static String sigmoid(String name, double logit) {
        return "%s: 1 / (1 + e^%s) = %s"
                .formatted(name, Numerals.inFormula(-logit), number(1 / (1 + StrictMath.exp(-logit))));
    }

    private static String decoded(String name, TargetScale scale, double output) {
        return "%s: %s = %s".formatted(name, decoded(scale, Numerals.inFormula(output)), number(scale.decode(output)));
    }

    static String decoded(TargetScale scale, String output) {
        boolean bounded = Double.isFinite(scale.minimum()) && Double.isFinite(scale.maximum());
        return "%s + %s · %s%s"
                .formatted(
                        number(scale.mean()),
                        number(scale.standardDeviation()),
                        output,
                        bounded ? ", from %s to %s".formatted(number(scale.minimum()), number(scale.maximum())) : "");
    }

    static String number(double value) {
        return Numerals.exact(value);
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }
}
