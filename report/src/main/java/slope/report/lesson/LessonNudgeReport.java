package slope.report.lesson;

import java.util.List;
import slope.layer.ParameterLayout;
import slope.loss.Loss;
import slope.reference.LossFormulas;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.reference.Trace;
import slope.report.json.Report;
import slope.report.lesson.LessonReport.LessonFacts;

/// One weight of a lesson nudged by hand, and the network run forward with it. What that does to the loss needs no
/// derivative, and stands beside the one that the backward pass has for this weight.
///
/// @param settings of the lesson; its iterations are those up to this one
/// @param iteration whose weights are nudged, from 1
/// @param weight that is nudged
/// @param loss half the sum of squared errors
/// @param outputs of the last layer for each row
public record LessonNudgeReport(
        LessonFacts settings, int iteration, NudgedWeight weight, NudgedLoss loss, NudgedOutputs outputs)
        implements Report {

    /// A place among a lesson's weights.
    ///
    /// @param matrix as the notebook calls it: `Wo` or, in lesson 2, `Wh`
    /// @param input that the weight leads from, from 1
    /// @param unit that it leads to, from 1
    public record WeightPlace(String matrix, int input, int unit) {}

    /// A nudged weight.
    public record NudgedWeight(String matrix, int input, int unit, double before, double after) {}

    /// What the nudge does to the loss.
    ///
    /// @param rise of the loss, divided by the nudge
    /// @param gradient the derivative of the loss with respect to the weight, by the backward pass
    public record NudgedLoss(double before, double after, double rise, double gradient) {}

    /// The outputs for each row.
    public record NudgedOutputs(List<List<Double>> before, List<List<Double>> after) {}

    /// Nudges a weight.
    ///
    /// @param number of the iteration, from 1
    /// @param by what is added to it
    /// @throws IllegalArgumentException if there is no such weight, or the nudge is 0 or no finite number
    public static LessonNudgeReport of(Lesson lesson, int number, WeightPlace place, double by) {
        if (by == 0 || !Double.isFinite(by)) {
            throw new IllegalArgumentException("a weight is nudged by a number that is not 0, not by " + by);
        }
        Lesson upTo = lesson.stoppedAfter(number);
        Trace trace = LessonRun.of(upTo, done -> false, 1).last();
        ReferenceNetwork before = trace.before();
        int layer = layer(upTo, place);
        Matrix weights = before.layers().get(layer).weights();
        requireIn(weights, place);
        ReferenceNetwork nudged = nudged(before, layer, place, by);
        Loss loss = trace.loss();
        Matrix outputs = nudged.predict(trace.inputs());
        double lossAfter = LossFormulas.value(loss, outputs, trace.targets());
        double update = NotebookStep.of(trace).named(place.matrix + "_update").at(place.input - 1, place.unit - 1);
        double weight = weights.at(place.input - 1, place.unit - 1);
        return new LessonNudgeReport(
                LessonFacts.of(upTo.settings()),
                number,
                new NudgedWeight(place.matrix, place.input, place.unit, weight, weight + by),
                new NudgedLoss(trace.lossValue(), lossAfter, (lossAfter - trace.lossValue()) / by, -update),
                new NudgedOutputs(LessonReport.rows(trace.outputs()), LessonReport.rows(outputs)));
    }

    private static int layer(Lesson lesson, WeightPlace place) {
        List<String> names = lesson.layers().stream().map(LayerNames::weights).toList();
        int layer = names.indexOf(place.matrix);
        if (layer < 0) {
            throw new IllegalArgumentException("lesson %s has no weights %s; it has %s"
                    .formatted(lesson.settings().lesson(), place.matrix, String.join(" and ", names)));
        }
        return layer;
    }

    private static void requireIn(Matrix weights, WeightPlace place) {
        if (place.input < 1 || place.input > weights.rows() || place.unit < 1 || place.unit > weights.columns()) {
            throw new IllegalArgumentException("%s has weights from inputs 1 to %s to units 1 to %s"
                    .formatted(place.matrix, weights.rows(), weights.columns()));
        }
    }

    /// Layers of lessons have weights alone, one block each.
    private static ReferenceNetwork nudged(ReferenceNetwork network, int layer, WeightPlace place, double by) {
        ParameterLayout.Block block =
                network.architecture().parameterLayout().blocks().get(layer);
        double[] parameters = network.parameters();
        parameters[block.offset() + (place.input - 1) * block.columns() + place.unit - 1] += by;
        return ReferenceNetwork.of(network.architecture(), parameters);
    }

    @Override
    public String report() {
        return "lesson-nudge";
    }

    @Override
    public int version() {
        return 1;
    }
}
