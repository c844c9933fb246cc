package slope.report.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import slope.layer.Architecture;
import slope.layer.ParameterLayout.Block;
import slope.optimizer.ParameterGroups;
import slope.reference.LayerForward;
import slope.reference.Matrix;
import slope.reference.TracedLine;
import slope.reference.TracedStep;
import slope.report.model.LayerFacts;
import slope.run.TracedUpdate;

/// An update of a training, for programs: one object whose shape stays.
public final class UpdateJson {
    private UpdateJson() {}

    /// The object.
    ///
    /// @param full whether it has every parameter, and all numbers of the forward pass
    public static Map<String, @Nullable Object> of(TracedUpdate update, boolean full) {
        TracedStep step = update.traced();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("report", "update");
        object.put("version", 1);
        object.put("network", update.network());
        object.put("networks", update.networks());
        object.put("epoch", update.trained().epoch());
        object.put("step", update.trained().number());
        object.put("stepInAll", update.trained().numberInAll());
        object.put("rows", update.rows());
        object.put("members", step.before().architecture().members());
        object.put("loss", step.loss());
        object.put("lossName", step.settings().loss().title());
        object.put("layers", layers(step, full));
        object.put("blocks", blocks(step));
        object.put("gradientNorm", step.gradientNorm());
        object.put("clipping", step.clipping());
        object.put("learningRate", step.rate());
        object.put("progress", update.trained().progress());
        object.put("rateMultiplier", update.trained().rateMultiplier());
        object.put("decayShare", step.decayShare());
        object.put("dropoutShare", step.dropoutShare());
        object.put("optimizer", step.settings().optimizer().title());
        object.put("stepsOfMemory", step.stepsOfMemory());
        step.line().ifPresent(line -> object.put("lineSearch", line(line)));
        object.put("averagedSteps", update.trained().averagedSteps());
        object.put("largestDistance", update.largestDistance());
        List<ParameterMove> moves = full ? ParameterMove.all(step) : ParameterMove.largest(step, UpdateReport.MOST);
        object.put("parameters", moves.stream().map(ParameterMove::json).toList());
        return object;
    }

    private static Map<String, Object> line(TracedLine line) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("pairs", line.pairs());
        object.put("directionNorm", line.norm());
        object.put("stepLength", line.length());
        object.put("evaluations", line.evaluations());
        object.put("objectiveBefore", line.before().objective());
        object.put("slopeBefore", line.before().slope());
        object.put("objectiveAfter", line.after().objective());
        object.put("slopeAfter", line.after().slope());
        object.put("lowEnough", line.isLow());
        object.put("flatEnough", line.isFlat());
        return object;
    }

    private static List<Map<String, Object>> blocks(TracedStep step) {
        ParameterGroups groups = step.settings().trainingOptions().parameterGroups();
        List<Map<String, Object>> blocks = new ArrayList<>();
        for (Block block : step.before().architecture().parameterLayout().blocks()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("block", block.name());
            object.put("rows", block.rows());
            object.put("columns", block.columns());
            object.put("rate", groups.multipliers(block.role()).rate());
            object.put("decay", groups.multipliers(block.role()).decay());
            blocks.add(object);
        }
        return blocks;
    }

    private static List<Map<String, Object>> layers(TracedStep step, boolean full) {
        Architecture architecture = step.before().architecture();
        List<Map<String, Object>> layers = new ArrayList<>();
        for (int index = 0; index < architecture.layers().size(); index++) {
            LayerForward forward = step.forward().layers().get(index);
            LayerFacts shape = LayerFacts.of(architecture, index);
            Map<String, Object> layer = new LinkedHashMap<>();
            layer.put("layer", shape.layer());
            layer.put("units", shape.units());
            shape.activation().ifPresent(activation -> layer.put("activation", activation));
            layer.put("rows", forward.inputs().rows());
            if (full) {
                layer.putAll(numbers(forward));
            }
            layers.add(layer);
        }
        return layers;
    }

    /// Those of a residual block hold those of the layers in it.
    private static Map<String, Object> numbers(LayerForward forward) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("inputs", forward.inputs().toRows());
        forward.mask().map(Matrix::toRows).ifPresent(mask -> numbers.put("mask", mask));
        if (!forward.inside().isEmpty()) {
            numbers.put("inside", forward.inside().stream().map(UpdateJson::numbers).toList());
        }
        numbers.put("outputs", forward.outputs().toRows());
        return numbers;
    }
}
