package slope.recipe;

/// The default number of folds of a recipe: several on small tables, where they cost little time.
final class FoldDefaults {
    /// The training rows up to which a table is small: several networks may take the time of one
    /// with this many rows.
    static final int ROWS_OF_A_SMALL_TABLE = 6_400;

    private static final int FEWEST_ROWS_OF_A_FOLD = 10;

    private FoldDefaults() {}

    /// The number of folds: the validation share has to divide the whole evenly and leave each fold
    /// enough validation rows.
    static int folds(double validationShare, int units) {
        int folds = (int) Math.round(1 / validationShare);
        boolean isEven = Math.abs(folds * validationShare - 1) < 1e-9;
        return isEven && units / folds >= FEWEST_ROWS_OF_A_FOLD ? folds : 1;
    }
}
