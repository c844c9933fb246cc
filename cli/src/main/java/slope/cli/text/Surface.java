package slope.cli.text;

import org.jspecify.annotations.Nullable;

/// What a command writes to.
public enum Surface {
    /// A terminal: a line may be overwritten.
    TERMINAL,
    /// A pipe or a file: plain lines, each written once, as long as they are unless COLUMNS says how long.
    PLAIN;

    /// The width of a terminal that does not tell it.
    private static final int USUAL_WIDTH = 80;

    /// The launcher can tell where the streams go, and how wide a terminal is; Java cannot, without
    /// native code.
    private static final String ERRORS_ON_TERMINAL = "slope.errors.terminal";

    private static final String OUTPUT_ON_TERMINAL = "slope.output.terminal";
    private static final String TERMINAL_WIDTH = "slope.terminal.width";

    /// What the error stream, where progress is told, is written to.
    public static Surface ofErrors() {
        return Boolean.getBoolean(ERRORS_ON_TERMINAL) ? TERMINAL : PLAIN;
    }

    /// What standard output, where results are told, is written to.
    public static Surface ofOutput() {
        return Boolean.getBoolean(OUTPUT_ON_TERMINAL) ? TERMINAL : PLAIN;
    }

    /// How many columns a line may have.
    public int width() {
        return this == PLAIN
                ? width(System.getenv("COLUMNS"), Integer.MAX_VALUE)
                : width(System.getProperty(TERMINAL_WIDTH), USUAL_WIDTH);
    }

    /// The same for a command that took long, in which a person may have resized the terminal.
    public int widthNow() {
        boolean isTold = this == TERMINAL && System.getProperty(TERMINAL_WIDTH) != null;
        return isTold ? TerminalWidth.ask(width()) : width();
    }

    /// @param told in columns; whatever is no number above 0 tells nothing
    static int width(@Nullable String told, int usual) {
        return told != null && told.matches("[1-9]\\d{0,4}") ? Integer.parseInt(told) : usual;
    }
}
