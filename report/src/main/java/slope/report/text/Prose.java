package slope.report.text;

import java.util.List;
import slope.internal.text.Sentence;

/// A text that grows from top to bottom: a title, headings, paragraphs, formulas and tables, with
/// an empty line between them.
public final class Prose {
    /// Narrow enough for a terminal of the usual 80 columns.
    private static final int WIDTH = 78;

    private static final char UNBROKEN_SPACE = '\u00a0';
    private static final String INDENT = "  ";
    private static final String CONTINUATION = "      ";

    private final StringBuilder text = new StringBuilder();
    private final int width;

    /// Lines and tables as wide as they are.
    public Prose() {
        this(Integer.MAX_VALUE);
    }

    /// Lines and tables no wider than a terminal, if that is possible.
    public Prose(int width) {
        this.width = width;
    }

    /// What the whole text is about, underlined.
    public Prose title(String title) {
        return block(Sentence.visible(title) + "\n" + "=".repeat(DisplayWidth.of(Sentence.visible(title))) + "\n");
    }

    /// What the next part is about.
    public Prose heading(String heading) {
        return block(Sentence.visible(heading) + "\n" + "-".repeat(DisplayWidth.of(Sentence.visible(heading))) + "\n");
    }

    /// Words that a line break must not part, such as a formula, to be put into a paragraph.
    public static String unbroken(String words) {
        return words.replace(' ', UNBROKEN_SPACE);
    }

    /// A paragraph, its words wrapped.
    public Prose say(String paragraph) {
        StringBuilder lines = new StringBuilder();
        int used = 0;
        for (String word : fitted(paragraph).split(" ", -1)) {
            if (used > 0 && used + 1 + DisplayWidth.of(word) > WIDTH) {
                lines.append('\n');
                used = 0;
            } else if (used > 0) {
                lines.append(' ');
                used++;
            }
            lines.append(word);
            used += DisplayWidth.of(word);
        }
        return block(lines.append('\n').toString().replace(UNBROKEN_SPACE, ' '));
    }

    private String fitted(String paragraph) {
        return DisplayWidth.fitted(List.of(Sentence.visible(paragraph)), width, width)
                .getFirst();
    }

    /// Lines, indented; what does not fit goes on in the next one.
    public Prose lines(List<String> lines) {
        StringBuilder indented = new StringBuilder();
        for (String line : lines) {
            for (String part : Wrapping.hanging(INDENT + Sentence.visible(line), width, CONTINUATION)) {
                indented.append(part.stripTrailing()).append('\n');
            }
        }
        return block(indented.toString());
    }

    /// Lines, indented.
    public Prose lines(String... lines) {
        return lines(List.of(lines));
    }

    /// A table.
    public Prose table(TextTable table) {
        return block(table.within(width));
    }

    /// The text, ended by a line break.
    @Override
    public String toString() {
        return text.toString();
    }

    private Prose block(String block) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        text.append(block);
        return this;
    }
}
