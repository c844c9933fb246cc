package slope.conformal;

/// How the rows were drawn that conformal quantiles are made of, and so what these promise.
public enum DrawnRows {
    /// Each row as likely as any other: the coverage is guaranteed for further rows like them.
    AT_RANDOM("at random"),
    /// Whole groups, such as customers: guaranteed as far as groups are alike, because the rows of one resemble each
    /// other.
    GROUPS("groups"),
    /// The latest rows: nothing is guaranteed for later ones, which may have changed.
    LATEST("latest");

    private final String title;

    DrawnRows(String title) {
        this.title = title;
    }

    /// As model files have it.
    public String title() {
        return title;
    }
}
