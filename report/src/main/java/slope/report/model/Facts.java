package slope.report.model;

import slope.internal.text.Sentence;
import slope.report.text.DisplayWidth;
import slope.report.text.Wrapping;

/// Names and values, one a line, aligned to the left.
public final class Facts {
    private static final int NAME_WIDTH = 16;

    private final StringBuilder text = new StringBuilder();
    private final int width;

    /// @param width that a line may have
    public Facts(int width) {
        this.width = width;
    }

    /// Adds a line.
    public Facts row(String name, String value) {
        String visible = "  " + Sentence.visible(name);
        String gap = " ".repeat(Math.max(1, NAME_WIDTH + 2 - DisplayWidth.of(visible)) + 1);
        String line = visible + gap + Sentence.visible(value);
        Wrapping.hanging(line, width, " ".repeat(NAME_WIDTH + 3))
                .forEach(each -> text.append(each).append('\n'));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
