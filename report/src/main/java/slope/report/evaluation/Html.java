package slope.report.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import slope.internal.text.Sentence;

/// Parts of an HTML page.
final class Html {
    private Html() {}

    /// Text with special characters escaped.
    static String escaped(String text) {
        return Sentence.visible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /// A table: the first row is its heading, the first cell of each row names it.
    ///
    /// @param name for screen readers; no other table of the page has it
    static String table(String name, List<List<String>> rows) {
        StringBuilder table = new StringBuilder("<table>\n").append(heading(rows.getFirst()));
        for (List<String> row : rows.subList(1, rows.size())) {
            table.append("<tr>").append(rowName(row.getFirst()));
            row.stream().skip(1).forEach(cell -> table.append("<td>%s</td>".formatted(escaped(cell))));
            table.append("</tr>\n");
        }
        return scrolling(name, table.append("</table>\n").toString());
    }

    /// The names of columns; a column may have none.
    static String heading(List<String> names) {
        StringBuilder heading = new StringBuilder("<tr>");
        names.forEach(name -> heading.append(
                name.isEmpty() ? "<td></td>" : "<th scope=\"col\"><span>%s</span></th>".formatted(escaped(name))));
        return heading.append("</tr>\n").toString();
    }

    /// The name of a row.
    static String rowName(String name) {
        return "<th scope=\"row\">%s</th>".formatted(escaped(name));
    }

    /// What may be wider than a page, and scrolls by itself then.
    ///
    /// @param name for screen readers
    static String scrolling(String name, String content) {
        return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">\n%s</div>\n"
                .formatted(escaped(name), content);
    }

    /// A paragraph.
    static String paragraph(String text) {
        return "<p>%s</p>\n".formatted(escaped(text));
    }

    /// Figures beside each other, as many as there is room for.
    static String beside(String... figures) {
        return "<div class=\"beside\">\n" + String.join("", figures) + "</div>\n";
    }

    /// A section with a heading.
    static String section(String heading, String... content) {
        return "<section>\n<h2>" + escaped(heading) + "</h2>\n" + String.join("", content) + "</section>\n";
    }

    /// The whole page. It loads nothing: style and drawings are in it.
    static String page(String title, String body) {
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            %s</style>
            </head>
            <body>
            <main>
            <h1>%s</h1>
            %s</main>
            </body>
            </html>
            """.formatted(escaped(title), style(), escaped(title), body);
    }

    private static String style() {
        try (InputStream style = Html.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(style).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
