package slope.report.trace;

import static slope.report.trace.ParameterMove.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import slope.layer.Architecture;
import slope.layer.ParameterLayout.Block;
import slope.optimizer.LineSearch;
import slope.optimizer.ParameterGroups.Multipliers;
import slope.optimizer.ParameterGroups.Weights;
import slope.reference.LayerForward;
import slope.reference.TracedLine;
import slope.reference.TracedStep;
import slope.report.text.Numbers;
import slope.report.text.Prose;
import slope.report.text.TextTable;
import slope.run.TracedUpdate;
import slope.training.TrainingOptions;

/// An update of a training, written out for people.
public final class UpdateReport {
    /// How many parameters are shown, unless all are asked for.
    static final int MOST = 10;

    private final TracedUpdate update;
    private final TracedStep step;
    private final Architecture architecture;
    private final TrainingOptions options;
    private final Prose prose;

    private UpdateReport(TracedUpdate update, int width) {
        this.update = update;
        this.step = update.traced();
        this.architecture = step.before().architecture();
        this.options = step.settings().trainingOptions();
        this.prose = new Prose(width);
    }

    /// The report.
    ///
    /// @param full whether every parameter is shown
    /// @param width that a line may have
    public static String of(TracedUpdate update, boolean full, int width) {
        UpdateReport report = new UpdateReport(update, width);
        report.place();
        report.rows();
        report.layers();
        report.gradient();
        report.step.line().ifPresentOrElse(report::line, report::rate);
        report.blocks();
        report.moves(full);
        return report.prose.toString();
    }

    private void place() {
        prose.title("Step %s of epoch %s"
                .formatted(update.trained().number(), update.trained().epoch()));
        prose.say(
                ("Network %s of %s, trained again with the same bits as far as this step, number %s of at most %s. All"
                    + " numbers are computed in double precision; after the step the float engine's parameters differ"
                    + " from them by at most %s.")
                        .formatted(
                                update.network(),
                                update.networks(),
                                Numbers.count(update.trained().numberInAll()),
                                Numbers.count((long) update.trained().course().stepsOfEpoch()
                                        * step.settings().stopping().epochs()),
                                Numbers.scientific(update.largestDistance())));
    }

    private void rows() {
        prose.heading("Rows");
        int members = architecture.members();
        int each = update.rows().size() / members;
        List<String> lines = new ArrayList<>();
        if (step.line().isPresent()) {
            lines.add("all %s training rows".formatted(Numbers.count(each)));
        }
        for (int member = 0; member < members && lines.isEmpty(); member++) {
            lines.add("%s%s: %s"
                    .formatted(
                            Numbers.count(each),
                            members == 1 ? " rows" : " rows of member %s".formatted(member + 1),
                            update.rows().subList(member * each, (member + 1) * each).stream()
                                    .map(Object::toString)
                                    .collect(Collectors.joining(" "))));
        }
        if (!step.weights().isEmpty()) {
            lines.add("weights: "
                    + step.weights().stream().map(ParameterMove::number).collect(Collectors.joining(" ")));
        }
        prose.lines(lines);
    }

    private void layers() {
        prose.heading("Forward pass");
        TextTable table = new TextTable().row("layer", "", "inputs", "outputs", "dropped");
        for (int index = 0; index < architecture.layers().size(); index++) {
            LayerForward layer = step.forward().layers().get(index);
            table.row(
                    Integer.toString(index + 1),
                    architecture.layers().get(index).title(),
                    shape(layer.inputs().rows(), layer.inputs().columns()),
                    shape(layer.outputs().rows(), layer.outputs().columns()),
                    dropped(layer));
        }
        prose.table(table);
        prose.lines(
                "loss " + number(step.loss()),
                "%s: %s"
                        .formatted(
                                step.settings().loss().title(),
                                step.settings().loss().formula()));
    }

    private static String shape(int rows, int columns) {
        return "%s × %s".formatted(rows, columns);
    }

    private static String dropped(LayerForward layer) {
        return Stream.concat(Stream.of(layer), layer.inside().stream())
                .flatMap(each -> each.mask().stream())
                .map(mask -> "%s of %s"
                        .formatted(
                                Arrays.stream(mask.toArray())
                                        .filter(multiplier -> multiplier == 0)
                                        .count(),
                                (long) mask.rows() * mask.columns()))
                .collect(Collectors.joining(", "));
    }

    private void gradient() {
        prose.heading("Gradient");
        double longest = options.maximumGradientNorm();
        prose.lines(
                "norm of all parameters together " + number(step.gradientNorm()),
                Double.isInfinite(longest)
                        ? "not clipped"
                        : "clipped at %s: multiplied by %s".formatted(number(longest), number(step.clipping())));
    }

    private void rate() {
        prose.heading("Rate");
        List<String> lines = new ArrayList<>();
        lines.add("learning rate %s at %s of the training%s"
                .formatted(
                        number(step.rate()),
                        number(update.trained().progress()),
                        update.trained().rateMultiplier() == 1
                                ? ""
                                : ", times %s after divergence"
                                        .formatted(number(update.trained().rateMultiplier()))));
        lines.add("optimizer %s, with the memory of %s"
                .formatted(
                        step.settings().optimizer().title(),
                        step.stepsOfMemory() == 1
                                ? "this step"
                                : Numbers.count(step.stepsOfMemory()) + " steps, this one included"));
        lines.add("share of the weight decay %s, of dropout %s"
                .formatted(number(step.decayShare()), number(step.dropoutShare())));
        int averaged = update.trained().averagedSteps();
        if (averaged > 0) {
            lines.add("average of the parameters over %s: this one counts 1/%s"
                    .formatted(
                            averaged == 1 ? "1 step" : Numbers.count(averaged) + " steps",
                            Math.min(averaged, update.trained().numberInAll())));
        }
        prose.lines(lines);
    }

    /// A step of a line search: φ(α) is the objective at x + α·d.
    private void line(TracedLine line) {
        prose.heading("Line search");
        prose.say(
                "The optimizer %s lowers the objective φ: the loss, and a share of the weights' squares for weight decay. It moves"
                                .formatted(step.settings().optimizer().title())
                        + " the parameters by α·d, along a direction d that it makes of the gradient and of earlier"
                        + " steps.");
        prose.lines(
                "direction of norm %s, from %s"
                        .formatted(
                                number(line.norm()),
                                line.pairs() == 0
                                        ? "the gradient alone: steepest descent"
                                        : "the gradient and the last %s".formatted(steps(line.pairs()))),
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
                                number(line.enough()),
                                line.isLow() ? "yes" : "no"),
                "flat enough: |φ′(α)| %s ≤ %s·|φ′(0)| = %s: %s"
                        .formatted(
                                number(Math.abs(line.after().slope())),
                                number(LineSearch.CURVATURE),
                                number(line.flat()),
                                line.isFlat() ? "yes" : "no"));
    }

    private static String steps(int count) {
        return count == 1 ? "step" : count + " steps";
    }

    private void blocks() {
        prose.heading("Multipliers of the rate and the decay");
        TextTable table = new TextTable().row("parameters", "shape", "rate", "decay", "largest move");
        for (Block block : architecture.parameterLayout().blocks()) {
            Multipliers multipliers = options.parameterGroups().multipliers(block.role());
            int index = architecture.parameterLayout().of(block.layer()).indexOf(block);
            double largest = Arrays.stream(step.updates()
                            .get(block.layer())
                            .blocks()
                            .get(index)
                            .step()
                            .toArray())
                    .map(Math::abs)
                    .max()
                    .orElse(0);
            table.row(
                    block.name(),
                    shape(block.rows(), block.columns()),
                    number(multipliers.rate()),
                    number(multipliers.decay()),
                    Numbers.scientific(largest));
        }
        prose.table(table);
        if (options.parameterGroups().weights() == Weights.NEURAL_TANGENT) {
            prose.say("The optimizer sees weights √inputs times larger, and their gradients as many times smaller"
                    + " (neural tangent parametrisation): moments are of those.");
        }
    }

    private void moves(boolean full) {
        List<ParameterMove> moves = full ? ParameterMove.all(step) : ParameterMove.largest(step, MOST);
        prose.heading(full ? "All parameters" : "The largest moves");
        prose.lines(moves.stream().flatMap(move -> move.lines().stream()).toList());
    }
}
