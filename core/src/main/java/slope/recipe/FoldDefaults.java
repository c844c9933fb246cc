package slope.recipe;

/// How many networks a recipe trains where nobody says so: as many as cost no time to speak of.
public final class FoldDefaults {
    /// Tables up to here take about as long as one of so many rows, and get several networks for it.
    static final int ROWS_OF_A_SMALL_TABLE = 6_400;

    private static final int FEWEST_ROWS_OF_A_FOLD = 10;

    private FoldDefaults() {}

    /// How many folds there are: as many as the part that is kept apart fits into the whole, if it does so
    /// evenly and leaves each enough to judge by.
    public static int folds(double validationShare, int units) {
        int folds = (int) Math.round(1 / validationShare);
        boolean isEven = Math.abs(folds * validationShare - 1) < 1e-9;
        return isEven && units / folds >= FEWEST_ROWS_OF_A_FOLD ? folds : 1;
    }

    /// As many networks as take the time of one; of small tables, the time of one of 6,400 rows.
    ///
    /// @param epochs of one network at most
    /// @param folds there are
    /// @param rows to learn from
    public static FoldPlan plan(int epochs, int folds, int rows) {
        long allowance = Math.max(epochs, (long) epochs * ROWS_OF_A_SMALL_TABLE / rows);
        return new FoldPlan.WhileTheyFit(folds, epochs, (int) Math.min(allowance, (long) folds * epochs));
    }
}
