package slope.table;

/// The order in which text writes a date. 2011-02-01 tells it itself; 1/2/2011 is the 1st of February or
/// the 2nd of January.
public enum DateOrder {
    /// 2011-01-31; also of dates that are not read from text.
    YEAR_FIRST("year first"),
    /// 31/1/2011, 31.01.2011.
    DAY_FIRST("day first"),
    /// 1/31/2011.
    MONTH_FIRST("month first");

    private final String words;

    DateOrder(String words) {
        this.words = words;
    }

    /// What a person would call it.
    public String words() {
        return words;
    }
}
