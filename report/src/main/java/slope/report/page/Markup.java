package slope.report.page;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import slope.internal.text.Sentence;

/// The parts of a page, as HTML. Text is escaped here and nowhere else.
public final class Markup {
    private Markup() {}

    /// Text with special characters escaped.
    public static String escaped(String text) {
        return Sentence.visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /// A paragraph.
    public static String paragraph(String text) {
        return "<p>%s</p>\n".formatted(escaped(text));
    }

    /// A heading that a link can lead to.
    ///
    /// @param level 2 or 3
    public static String heading(int level, String text) {
        return "<h%s id=\"%s\">%s</h%s>\n".formatted(level, anchor(text), escaped(text), level);
    }

    /// Links to headings of the page.
    public static String contents(List<String> headings) {
        StringBuilder links = new StringBuilder("<nav aria-label=\"Contents\">\n<ul>\n");
        for (String heading : headings) {
            links.append("<li><a href=\"#%s\">%s</a></li>\n".formatted(anchor(heading), escaped(heading)));
        }
        return links.append("</ul>\n</nav>\n").toString();
    }

    /// Formulas or commands, a line each.
    public static String lines(List<String> lines) {
        return "<pre tabindex=\"0\">%s</pre>\n"
                .formatted(lines.stream().map(Markup::escaped).collect(Collectors.joining("\n")));
    }

    /// A table; the first row names the columns, the first cell of each other row names it.
    ///
    /// @param name what it is, for screen readers
    public static String table(String name, List<List<String>> rows) {
        return table(name, rows, cell -> isOfWords(rows, cell));
    }

    /// A table whose cells are words even where they have digits, such as settings; else as [#table].
    public static String tableOfWords(String name, List<List<String>> rows) {
        return table(name, rows, cell -> true);
    }

    /// A table whose columns have no names.
    ///
    /// @param name what it is, for screen readers
    public static String unheadedTable(String name, List<List<String>> rows) {
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            table.append("<tr>");
            for (int cell = 0; cell < row.size(); cell++) {
                table.append(cell(row.get(cell), cell == 0 ? "row" : ""));
            }
            table.append("</tr>\n");
        }
        return scrolling(name, "<table>\n" + table + "</table>\n");
    }

    private static String table(String name, List<List<String>> rows, IntPredicate isOfWords) {
        StringBuilder table = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            table.append("<tr>");
            for (int cell = 0; cell < rows.get(row).size(); cell++) {
                String text = rows.get(row).get(cell);
                boolean words = isOfWords.test(cell);
                table.append(row == 0 ? heading(text, words) : cell(text, cell == 0 ? "row" : "", words));
            }
            table.append("</tr>\n");
        }
        return scrolling(name, "<table>\n" + table + "</table>\n");
    }

    /// The name of a column, above its words or its numbers.
    private static String heading(String text, boolean isAboveWords) {
        String kind = isAboveWords ? " class=\"left\"" : "";
        return text.isEmpty()
                ? "<td%s></td>".formatted(kind)
                : "<th scope=\"col\"%s>%s</th>".formatted(kind, escaped(text));
    }

    /// Whether most cells of a column are words: all of them then stand where its heading does, or a word among numbers
    /// would stand apart from both.
    private static boolean isOfWords(List<List<String>> rows, int cell) {
        List<String> cells = rows.stream()
                .skip(1)
                .filter(row -> cell < row.size())
                .map(row -> row.get(cell))
                .filter(text -> !text.isEmpty())
                .toList();
        return 2 * cells.stream().filter(text -> !isNumber(text)).count() > cells.size();
    }

    /// What scrolls by itself where it is wider than the page.
    ///
    /// @param name what it is, for screen readers
    public static String scrolling(String name, String content) {
        return "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"%s\">\n%s</div>\n"
                .formatted(escaped(name), content);
    }

    /// A cell, numbers to the right and words to the left.
    ///
    /// @param scope `row`, or nothing for a cell that names none
    public static String cell(String text, String scope) {
        return cell(text, scope, !isNumber(text));
    }

    private static String cell(String text, String scope, boolean isWords) {
        String kind = isWords ? " class=\"words\"" : "";
        return scope.isEmpty() || text.isEmpty()
                ? "<td%s>%s</td>".formatted(kind, escaped(text))
                : "<th scope=\"%s\"%s>%s</th>".formatted(scope, kind, escaped(text));
    }

    /// The names of columns; a column may have none.
    public static String columnNames(List<String> names) {
        StringBuilder heading = new StringBuilder("<tr>");
        names.forEach(name -> heading.append(
                name.isEmpty() ? "<td></td>" : "<th scope=\"col\"><span>%s</span></th>".formatted(escaped(name))));
        return heading.append("</tr>\n").toString();
    }

    /// Names with what they stand for.
    ///
    /// @param facts two texts each
    public static String facts(List<List<String>> facts) {
        return facts.stream()
                .map(fact -> "<dt>%s</dt><dd>%s</dd>\n".formatted(escaped(fact.getFirst()), escaped(fact.getLast())))
                .collect(Collectors.joining("", "<dl>\n", "</dl>\n"));
    }

    /// A section with a heading.
    public static String section(String heading, String... content) {
        return "<section>\n<h2>" + escaped(heading) + "</h2>\n" + String.join("", content) + "</section>\n";
    }

    /// Figures beside each other, as many as there is room for.
    public static String beside(String... figures) {
        return "<div class=\"beside\">\n" + String.join("", figures) + "</div>\n";
    }

    /// A drawing with its caption.
    ///
    /// @param svg the drawing's elements
    /// @param description the same in words, for who does not see it
    public static String figure(String caption, String description, int width, int height, String svg) {
        return """
            <figure>
            <svg viewBox="0 0 %s %s" role="img" aria-label="%s">
            %s</svg>
            <figcaption>%s</figcaption>
            </figure>
            """.formatted(width, height, escaped(description), svg, escaped(caption));
    }

    /// A question whose answer is shown on demand.
    public static String details(String question, List<String> answer) {
        StringBuilder paragraphs = new StringBuilder();
        answer.forEach(text -> paragraphs.append(paragraph(text)));
        return "<details>\n<summary>%s</summary>\n%s</details>\n".formatted(escaped(question), paragraphs);
    }

    /// A place in a drawing, in tenths of its units.
    public static String place(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(letter -> "0123456789.,-+e=% ".indexOf(letter) >= 0);
    }

    private static String anchor(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
