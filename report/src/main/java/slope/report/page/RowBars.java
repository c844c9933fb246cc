package slope.report.page;

import java.util.List;

/// A drawing with a bar for each of some names, one under the other.
public final class RowBars {
    private static final int WIDTH = 400;
    private static final int ROW = 24;
    private static final int THICK = 14;
    private static final int NAMES = 158;
    private static final int RIGHT = 16;
    private static final int LONGEST_NAME = 18;
    private static final String EQUALS = " = ";
    /// Of a value with its sign, so that something of the column is left.
    private static final int LONGEST_VALUE = 12;

    /// The width of a digit.
    private static final double LETTER = 8;

    private static final int TOP = 6;
    private static final int BOTTOM = 40;

    private final Axis across;
    private final StringBuilder marks = new StringBuilder();
    private int rows;

    /// @param across what bars stand for
    public RowBars(Axis across) {
        this.across = across;
    }

    /// The next row, with a bar between two numbers.
    ///
    /// @param kind its class in the style sheet, such as `bar`, `raises` or `lowers`
    public RowBars bar(String name, double from, double to, String kind) {
        double left = x(Math.min(from, to));
        name(name);
        marks.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>%n"
                .formatted(
                        kind,
                        Markup.place(left),
                        TOP + rows * ROW + (ROW - THICK) / 2,
                        Markup.place(Math.max(1, x(Math.max(from, to)) - left)),
                        THICK));
        rows++;
        return this;
    }

    /// A thin line over the last row's bar, from the lower to the upper end of an interval.
    public RowBars interval(double lower, double upper) {
        int middle = TOP + (rows - 1) * ROW + ROW / 2;
        marks.append("<path class=\"whisker\" d=\"M%s %sH%s\"/>%n"
                .formatted(Markup.place(x(lower)), middle, Markup.place(x(upper))));
        return this;
    }

    /// The next row, with a dot for each number, beside each other where they are close.
    ///
    /// @param kinds the class of each dot in the style sheet
    public RowBars dots(String name, List<Double> numbers, List<String> kinds) {
        name(name);
        int[] crowd = new int[WIDTH];
        for (int index = 0; index < numbers.size(); index++) {
            double x = x(numbers.get(index));
            int before = crowd[(int) x / 3]++;
            int aside = Math.min((before + 1) / 2, 5) * (before % 2 == 0 ? 1 : -1) * 2;
            marks.append("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"2.2\"/>%n"
                    .formatted(kinds.get(index), Markup.place(x), TOP + rows * ROW + ROW / 2 + aside));
        }
        rows++;
        return this;
    }

    private void name(String name) {
        marks.append("<text x=\"%s\" y=\"%s\" dy=\"4\" text-anchor=\"end\">%s</text>%n"
                .formatted(NAMES - 8, TOP + rows * ROW + ROW / 2, Markup.escaped(shortened(name))));
    }

    /// A name that has room: of a column with its value, `flipper_l… = 195`, the value stays.
    private static String shortened(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int value = name.lastIndexOf(EQUALS);
        String end = value >= 0 && name.length() - value <= LONGEST_VALUE ? name.substring(value) : "";
        return name.substring(0, LONGEST_NAME - 1 - end.length()) + "…" + end;
    }

    private double x(double number) {
        return NAMES + across.place(number) * (WIDTH - NAMES - RIGHT);
    }

    /// Every how many ticks a label has room.
    private int every(List<Double> ticks) {
        int longest =
                ticks.stream().mapToInt(tick -> Axis.text(tick).length()).max().orElse(0);
        double room = LETTER * (longest + 0.5);
        double step = ticks.size() < 2 ? WIDTH : x(ticks.get(1)) - x(ticks.get(0));
        return (int) Math.max(1, Math.ceil(room / step));
    }

    /// The drawing under its name.
    public String figure(String caption) {
        int height = TOP + rows * ROW + BOTTOM;
        StringBuilder svg = new StringBuilder();
        List<Double> ticks = across.ticks();
        int each = every(ticks);
        for (int index = 0; index < ticks.size(); index++) {
            String x = Markup.place(x(ticks.get(index)));
            String label = Axis.text(ticks.get(index));
            svg.append("<path class=\"grid\" d=\"M%s %sV%s\"/>%n".formatted(x, TOP, TOP + rows * ROW));
            if (index % each == 0) {
                svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text>%n"
                        .formatted(
                                Markup.place(Math.min(x(ticks.get(index)), WIDTH - LETTER * label.length() / 2)),
                                TOP + rows * ROW + 16,
                                label));
            }
        }
        if (across.from() < 0 && across.to() > 0) {
            svg.append("<path class=\"zero\" d=\"M%s %sV%s\"/>%n".formatted(Markup.place(x(0)), TOP, TOP + rows * ROW));
        }
        svg.append("<text class=\"title\" x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text>%n"
                .formatted((NAMES + WIDTH - RIGHT) / 2, height - 6, Markup.escaped(across.title())));
        return "<figure>%n<figcaption>%s</figcaption>%n<svg class=\"chart\" viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\">%n%s%s</svg>%n</figure>%n"
                .formatted(Markup.escaped(caption), WIDTH, height, Markup.escaped(caption), svg, marks);
    }
}
