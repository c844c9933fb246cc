package slope.table.profile;

import java.util.List;

/// How far a column of two tables differs.
///
/// @param column its name
/// @param measure of the distance
/// @param distance from 0 to 1; NaN where one of the tables has no value
/// @param low the lower bound of its interval, 0 where the distance may be chance
/// @param high the upper bound
/// @param chance the distance that two tables with the same distribution have, 95 times of 100, or less
/// @param before what the older table has
/// @param after what the newer table has
/// @param beyond the share of the newer values below the smallest or above the largest older one; 0 of
///     categories
/// @param newLevels categories that the older table lacks
/// @param vanishedLevels categories that the newer table lacks
public record ColumnDrift(
        String column,
        Measure measure,
        double distance,
        double low,
        double high,
        double chance,
        Side before,
        Side after,
        double beyond,
        Levels newLevels,
        Levels vanishedLevels) {

    /// A distance of two distributions: the largest difference of the share of rows, over the intervals up to a
    /// number or over the sets of categories.
    public enum Measure {
        /// max |F(x) − G(x)| of the distribution functions of numbers or dates (Smirnov 1939).
        KOLMOGOROV_SMIRNOV,
        /// ½·Σ|p − q| of the shares of categories.
        TOTAL_VARIATION
    }

    /// A column of one table.
    ///
    /// @param missing the share of rows without a value
    /// @param middle the median of numbers and dates, or the most frequent category; empty where there is no value
    public record Side(double missing, String middle) {}

    /// Categories of one table that the other one lacks.
    ///
    /// @param count how many there are
    /// @param share of the rows with a value that have one of them
    /// @param first the most frequent ones
    public record Levels(int count, double share, List<LevelCount> first) {
        static final Levels NONE = new Levels(0, 0, List.of());

        public Levels {
            first = List.copyOf(first);
        }
    }

    /// A category.
    ///
    /// @param level as it is written
    /// @param rows that have it
    public record LevelCount(String level, int rows) {}

    /// Whether the distance is more than chance explains.
    public boolean isClear() {
        return distance > chance;
    }
}
