package slope.report.lesson;

import java.util.ArrayList;
import java.util.List;
import slope.report.page.Markup;
import slope.report.text.Prose;
import slope.report.text.TextTable;

/// A part of a story, in both its forms.
sealed interface Block {
    /// Adds it to a text for a terminal, if it has a form for that.
    void tell(Prose prose);

    /// Its form for a page.
    String html();

    /// What all is about; a page has its own place for it.
    record Title(String text) implements Block {
        @Override
        public void tell(Prose prose) {
            prose.title(text);
        }

        @Override
        public String html() {
            return "";
        }
    }

    /// What the next part is about.
    record Heading(String text) implements Block {
        @Override
        public void tell(Prose prose) {
            prose.heading(text);
        }

        @Override
        public String html() {
            return Markup.heading(2, text);
        }
    }

    /// Words.
    record Paragraph(String text) implements Block {
        @Override
        public void tell(Prose prose) {
            prose.say(text);
        }

        @Override
        public String html() {
            return Markup.paragraph(text);
        }
    }

    /// Formulas or commands.
    record Lines(List<String> lines) implements Block {
        public Lines {
            lines = List.copyOf(lines);
        }

        @Override
        public void tell(Prose prose) {
            prose.lines(lines);
        }

        @Override
        public String html() {
            return Markup.lines(lines);
        }
    }

    /// Rows of cells.
    ///
    /// @param headed whether the first row names the columns
    record Table(TextTable cells, boolean headed) implements Block {
        @Override
        public void tell(Prose prose) {
            prose.table(cells);
        }

        @Override
        public String html() {
            List<List<String>> rows = cells.rows();
            return headed
                    ? Markup.table(String.join(", ", rows.getFirst()), rows)
                    : Markup.unheadedTable("formulas", rows);
        }
    }

    /// Results and where they come from, a line each.
    record Calculations(List<Calculation> all) implements Block {
        /// Of a formula in a line; with its name and its result it fits 80 columns.
        private static final int MOST_CHARACTERS = 54;

        public Calculations {
            all = List.copyOf(all);
        }

        @Override
        public void tell(Prose prose) {
            TextTable table = new TextTable();
            for (Calculation each : all) {
                List<String> lines = wrapped(each.terms());
                for (int line = 0; line < lines.size(); line++) {
                    boolean isLast = line == lines.size() - 1;
                    table.row(line == 0 ? each.name() : "", lines.get(line), isLast ? result(each) : "");
                }
            }
            prose.table(table);
        }

        /// A place is kept for a minus sign.
        private static String result(Calculation calculation) {
            String number = calculation.result();
            return number.startsWith("-") ? "= " + number : "=  " + number;
        }

        private static List<String> wrapped(List<String> terms) {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder(terms.getFirst());
            for (String term : terms.subList(1, terms.size())) {
                if (line.length() + 3 + term.length() > MOST_CHARACTERS) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "+ " : " + ").append(term);
            }
            lines.add(line.toString());
            return lines;
        }

        @Override
        public String html() {
            StringBuilder rows = new StringBuilder();
            for (Calculation each : all) {
                rows.append("<tr>")
                        .append(Markup.cell(each.name(), "row"))
                        .append("<td class=\"formula\">")
                        .append(Markup.escaped(each.formula()))
                        .append("</td><td>= ")
                        .append(Markup.escaped(each.result()))
                        .append("</td></tr>\n");
            }
            return Markup.scrolling("calculations", "<table>\n" + rows + "</table>\n");
        }
    }

    /// How the error fell.
    record Curve(ErrorCurve curve) implements Block {
        @Override
        public void tell(Prose prose) {
            prose.lines(curve.lines());
        }

        @Override
        public String html() {
            return curve.figure();
        }
    }

    /// Drawings of networks; a terminal has their weights as tables.
    record Drawings(List<NetworkDrawing> all) implements Block {
        public Drawings {
            all = List.copyOf(all);
        }

        @Override
        public void tell(Prose prose) {}

        @Override
        public String html() {
            StringBuilder figures = new StringBuilder("<div class=\"drawings\">\n");
            all.forEach(each -> figures.append(each.figure()));
            return figures.append("</div>\n").toString();
        }
    }
}
