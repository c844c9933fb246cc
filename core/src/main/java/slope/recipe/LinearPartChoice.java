package slope.recipe;

/// Whether networks have a [linear part][slope.linear.LinearPart].
public enum LinearPartChoice {
    /// If validation rows are predicted better with it, by more than a standard error.
    AUTO("auto"),
    /// Yes.
    ALWAYS("always"),
    /// No.
    NEVER("never");

    private final String title;

    LinearPartChoice(String title) {
        this.title = title;
    }

    /// Its name in options, requests and reports.
    public String title() {
        return title;
    }
}
