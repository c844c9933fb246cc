package slope.explain;

import java.util.List;
import slope.table.ColumnKind;

/// How a model's predictions depend on one column: partial dependence (Friedman 2001, "Greedy Function
/// Approximation", section 8.2), its curve for each of some rows (individual conditional expectation:
/// Goldstein et al. 2015, arXiv 1309.6392) and accumulated local effects (Apley and Zhu 2020, arXiv
/// 1612.08468).
///
/// Partial dependence sets the column to a value in all rows, whether or not such rows occur.
/// Accumulated effects move each row only between the values next to its own, so they stay with rows
/// that occur where columns depend on each other.
///
/// @param column its name
/// @param kind of its values
/// @param outputs the name of each predicted number
/// @param points the values that were tried
/// @param curves the predictions of some rows for each of the points
/// @param effects the accumulated local effects; none of categories, which have no order
public record Dependence(
        String column, ColumnKind kind, List<String> outputs, Points points, List<Curve> curves, List<Effect> effects) {
    public Dependence {
        outputs = List.copyOf(outputs);
        curves = List.copyOf(curves);
        effects = List.copyOf(effects);
    }

    /// The values of a column that were tried.
    ///
    /// @param values numbers and dates ascending, categories in their order, missing last
    /// @param areAll whether no other value occurs; else numbers and dates are quantiles, and categories the
    ///     most frequent ones
    /// @param density how many rows there are between the first and the last of a choice of numbers or
    ///     dates; none where the values are all, and have their rows
    public record Points(List<Point> values, boolean areAll, List<Bar> density) {
        public Points {
            values = List.copyOf(values);
            density = List.copyOf(density);
        }
    }

    /// A value that was tried.
    ///
    /// @param value as a person writes it; empty where it is missing
    /// @param number the value as a number, dates in seconds since the beginning of 1970; NaN if it is none
    /// @param rows that have it
    /// @param means the mean prediction of each output, with this value in every row
    public record Point(String value, double number, int rows, List<Double> means) {
        public Point {
            means = List.copyOf(means);
        }
    }

    /// Rows whose number is between two others.
    ///
    /// @param from the smallest number
    /// @param to the largest, which belongs to the next bar, except in the last one
    /// @param rows how many they are
    public record Bar(double from, double to, int rows) {}

    /// The predictions of one row for each of the points.
    ///
    /// @param row its number in the table, from 0
    /// @param predictions points × outputs
    public record Curve(int row, List<List<Double>> predictions) {
        public Curve {
            predictions = List.copyOf(predictions);
        }
    }

    /// The accumulated local effect of a value.
    ///
    /// @param value as a person writes it
    /// @param number the value as a number, dates in seconds since the beginning of 1970; true is 1
    /// @param effects of each output, 0 on average over the rows
    public record Effect(String value, double number, List<Double> effects) {
        public Effect {
            effects = List.copyOf(effects);
        }
    }
}
