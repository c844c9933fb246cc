package slope.report.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import slope.internal.text.Numerals;
import slope.optimizer.LineSearch;
import slope.optimizer.ParameterGroups.Weights;
import slope.report.text.Prose;
import slope.report.text.TextTable;
import slope.report.trace.UpdateOptimizer.LineOfSearch;
import slope.report.trace.UpdateReport.UpdateForward;
import slope.report.trace.UpdateReport.UpdateGradient;
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
                                count(place.stepInAll()),
                                count(place.steps()),
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
                    + " (neural tangent parametrization): its memory is of those.");
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
                            ? "all %s training rows".formatted(count(rows.size()))
                            : "%s rows%s: %s"
                                    .formatted(
                                            count(rows.size()),
                                            members == 1 ? "" : " of ensemble member %s".formatted(member + 1),
                                            rows.stream().map(Object::toString).collect(Collectors.joining(" "))));
        }
        forward.weights()
                .ifPresent(weights -> lines.add(
                        "weights: " + weights.stream().map(UpdateText::number).collect(Collectors.joining(" "))));
        return lines;
    }

    private TextTable layers() {
        boolean drops = report.rate().dropoutShare().isPresent();
        TextTable table = new TextTable()
                .row(
                        drops
                                ? List.of("layer", "", "inputs", "outputs", "dropped")
                                : List.of("layer", "", "inputs", "outputs"));
        for (UpdatedLayer layer : report.forward().layers()) {
            List<String> row = new ArrayList<>(List.of(
                    Integer.toString(layer.number()),
                    layer.layer().title(),
                    shape(layer.inputs()),
                    shape(layer.outputs())));
            if (drops) {
                row.add(layer.dropped().stream()
                        .map(dropped -> "%s of %s".formatted(count(dropped.numbers()), count(dropped.of())))
                        .collect(Collectors.joining(", ")));
            }
            table.row(row);
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
        List<String> lines = new ArrayList<>(List.of("norm of all parameters together " + number(gradient.norm())));
        gradient.multiplier().ifPresent(multiplier -> {
            String maximum = number(gradient.maximumNorm().orElseThrow());
            lines.add(
                    multiplier < 1
                            ? "clipped to %s: multiplied by %s".formatted(maximum, number(multiplier))
                            : "not clipped, being at most " + maximum);
        });
        return lines;
    }

    private List<String> rate() {
        UpdateRate rate = report.rate();
        UpdateOptimizer optimizer = report.optimizer();
        List<String> lines = new ArrayList<>();
        rate.learningRate()
                .ifPresent(each -> lines.add("learning rate %s, %s of the training done%s"
                        .formatted(
                                number(each),
                                number(rate.progress()),
                                rate.multiplier()
                                        .map(times -> ", times %s after divergence".formatted(number(times)))
                                        .orElse(""))));
        lines.add("optimizer "
                + optimizer.name()
                + optimizer
                        .stepsOfMemory()
                        .map(steps -> steps == 1
                                ? ", with the memory of this step"
                                : ", with the memory of %s steps, this one included".formatted(count(steps)))
                        .orElse(""));
        rate.decayShare().ifPresent(share -> lines.add("weight decay times " + number(share)));
        rate.dropoutShare().ifPresent(share -> lines.add("dropout times " + number(share)));
        optimizer
                .averagedSteps()
                .ifPresent(averaged -> lines.add("parameters are averaged over %s: this one counts 1/%s"
                        .formatted(
                                averaged == 1 ? "1 step" : count(averaged) + " steps",
                                count(Math.min(averaged, report.place().stepInAll())))));
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
                                        : count(line.evaluations()) + " evaluations of φ"),
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
        List<UpdatedBlock> blocks = report.parameters().blocks();
        List<String> titles = new ArrayList<>(List.of("parameters", "shape"));
        blocks.getFirst().rateMultiplier().ifPresent(ignored -> titles.add("rate ×"));
        blocks.getFirst().decayMultiplier().ifPresent(ignored -> titles.add("decay ×"));
        titles.add("largest change");
        TextTable table = new TextTable().row(titles);
        for (UpdatedBlock block : blocks) {
            List<String> row = new ArrayList<>(List.of(block.block().text(), shape(block.shape())));
            block.rateMultiplier().map(UpdateText::number).ifPresent(row::add);
            block.decayMultiplier().map(UpdateText::number).ifPresent(row::add);
            row.add(number(block.largestChange()));
            table.row(row);
        }
        return table;
    }

    private static List<String> lines(MovedParameter move) {
        StringBuilder made = new StringBuilder("  gradient " + number(move.gradient()));
        move.moments()
                .forEach(each -> made.append("   %s %s".formatted(each.moment().title(), number(each.value()))));
        move.direction().ifPresent(direction -> made.append("   direction " + number(direction)));
        return List.of(
                "%s [%s, %s]   %s → %s"
                        .formatted(
                                move.at().block().text(),
                                move.at().row(),
                                move.at().column(),
                                number(move.value().before()),
                                number(move.value().after())),
                made.toString(),
                "  change %s%s%s"
                        .formatted(
                                number(move.change().total()),
                                move.change()
                                        .decay()
                                        .map(decay -> "   of it decay " + number(decay))
                                        .orElse(""),
                                move.value()
                                        .average()
                                        .map(mean -> "   average " + number(mean))
                                        .orElse("")));
    }

    private static String shape(List<Integer> shape) {
        return "%s × %s".formatted(shape.getFirst(), shape.getLast());
    }

    private static String count(long value) {
        return Numerals.count(value);
    }

    private static String number(double value) {
        return Numerals.significant(value, DIGITS);
    }
}
