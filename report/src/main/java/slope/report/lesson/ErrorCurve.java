package slope.report.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import slope.internal.text.Numerals;
import slope.report.page.Markup;

/// How the mean absolute error fell from iteration to iteration, on two logarithmic axes.
///
/// @param errors by how many iterations were done before
record ErrorCurve(NavigableMap<Integer, Double> errors) {
    /// In characters; with its labels it fits a terminal of 80 × 24.
    private static final int COLUMNS = 60;

    /// Measured ones; between them the curve is straight.
    private static final int POINTS = 30;

    private static final String BLOCKS = " ▁▂▃▄▅▆▇█";

    private static final int WIDTH = 420;
    private static final int HEIGHT = 260;
    private static final int LEFT = 56;
    private static final int RIGHT = 28;
    private static final int TOP = 12;
    private static final int BOTTOM = 48;

    static ErrorCurve of(LessonRun run) {
        NavigableMap<Integer, Double> errors = new TreeMap<>(run.errors());
        errors.put(run.lesson().settings().iterations(), run.finalError());
        return new ErrorCurve(errors);
    }

    /// After how many iterations the error is wanted, in order: evenly on a logarithmic axis.
    static int[] measured(int iterations) {
        int[] done = new int[POINTS];
        for (int point = 0; point < POINTS; point++) {
            done[point] = (int) Math.rint(StrictMath.pow(iterations + 1.0, point / (double) POINTS)) - 1;
        }
        return done;
    }

    private LogAxis across() {
        return LogAxis.of(1, errors.lastEntry().getKey() + 1.0);
    }

    private LogAxis up() {
        double least = 1;
        double most = 0;
        for (double error : errors.values()) {
            least = error > 0 ? Math.min(least, error) : least;
            most = Math.max(most, error);
        }
        return LogAxis.decades(least, Math.max(most, least));
    }

    /// The curve as the top of an area of block characters.
    List<String> lines() {
        LogAxis up = up();
        List<Double> ticks = up.ticks();
        int each = Math.max(2, 12 / (ticks.size() - 1)); // lines for each power of ten
        int height = each * (ticks.size() - 1);
        int margin = ticks.stream()
                .mapToInt(tick -> LogAxis.text(tick).length())
                .max()
                .orElse(0);
        int[] levels = levels(up, height);
        List<String> lines = new ArrayList<>(List.of("mean |error|"));
        for (int line = 0; line < height; line++) {
            String tick = line % each == 0 ? LogAxis.text(ticks.get(ticks.size() - 1 - line / each)) : "";
            StringBuilder text = new StringBuilder(tick)
                    .append(" ".repeat(margin - tick.length()))
                    .append(" │");
            for (int level : levels) {
                text.append(BLOCKS.charAt(Math.clamp(level - 8L * (height - 1 - line), 0, 8)));
            }
            lines.add(text.toString());
        }
        String least = LogAxis.text(ticks.getFirst());
        lines.add(least + " ".repeat(margin - least.length()) + " └" + "─".repeat(COLUMNS));
        lines.add(" ".repeat(margin + 2) + across().line(COLUMNS));
        lines.add(" ".repeat(margin + 2) + "iteration");
        return lines;
    }

    /// For each column, how high the area reaches, in eighths of a line; even an error of 0 can be seen.
    private int[] levels(LogAxis up, int height) {
        int[] levels = new int[COLUMNS];
        double last = errors.lastEntry().getKey() + 1.0;
        LogAxis across = across();
        for (int column = 0; column < COLUMNS; column++) {
            double place = column / (COLUMNS - 1.0);
            int done = Math.min((int) StrictMath.pow(last, place) - 1, errors.lastKey());
            Map.Entry<Integer, Double> left = errors.floorEntry(done);
            Map.Entry<Integer, Double> right = errors.ceilingEntry(Math.min(left.getKey() + 1, errors.lastKey()));
            double from = across.place(left.getKey() + 1.0);
            double to = across.place(right.getKey() + 1.0);
            double share = to > from ? Math.clamp((place - from) / (to - from), 0, 1) : 0;
            double high = up.place(left.getValue()) * (1 - share) + up.place(right.getValue()) * share;
            levels[column] = Math.max(1, (int) Math.rint(8 * height * high));
        }
        return levels;
    }

    /// The curve as a drawing.
    String figure() {
        LogAxis up = up();
        LogAxis across = across();
        StringBuilder svg = new StringBuilder();
        for (double tick : across.ticks()) {
            String x = x(across, tick);
            svg.append("<path class=\"grid\" d=\"M%s %sV%s\"/>\n".formatted(x, TOP, HEIGHT - BOTTOM));
            svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text>\n"
                    .formatted(x, HEIGHT - BOTTOM + 18, LogAxis.text(tick)));
        }
        for (double tick : up.ticks()) {
            String y = y(up, tick);
            svg.append("<path class=\"grid\" d=\"M%s %sH%s\"/>\n".formatted(LEFT, y, WIDTH - RIGHT));
            svg.append("<text x=\"%s\" y=\"%s\" dy=\"4\" text-anchor=\"end\">%s</text>\n"
                    .formatted(LEFT - 8, y, LogAxis.text(tick)));
        }
        svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">iteration</text>\n"
                .formatted((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8));
        StringBuilder path = new StringBuilder();
        for (Map.Entry<Integer, Double> error : errors.entrySet()) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(x(across, error.getKey() + 1.0))
                    .append(' ')
                    .append(y(up, error.getValue()));
        }
        svg.append("<path class=\"line\" d=\"%s\"/>\n".formatted(path));
        return Markup.figure(
                "Mean |error| at each iteration, both axes logarithmic.", words(), WIDTH, HEIGHT, svg.toString());
    }

    /// Its beginning and its end.
    private String words() {
        return "The mean absolute error falls or stays: "
                + Numerals.fixed(errors.firstEntry().getValue(), 4)
                + " in the first iteration, "
                + Numerals.fixed(errors.lastEntry().getValue(), 4) + " after "
                + Numerals.count(errors.lastEntry().getKey());
    }

    private static String x(LogAxis axis, double value) {
        return Markup.place(LEFT + axis.place(value) * (WIDTH - LEFT - RIGHT));
    }

    private static String y(LogAxis axis, double value) {
        return Markup.place(HEIGHT - BOTTOM - axis.place(value) * (HEIGHT - TOP - BOTTOM));
    }
}
