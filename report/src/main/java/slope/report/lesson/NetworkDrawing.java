package slope.report.lesson;

import java.util.ArrayList;
import java.util.List;
import slope.internal.text.Numerals;
import slope.reference.Matrix;
import slope.reference.ReferenceNetwork;
import slope.report.page.Markup;

/// A network as circles and lines: width and colour of a line are those of its weight.
///
/// @param caption which network it is
/// @param layers what its parts are called
record NetworkDrawing(String caption, List<LayerNames> layers, ReferenceNetwork network) {
    private static final int WIDTH = 320;
    private static final int MARGIN = 40;
    private static final int BETWEEN = 56;
    private static final int RADIUS = 18;
    private static final double WIDEST = 9;

    static List<NetworkDrawing> beforeAndAfter(LessonRun run) {
        List<LayerNames> layers = run.lesson().layers();
        return List.of(
                new NetworkDrawing(
                        "Before the first iteration.", layers, run.lesson().start()),
                new NetworkDrawing(
                        "After the last iteration.", layers, run.last().after()));
    }

    String figure() {
        StringBuilder lines = new StringBuilder();
        StringBuilder circles = new StringBuilder();
        List<String> words = new ArrayList<>();
        Line widest = widest();
        for (Line line : lines()) {
            lines.append(path(line, Math.abs(widest.weight())));
            words.add(line.words());
        }
        for (int column = 0; column <= layers.size(); column++) {
            List<String> units = units(column);
            for (int unit = 0; unit < units.size(); unit++) {
                circles.append(circle(units.get(unit), x(column), y(unit, units.size())));
            }
        }
        String told =
                caption + " Blue lines are positive weights, dashed orange ones negative; the wider, the larger. The"
                        + " widest is " + widest.words() + ".";
        return Markup.figure(
                told,
                "Weights: " + String.join(", ", words),
                WIDTH,
                height(),
                lines.append(circles).toString());
    }

    /// A weight and where it leads.
    private record Line(int layer, int source, int unit, String from, String to, double weight) {
        String words() {
            return from + " to " + to + " with " + Numerals.fixed(weight, 2);
        }
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            Matrix weights = network.layers().get(layer).weights();
            for (int source = 0; source < weights.rows(); source++) {
                for (int unit = 0; unit < weights.columns(); unit++) {
                    String from = units(layer).get(source);
                    lines.add(
                            new Line(layer, source, unit, from, units(layer + 1).get(unit), weights.at(source, unit)));
                }
            }
        }
        return lines;
    }

    private Line widest() {
        Line widest = lines().getFirst();
        for (Line line : lines()) {
            widest = Math.abs(line.weight()) > Math.abs(widest.weight()) ? line : widest;
        }
        return widest;
    }

    private String path(Line line, double largest) {
        double share = largest > 0 ? Math.abs(line.weight()) / largest : 0;
        return "<path class=\"%s\" stroke-width=\"%s\" d=\"M%s %sL%s %s\"/>\n"
                .formatted(
                        line.weight() < 0 ? "negative" : "positive",
                        Markup.place(0.5 + share * (WIDEST - 0.5)),
                        Markup.place(x(line.layer())),
                        Markup.place(y(line.source(), units(line.layer()).size())),
                        Markup.place(x(line.layer() + 1)),
                        Markup.place(y(line.unit(), units(line.layer() + 1).size())));
    }

    private static String circle(String name, double x, double y) {
        return "<circle class=\"unit\" cx=\"%s\" cy=\"%s\" r=\"%s\"/><text class=\"name\" x=\"%s\" y=\"%s\" dy=\"4\" text-anchor=\"middle\">%s</text>\n"
                .formatted(
                        Markup.place(x),
                        Markup.place(y),
                        RADIUS,
                        Markup.place(x),
                        Markup.place(y),
                        Markup.escaped(name));
    }

    private List<String> units(int column) {
        return column == 0
                ? layers.getFirst().sources()
                : layers.get(column - 1).units();
    }

    private double x(int column) {
        return MARGIN + column * (WIDTH - 2.0 * MARGIN) / layers.size();
    }

    private double y(int unit, int units) {
        return height() / 2.0 + (unit - (units - 1) / 2.0) * BETWEEN;
    }

    private int height() {
        return Math.max(3, layers.getFirst().units().size()) * BETWEEN;
    }
}
