package slope.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A chart of lines or dots between two axes, as SVG within a page. Its colours are the page's, so
/// it is readable on dark screens and on paper.
public final class Chart {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    /// For the title of the axis that goes up.
    private static final int TITLE = 26;
    /// Of a figure among the numbers at an axis, at most.
    private static final int FIGURE = 8;
    private static final int TOP = 12;
    private static final int BOTTOM = 44;
    /// The page has so many colours for lines.
    private static final int COLOURS = 6;

    private final Axis across;
    private final Axis up;
    private final int left;
    private final int right;
    private final List<String> names = new ArrayList<>();
    private final StringBuilder marks = new StringBuilder();

    public Chart(Axis across, Axis up) {
        this.across = across;
        this.up = up;
        this.left = TITLE + FIGURE + FIGURE * longest(up);
        this.right = Math.max(2 * FIGURE, FIGURE * longest(across) / 2);
    }

    private static int longest(Axis axis) {
        return axis.ticks().stream()
                .mapToInt(tick -> axis.label(tick).length())
                .max()
                .orElse(0);
    }

    /// A place in the drawing.
    public record Point(double across, double up) {
        /// Other points have no place.
        boolean isFinite() {
            return Double.isFinite(across) && Double.isFinite(up);
        }
    }

    /// A line through the points, in the next colour, with a name in the legend.
    public Chart line(String name, List<Point> points) {
        marks.append("<path class=\"line c%s\" d=\"%s\"/>%n".formatted(names.size() % COLOURS, path(points)));
        names.add(name);
        return this;
    }

    private String path(List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : finite(points)) {
            path.append(path.isEmpty() ? "M" : "L").append(at(point));
        }
        return path.toString();
    }

    /// The same with a mark at each point, where there are few.
    public Chart markedLine(String name, List<Point> points) {
        for (Point point : finite(points)) {
            marks.append("<circle class=\"mark c%s\" cx=\"%s\" cy=\"%s\" r=\"3.5\"/>%n"
                    .formatted(names.size() % COLOURS, x(point), y(point)));
        }
        return line(name, points);
    }

    /// A dot at each point.
    public Chart dots(List<Point> points) {
        for (Point point : finite(points)) {
            marks.append("<circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"2\"/>%n".formatted(x(point), y(point)));
        }
        return this;
    }

    private static List<Point> finite(List<Point> points) {
        return points.stream().filter(Point::isFinite).toList();
    }

    /// A bar from the bottom, such as of a histogram.
    public Chart bar(double from, double to, double height) {
        Point low = new Point(from, height);
        Point high = new Point(to, up.from());
        marks.append("<rect class=\"bar\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>%n"
                .formatted(
                        x(low),
                        y(low),
                        number(Double.parseDouble(x(high)) - Double.parseDouble(x(low))),
                        number(Double.parseDouble(y(high)) - Double.parseDouble(y(low)))));
        return this;
    }

    /// A pale line among many, without a name.
    public Chart paleLine(List<Point> points) {
        marks.append("<path class=\"pale\" d=\"%s\"/>%n".formatted(path(points)));
        return this;
    }

    /// A pale bar that tells how frequent numbers are, in the lowest fifth of the chart.
    ///
    /// @param share of the highest bar
    public Chart density(double from, double to, double share) {
        double height = share * (HEIGHT - TOP - BOTTOM) / 5;
        double left = Double.parseDouble(x(new Point(from, up.from())));
        double right = Double.parseDouble(x(new Point(to, up.from())));
        marks.append("<rect class=\"density\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>%n"
                .formatted(number(left), number(HEIGHT - BOTTOM - height), number(right - left), number(height)));
        return this;
    }

    /// A thin line to compare with, such as that of perfect calibration.
    public Chart reference(Point from, Point to) {
        marks.append("<path class=\"reference\" d=\"M%sL%s\"/>%n".formatted(at(from), at(to)));
        return this;
    }

    /// The drawing under its name.
    public String figure(String caption) {
        return "<figure>\n<figcaption>%s</figcaption>\n%s</figure>%n".formatted(Markup.escaped(caption), svg(caption));
    }

    /// @param description for screen readers
    private String svg(String description) {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg class=\"chart\" viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\">%n"
                .formatted(WIDTH, HEIGHT, Markup.escaped(description)));
        List<Double> ticks = across.ticks();
        int room = (WIDTH - left - right) / Math.max(1, ticks.size());
        int each = Math.ceilDiv(FIGURE * (longest(across) + 1), Math.max(1, room));
        for (int index = 0; index < ticks.size(); index++) {
            String x = x(new Point(ticks.get(index), up.from()));
            svg.append("<path class=\"grid\" d=\"M%s %sV%s\"/>%n".formatted(x, TOP, HEIGHT - BOTTOM));
            if (index % each == 0) {
                svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text>%n"
                        .formatted(x, HEIGHT - BOTTOM + 17, across.label(ticks.get(index))));
            }
        }
        for (double tick : up.ticks()) {
            String y = y(new Point(across.from(), tick));
            svg.append("<path class=\"grid\" d=\"M%s %sH%s\"/>%n".formatted(left, y, WIDTH - right));
            svg.append("<text x=\"%s\" y=\"%s\" dy=\"4\" text-anchor=\"end\">%s</text>%n"
                    .formatted(left - 6, y, up.label(tick)));
        }
        svg.append("<text class=\"title\" x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text>%n"
                .formatted((left + WIDTH - right) / 2, HEIGHT - 8, Markup.escaped(across.title())));
        int middle = (TOP + HEIGHT - BOTTOM) / 2;
        svg.append(
                "<text class=\"title\" x=\"14\" y=\"%s\" text-anchor=\"middle\" transform=\"rotate(-90 14 %s)\">%s</text>%n"
                        .formatted(middle, middle, Markup.escaped(up.title())));
        return svg.append(marks).append("</svg>\n").append(legend()).toString();
    }

    private String legend() {
        if (names.size() < 2) {
            return "";
        }
        StringBuilder legend = new StringBuilder("<ul class=\"legend\">\n");
        for (int index = 0; index < names.size(); index++) {
            legend.append(
                    "<li><svg viewBox=\"0 0 36 12\" aria-hidden=\"true\"><path class=\"line c%s\" d=\"M0 6H36\"/></svg> %s</li>%n"
                            .formatted(index % COLOURS, Markup.escaped(names.get(index))));
        }
        return legend.append("</ul>\n").toString();
    }

    private String at(Point point) {
        return x(point) + " " + y(point);
    }

    private String x(Point point) {
        return number(left + across.place(point.across()) * (WIDTH - left - right));
    }

    private String y(Point point) {
        return number(HEIGHT - BOTTOM - up.place(point.up()) * (HEIGHT - TOP - BOTTOM));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
