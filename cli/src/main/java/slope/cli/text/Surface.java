package slope.cli.text;

/// What a command writes to.
public enum Surface {
    /// A terminal: a line may be overwritten.
    TERMINAL,
    /// A pipe or a file: plain lines, each written once, as long as they are.
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
        if (this == PLAIN) {
            return Integer.MAX_VALUE;
        }
        int told = Integer.getInteger(TERMINAL_WIDTH, USUAL_WIDTH);
        return told > 0 ? told : USUAL_WIDTH;
    }
}
