package slope.report.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import slope.optimizer.LineSearch;
import slope.optimizer.ParameterGroups.Weights;
import slope.report.text.Numbers;
import slope.report.text.Prose;
import slope.report.text.TextTable;
import slope.report.trace.UpdateReport.LineOfSearch;
import slope.report.trace.UpdateReport.UpdateForward;
import slope.report.trace.UpdateReport.UpdateGradient;
import slope.report.trace.UpdateReport.UpdateOptimizer;
import slope.report.trace.UpdateReport.UpdatePlace;
import slope.report.trace.UpdateReport.UpdateRate;
import slope.report.trace.UpdateReport.UpdatedBlock;

/// An update of a training, for people.
final class UpdateText {
    private static final int DIGITS = 6;

    private final UpdateReport report;

    UpdateText(UpdateReport report) {
        this.report = report;
    }

    String within(int width) {
        UpdatePlace place = report.place();
        Prose prose = new Prose(width)
                .title("Step %s of epoch %s".formatted(place.step(), place.epoch()))
                .say(("Network %s of %s, trained again with the same bits as far as this step, number %s of at most %s."
                                + " All numbers are computed in double precision; after the step the parameters of the"
                                + " training, which is in single precision, differ from them by at most %s.")
                        .formatted(
                                place.network(),
                                place.networks(),
                                Numbers.count(place.stepInAll()),
                                Numbers.count(place.steps()),
                                number(report.parameters().largestDistance())))
                .heading("Rows")
                .lines(rows())
                .heading("Forward pass")
                .table(layers())
                .lines(loss())
                .heading("Gradient")
                .lines(gradient())
                .heading("Learning rate and optimizer");
        report.optimizer()
                .line()
                .ifPresentOrElse(line -> prose.say(ofLine()).lines(lines(line)), () -> prose.lines(rate()));
        prose.heading("Parameters").table(blocks());
        if (report.optimizer().weights() == Weights.NEURAL_TANGENT) {
            prose.say("The optimizer sees weights √inputs times larger, and their gradients as many times smaller"
                    + " (neural tangent parametrisation): moments are of those.");
        }
        return prose.heading(report.parameters().all() ? "All parameters" : "The largest changes")
                .lines(report.parameters().moves().stream()
                        .flatMap(move -> lines(move).stream())
                        .toList())
                .toString();
    }

    private List<String> rows() {
        UpdateForward forward = report.forward();
        int members = forward.rows().size();
        List<String> lines = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            List<Integer> rows = forward.rows().get(member);
            lines.add(
                    report.optimizer().line().isPresent()
                            ? "all %s training rows".formatted(Numbers.count(rows.size()))
                            : "%s rows%s: %s"
                                    .formatted(
                                            Numbers.count(rows.size()),
                                            members == 1 ? "" : " of ensemble member %s".formatted(member + 1),
                                            rows.stream().map(Object::toString).collect(Collectors.joining(" "))));
        }
        if (!forward.weights().isEmpty()) {
            lines.add("weights: "
                    + forward.weights().stream().map(UpdateText::number).collect(Collectors.joining(" ")));
        }
        return lines;
    }

    private TextTable layers() {
        TextTable table = new TextTable().row("layer", "", "inputs", "outputs", "dropped");
        for (UpdatedLayer layer : report.forward().layers()) {
            table.row(
                    Integer.toString(layer.number()),
                    layer.layer().title(),
                    shape(layer.inputs()),
                    shape(layer.outputs()),
                    layer.dropped().stream()
                            .map(dropped -> "%s of %s".formatted(dropped.numbers(), dropped.of()))
                            .collect(Collectors.joining(", ")));
        }
        return table;
    }

    private List<String> loss() {
        UpdateForward forward = report.forward();
        return List.of(
                "loss " + number(forward.loss()),
                "%s: %s"
                        .formatted(
                                forward.function().title(), forward.function().formula()));
    }

    private List<String> gradient() {
        UpdateGradient gradient = report.gradient();
        return List.of(
                "norm of all parameters together " + number(gradient.norm()),
                gradient.maximumNorm()
                        .map(norm -> "clipped to %s: multiplied by %s"
                                .formatted(number(norm), number(gradient.multiplier())))
                        .orElse("not clipped"));
    }

    private List<String> rate() {
        UpdateRate rate = report.rate();
        UpdateOptimizer optimizer = report.optimizer();
        List<String> lines = new ArrayList<>();
        lines.add("learning rate %s, %s of the training done%s"
                .formatted(
                        number(rate.learningRate()),
                        number(rate.progress()),
                        rate.multiplier() == 1
                                ? ""
                                : ", times %s after divergence".formatted(number(rate.multiplier()))));
        lines.add("optimizer %s, with the moments of %s"
                .formatted(
                        optimizer.name(),
                        optimizer.stepsOfMemory() == 1
                                ? "this step"
                                : Numbers.count(optimizer.stepsOfMemory()) + " steps, this one included"));
        lines.add("weight decay times %s, dropout times %s"
                .formatted(number(rate.decayShare()), number(rate.dropoutShare())));
        int averaged = optimizer.averagedSteps();
        if (averaged > 0) {
            lines.add("parameters are averaged over %s: this one counts 1/%s"
                    .formatted(
                            averaged == 1 ? "1 step" : Numbers.count(averaged) + " steps",
                            Math.min(averaged, report.place().stepInAll())));
        }
        return lines;
    }

    private String ofLine() {
        return "The optimizer %s lowers the objective φ: the loss, and a share of the weights' squares for weight decay. It"
                        .formatted(report.optimizer().name())
                + " moves the parameters by α·d, along a direction d that it makes of the gradient and of earlier"
                + " steps.";
    }

    private static List<String> lines(LineOfSearch line) {
        return List.of(
                "direction of norm %s, from %s"
                        .formatted(
                                number(line.norm()),
                                line.pairs() == 0
                                        ? "the gradient alone: steepest descent"
                                        : "the gradient and the last "
                                                + (line.pairs() == 1 ? "step" : line.pairs() + " steps")),
                "before: φ(0) %s, slope φ′(0) %s"
                        .formatted(
                                number(line.before().objective()),
                                number(line.before().slope())),
                "step length α %s, after %s"
                        .formatted(
                                number(line.length()),
                                line.evaluations() == 1
                                        ? "1 evaluation of φ"
                                        : Numbers.count(line.evaluations()) + " evaluations of φ"),
                "low enough: φ(α) %s ≤ φ(0) + %s·α·φ′(0) = %s: %s"
                        .formatted(
                                number(line.after().objective()),
                                number(LineSearch.DECREASE),
                                number(line.after().greatestObjective()),
                                line.after().isLow() ? "yes" : "no"),
                "flat enough: |φ′(α)| %s ≤ %s·|φ′(0)| = %s: %s"
                        .formatted(
                                number(Math.abs(line.after().slope())),
                                number(LineSearch.CURVATURE),
                                number(line.after().greatestSlope()),
                                line.after().isFlat() ? "yes" : "no"));
    }

    private TextTable blocks() {
        TextTable table = new TextTable().row("parameters", "shape", "rate times", "decay times", "largest change");
        for (UpdatedBlock block : report.parameters().blocks()) {
            table.row(
                    block.block().text(),
                    shape(block.shape()),
                    number(block.rateMultiplier()),
                    number(block.decayMultiplier()),
                    number(block.largestChange()));
        }
        return table;
    }

    private List<String> lines(MovedParameter move) {
        StringBuilder made = new StringBuilder("  gradient " + number(move.gradient()));
        for (int index = 0; index < move.moments().size(); index++) {
            made.append("   %s %s"
                    .formatted(
                            report.optimizer().line().isPresent() ? "direction" : "moment " + (index + 1),
                            number(move.moments().get(index))));
        }
        return List.of(
                "%s [%s, %s]   %s → %s"
                        .formatted(
                                move.at().block().text(),
                                move.at().row(),
                                move.at().column(),
                                number(move.value().before()),
                                number(move.value().after())),
                made.toString(),
                "  change %s   of it decay %s%s"
                        .formatted(
                                number(move.change().total()),
                                number(move.change().decay()),
                                move.value()
                                        .average()
                                        .map(mean -> "   average " + number(mean))
                                        .orElse("")));
    }

    private static String shape(List<Integer> shape) {
        return "%s × %s".formatted(shape.getFirst(), shape.getLast());
    }

    private static String number(double value) {
        return Numbers.significant(value, DIGITS);
    }
}
