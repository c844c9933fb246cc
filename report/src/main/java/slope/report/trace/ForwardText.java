package slope.report.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import slope.internal.text.Numerals;
import slope.layer.Activation;
import slope.layer.BatchEnsembleAdapter;
import slope.layer.CustomLayer;
import slope.layer.Dense;
import slope.layer.Dropout;
import slope.layer.EnsembleHeads;
import slope.layer.FeatureEmbeddings;
import slope.layer.Layer;
import slope.layer.LayerNorm;
import slope.layer.ParametricActivation;
import slope.layer.Residual;
import slope.layer.Scale;
import slope.reference.EmbeddingStep;
import slope.reference.LayerForward;
import slope.reference.LayerParameters;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;

/// How each number that leaves a layer comes of those that enter it: a line for each, with every
/// number that is multiplied and added, in that order.
final class ForwardText {
    private final LayerParameters parameters;
    private final LayerForward forward;
    private final TracePart part;
    private final String name;
    private final int members;

    private ForwardText(String name, LayerParameters parameters, LayerForward forward, TracePart part) {
        this.name = name;
        this.parameters = parameters;
        this.forward = forward;
        this.part = part;
        this.members = forward.inputs().rows();
    }

    /// @param name of the layer, such as `layer 3`
    /// @param forward of one row, repeated for each ensemble member
    /// @param part which units
    static List<String> of(String name, Layer layer, LayerParameters parameters, LayerForward forward, TracePart part) {
        ForwardText text = new ForwardText(name, parameters, forward, part);
        return switch (layer) {
            case Dense dense ->
                text.units((member, unit) -> text.sum(
                                member,
                                unit,
                                parameters.bias().stream()
                                        .map(bias -> bias.at(0, unit))
                                        .toList())
                        + " = %s → %s %s"
                                .formatted(
                                        number(forward.preActivations().at(member, unit)),
                                        dense.activation().title(),
                                        number(forward.outputs().at(member, unit))));
            case FeatureEmbeddings embeddings -> text.embeddings(embeddings);
            case Scale scale -> text.units((member, unit) -> text.scaled(member, 0, unit));
            case ParametricActivation blend ->
                text.units((member, unit) -> text.blended(blend.activation().title(), member, unit));
            case Dropout dropout -> List.of("unchanged; dropout is for training only");
            case LayerNorm norm -> text.units((member, unit) -> text.normalized(norm, member, unit));
            case Residual block -> text.residual(block);
            case BatchEnsembleAdapter batchEnsembleAdapter ->
                text.units((member, unit) -> text.scaled(member, member, unit));
            case EnsembleHeads ensembleHeads -> text.units(text::ofMember);
            case CustomLayer custom -> List.of(custom.title());
        };
    }

    /// A line.
    private interface Unit {
        String text(int member, int unit);
    }

    private List<String> units(Unit unit) {
        List<String> lines = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            for (int index = 0; index < forward.outputs().columns(); index++) {
                if (part.hasUnit(index)) {
                    lines.add(member(member) + "unit %s: ".formatted(index + 1) + unit.text(member, index));
                }
            }
        }
        return lines;
    }

    private String member(int member) {
        return members == 1 ? "" : "member %s, ".formatted(member + 1);
    }

    /// The same for all ensemble members.
    private List<String> embeddings(FeatureEmbeddings layer) {
        return EmbeddingStep.of(layer.embeddings(), parameters, forward.inputs(), 0).stream()
                .filter(step -> part.hasUnit(step.output()))
                .map(step -> "embedding output %s, of input %s: ".formatted(step.output() + 1, step.input() + 1)
                        + text(step))
                .toList();
    }

    private static String text(EmbeddingStep step) {
        return switch (step) {
            case EmbeddingStep.PassThrough same -> number(same.value());
            case EmbeddingStep.Periodic periodic ->
                "%s + %s = %s"
                        .formatted(
                                number(periodic.bias()),
                                periodic.frequencies().stream()
                                        .map(each -> "cos(2π·%s·%s + %s)·%s"
                                                .formatted(
                                                        number(each.frequency()),
                                                        number(periodic.x()),
                                                        number(each.phase()),
                                                        number(each.weight())))
                                        .collect(Collectors.joining(" + ")),
                                number(periodic.value()));
            case EmbeddingStep.PiecewiseLinear linear ->
                "%s·%s + %s%s = %s"
                        .formatted(
                                number(linear.x()),
                                number(linear.slope()),
                                number(linear.offset()),
                                linear.bins().stream()
                                        .map(bin -> " + %s·%s".formatted(number(bin.share()), number(bin.weight())))
                                        .collect(Collectors.joining()),
                                number(linear.value()));
            case EmbeddingStep.Category entry ->
                "%s, of category %s".formatted(number(entry.value()), entry.category());
        };
    }

    private String scaled(int member, int factors, int unit) {
        return "%s·%s = %s"
                .formatted(
                        number(forward.inputs().at(member, unit)),
                        number(parameters.blocks().getFirst().at(factors, unit)),
                        number(forward.outputs().at(member, unit)));
    }

    /// γ·(x − mean)/√(variance + ε) + β, and what the activation makes of it.
    private String normalized(LayerNorm norm, int member, int unit) {
        double[] row = forward.inputs().toRows()[member];
        double mean = Arrays.stream(row).sum() / row.length;
        double variance = Arrays.stream(row).map(x -> (x - mean) * (x - mean)).sum() / row.length;
        String activated = norm.activation() instanceof Activation.Identity
                ? ""
                : " → %s %s"
                        .formatted(
                                norm.activation().title(),
                                number(forward.outputs().at(member, unit)));
        return "%s·(%s - %s)/√(%s + %s) + %s = %s%s"
                .formatted(
                        number(parameters.blocks().get(0).at(0, unit)),
                        number(row[unit]),
                        Numerals.inFormula(mean),
                        number(variance),
                        number(norm.epsilon()),
                        number(parameters.blocks().get(1).at(0, unit)),
                        number(forward.preActivations().at(member, unit)),
                        activated);
    }

    /// The inner layers, then x + f(x).
    private List<String> residual(Residual block) {
        double[] values = parameters.blocks().stream()
                .flatMapToDouble(inner -> Arrays.stream(inner.toArray()))
                .toArray();
        ReferenceNetwork inside =
                ReferenceNetwork.of(block.inside(forward.inputs().columns()), values);
        List<LayerForward> made = forward.inside();
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < made.size(); index++) {
            String inner = name + "." + (index + 1);
            Layer layer = block.layers().get(index);
            of(inner, layer, inside.layers().get(index), made.get(index), TracePart.ALL)
                    .forEach(line -> lines.add(line.startsWith(name) ? line : inner + ", " + line));
        }
        lines.addAll(units((member, unit) -> "%s + %s = %s"
                .formatted(
                        number(forward.inputs().at(member, unit)),
                        number(made.getLast().outputs().at(member, unit)),
                        number(forward.outputs().at(member, unit)))));
        return lines;
    }

    /// z + α·(f(z) − z).
    private String blended(String activation, int member, int unit) {
        String sum = number(forward.inputs().at(member, unit));
        return "%s + %s·(%s(%s) - %s) = %s"
                .formatted(
                        sum,
                        number(parameters.blocks().getFirst().at(0, unit)),
                        activation,
                        sum,
                        Numerals.inFormula(forward.inputs().at(member, unit)),
                        number(forward.outputs().at(member, unit)));
    }

    /// A layer with weights for each ensemble member.
    private String ofMember(int member, int unit) {
        Matrix bias = parameters.blocks().get(1);
        return "%s + %s = %s"
                .formatted(
                        number(bias.at(member, unit)),
                        sum(member, member * bias.columns() + unit, List.of()),
                        number(forward.outputs().at(member, unit)));
    }

    /// The products of the inputs and a column of weights, and what is added behind them.
    private String sum(int member, int column, List<Double> more) {
        String products = IntStream.range(0, forward.inputs().columns())
                .mapToObj(input -> number(forward.inputs().at(member, input))
                        + "·"
                        + number(parameters.weights().at(input, column)))
                .collect(Collectors.joining(" + "));
        return products + more.stream().map(each -> " + " + number(each)).collect(Collectors.joining());
    }

    /// Every digit, so that the computation can be repeated.
    private static String number(double value) {
        return Numerals.exact(value);
    }
}
