package slope.table;

/// What kind of values a column holds.
public enum ColumnKind {
    NUMBER("numbers"),
    BOOLEAN("true/false"),
    CATEGORY("text"),
    DATE("dates");

    private final String words;

    ColumnKind(String words) {
        this.words = words;
    }

    /// What a person would call such values, as in `has text where training had numbers`.
    public String words() {
        return words;
    }
}
