package slope.cli.inspect;

/// Names and what there is to say of each, one a line, all words and numbers to the left.
final class Facts {
    private static final int NAME_WIDTH = 16;

    private final StringBuilder text = new StringBuilder();

    /// Adds a line.
    Facts row(String name, String value) {
        text.append("  ").append(name).append(" ".repeat(Math.max(1, NAME_WIDTH - name.length()) + 1));
        text.append(value).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
