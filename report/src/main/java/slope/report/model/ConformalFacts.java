package slope.report.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slope.conformal.ConformalQuantile;
import slope.conformal.DrawnRows;
import slope.conformal.GroupQuantiles;
import slope.conformal.SplitConformal;
import slope.model.Model;
import slope.target.Quantiles;

/// How a model makes intervals or sets.
///
/// @param asked the share of rows whose actual value they are to hold
/// @param rows how the rows were drawn that they are made of
/// @param columns one for each target column
/// @param groups by the categories of a column, in each of which the share is to be reached
/// @param shifts of predicted quantiles; empty for other predictions
public record ConformalFacts(
        double asked, DrawnRows rows, List<ColumnQuantile> columns, Optional<ByColumn> groups, List<Shift> shifts) {
    public ConformalFacts {
        columns = List.copyOf(columns);
        shifts = List.copyOf(shifts);
    }

    /// The quantile of a target column.
    ///
    /// @param column its name
    /// @param score what is measured, such as `absolute residual`
    /// @param quantile the score that rows do not exceed; none where every value is possible
    /// @param rank which of the scores it is, in ascending order
    /// @param rows that were scored
    public record ColumnQuantile(String column, String score, double quantile, int rank, int rows) {}

    /// Quantiles by a column.
    ///
    /// @param groups those with enough rows; all others share the quantile of all rows
    public record ByColumn(String column, List<GroupQuantile> groups) {
        public ByColumn {
            groups = List.copyOf(groups);
        }
    }

    /// A group.
    ///
    /// @param name the category
    /// @param rows that were scored
    /// @param quantiles one for each target column; none where every value is possible
    public record GroupQuantile(String name, int rows, List<Double> quantiles) {
        public GroupQuantile {
            quantiles = List.copyOf(quantiles);
        }
    }

    /// The shift of a quantile.
    ///
    /// @param level of the quantile
    /// @param by what is added to it; none where there were too few rows to tell
    public record Shift(double level, double by) {}

    /// Those of a model; empty if it has no intervals and no sets.
    public static Optional<ConformalFacts> of(Model model) {
        return model.conformal().map(conformal -> of(model, conformal));
    }

    private static ConformalFacts of(Model model, SplitConformal conformal) {
        List<ColumnQuantile> columns = new ArrayList<>();
        for (ConformalQuantile quantile : conformal.quantiles()) {
            columns.add(new ColumnQuantile(
                    model.target().columns().get(columns.size()),
                    conformal.scores().get(columns.size()).title(),
                    quantile.value(),
                    quantile.rank(),
                    quantile.rows()));
        }
        List<Shift> shifts = new ArrayList<>();
        if (model.target() instanceof Quantiles quantiles) {
            for (double level : quantiles.levels()) {
                shifts.add(
                        new Shift(level, conformal.shifts().get(shifts.size()).value()));
            }
        }
        return new ConformalFacts(
                conformal.coverage().value(),
                conformal.drawn(),
                columns,
                conformal.groups().map(ConformalFacts::of),
                shifts);
    }

    private static ByColumn of(GroupQuantiles by) {
        return new ByColumn(
                by.column(),
                by.groups().stream()
                        .map(group -> new GroupQuantile(
                                group.level().name(),
                                group.quantiles().getFirst().rows(),
                                group.quantiles().stream()
                                        .map(ConformalQuantile::value)
                                        .toList()))
                        .toList());
    }
}
