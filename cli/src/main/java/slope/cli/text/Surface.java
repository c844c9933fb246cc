package slope.cli.text;

/// What a command writes to.
public enum Surface {
    /// Somebody is looking: a line may be written over.
    TERMINAL,
    /// A pipe or a file: plain lines, each written once.
    PLAIN;

    /// The launcher can tell whether errors go to a terminal; Java cannot, without native code.
    private static final String ERRORS_ON_TERMINAL = "slope.errors.terminal";

    /// What the error stream, where progress is told, is written to.
    public static Surface ofErrors() {
        return Boolean.getBoolean(ERRORS_ON_TERMINAL) ? TERMINAL : PLAIN;
    }
}
