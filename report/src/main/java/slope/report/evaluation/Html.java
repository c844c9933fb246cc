package slope.report.evaluation;

import java.util.List;
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
    static String table(List<List<String>> rows) {
        StringBuilder table = new StringBuilder("<table>\n");
        for (int row = 0; row < rows.size(); row++) {
            table.append("<tr>");
            for (int cell = 0; cell < rows.get(row).size(); cell++) {
                String tag = row == 0 || cell == 0 ? "th" : "td";
                table.append("<%s>%s</%s>".formatted(tag, escaped(rows.get(row).get(cell)), tag));
            }
            table.append("</tr>\n");
        }
        return table.append("</table>\n").toString();
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
            <h1>%s</h1>
            %s</body>
            </html>
            """.formatted(escaped(title), STYLE, escaped(title), body);
    }

    private static final String STYLE = """
        :root { color-scheme: light dark; --ink: #1d2430; --paper: #fff; --faint: #d8dce2; --soft: #667085;
          --c0: #1f6feb; --c1: #d1571a; --c2: #1a7f4b; --c3: #8a3ffc; --c4: #b3261e; --c5: #6b7280; --heat: 31,111,235; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --paper: #14181f; --faint: #343b47;
          --soft: #9aa4b2; --c0: #6cb0ff; --c1: #ff9d66; --c2: #58d08f; --c3: #c4a1ff; --c4: #ff8f88; --c5: #a8b0bd;
          --heat: 108,176,255; } }
        @media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --faint: #ccc; --soft: #444;
          --c0: #0b4fb3; --c1: #a33d0a; --c2: #0d5c35; --c3: #5b1fb8; --c4: #8f1a14; --c5: #444; --heat: 11,79,179; }
          section { break-inside: avoid; } }
        body { margin: 2rem auto; max-width: 62rem; padding: 0 1rem; background: var(--paper); color: var(--ink);
          font: 16px/1.5 system-ui, sans-serif; print-color-adjust: exact; overflow-wrap: anywhere; }
        h1 { font-size: 1.7rem; line-height: 1.25; } h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
        h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
        table { border-collapse: collapse; display: block; overflow-x: auto; font-variant-numeric: tabular-nums; }
        th, td { padding: .3rem .8rem; border-bottom: 1px solid var(--faint); text-align: right; white-space: nowrap; }
        th { font-weight: 600; white-space: normal; } th:first-child { text-align: left; padding-left: 0; }
        .drawings { display: flex; flex-wrap: wrap; gap: 1.5rem 2rem; }
        figure { margin: 0; flex: 1 1 20rem; max-width: 29.5rem; break-inside: avoid; }
        figcaption { font-weight: 600; font-size: .95rem; }
        svg { display: block; width: 100%; height: auto; } svg text { fill: var(--soft); font-size: 13px; }
        .grid { stroke: var(--faint); } .line { fill: none; stroke-width: 2; stroke: currentColor; }
        .reference { fill: none; stroke: var(--soft); stroke-dasharray: 4 4; } .mark { fill: currentColor; }
        .dot { fill: var(--c0); fill-opacity: .45; } .bar { fill: var(--c0); fill-opacity: .75; }
        .c0 { color: var(--c0); } .c1 { color: var(--c1); } .c2 { color: var(--c2); } .c3 { color: var(--c3); }
        .c4 { color: var(--c4); } .c5 { color: var(--c5); } .legend { font-size: .9rem; margin: .25rem 0 0; }
        .legend > span { margin-right: 1rem; white-space: nowrap; }
        """;
}
