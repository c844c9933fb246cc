package slope.report.lesson;

import java.util.ArrayList;
import java.util.List;

/// What the notebook calls the parts of a layer.
///
/// @param inputs the matrix that enters: X or l1
/// @param weights Wh or Wo
/// @param number of the layer, from 1
/// @param slope of the outputs: slope in lesson 1, which has but one, l1_slope or l2_slope in
/// lesson 2
/// @param sources the numbers that enter, one by one: x1, x2, x3 or h1, h2, …
/// @param units the layer's units: h1, h2, … or simply o
record LayerNames(String inputs, String weights, int number, String slope, List<String> sources, List<String> units) {

    LayerNames {
        sources = List.copyOf(sources);
        units = List.copyOf(units);
    }

    /// The layers of a lesson, first to last.
    static List<LayerNames> of(LessonSettings settings) {
        List<String> inputs = numbered("x", 3);
        List<String> output = List.of("o");
        if (settings.lesson() == 1) {
            return List.of(new LayerNames("X", "Wo", 1, "slope", inputs, output));
        }
        List<String> hidden = numbered("h", settings.hidden());
        return List.of(
                new LayerNames("X", "Wh", 1, "l1_slope", inputs, hidden),
                new LayerNames("l1", "Wo", 2, "l2_slope", hidden, output));
    }

    /// As in `z1`.
    String sums() {
        return "z" + number;
    }

    /// As in `l1`.
    String outputs() {
        return "l" + number;
    }

    String error() {
        return outputs() + "_error";
    }

    String delta() {
        return outputs() + "_delta";
    }

    String update() {
        return weights + "_update";
    }

    /// The transpose of what enters, as it is written in a formula.
    String inputsTransposed() {
        return inputs + "ᵀ";
    }

    private static List<String> numbered(String prefix, int count) {
        List<String> names = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            names.add(prefix + number);
        }
        return names;
    }
}
