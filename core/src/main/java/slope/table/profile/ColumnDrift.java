package slope.table.profile;

import java.util.List;

/// How far a column of two tables differs.
///
/// @param column its name
/// @param distance of the two distributions
/// @param before what the older table has
/// @param after what the newer table has
public record ColumnDrift(String column, Distance distance, Side before, Side after) {
    /// The distance of two distributions, from 0 to 1: the largest difference of the share of rows, over
    /// the intervals up to a number or over the sets of categories. Not defined where one of the tables has no
    /// value.
    ///
    /// @param measure how it is measured
    /// @param value the distance
    /// @param low the lower bound of its interval, 0 where the distance may be chance
    /// @param high the upper bound
    /// @param chance the distance that two tables with the same distribution have, 95 times of 100, or less
    public record Distance(Measure measure, double value, double low, double high, double chance) {
        /// Whether it is more than chance explains.
        public boolean isClear() {
            return value > chance;
        }
    }

    /// How a distance is measured.
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
    /// @param beyond the share of the values below the smallest or above the largest of the other table; 0 of
    ///     categories
    /// @param own categories that the other table lacks; none of numbers and dates
    public record Side(double missing, String middle, double beyond, Levels own) {}

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
}
