package slope.report.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.explain.Dependence;
import slope.explain.PairDependence;
import slope.table.ColumnKind;

/// How predictions depend on columns.
///
/// @param columns the columns, one by one
/// @param pair two of them together, if that is asked for
public record DependenceFacts(List<ColumnDependence> columns, Optional<TwoColumns> pair) {
    public DependenceFacts {
        columns = List.copyOf(columns);
    }

    /// How predictions depend on a column.
    ///
    /// @param column its name
    /// @param kind of its values
    /// @param values that were set in all rows, and the mean predictions
    /// @param allValues whether no other value occurs
    /// @param density how many rows there are between the first and the last of a choice of numbers or dates
    /// @param effects accumulated local effects; none of categories
    public record ColumnDependence(
            String column,
            ColumnKind kind,
            List<Value> values,
            boolean allValues,
            List<Dependence.Bar> density,
            List<Effect> effects) {
        public ColumnDependence {
            values = List.copyOf(values);
            density = List.copyOf(density);
            effects = List.copyOf(effects);
        }

        static ColumnDependence of(Dependence dependence) {
            List<Value> values = new ArrayList<>();
            for (Dependence.Point point : dependence.points().values()) {
                int number = values.size();
                values.add(new Value(
                        present(point.value()),
                        point.number(),
                        point.rows(),
                        AttributionFacts.named(dependence.outputs(), point.means()),
                        dependence.curves().stream()
                                .map(curve -> curve.predictions().get(number))
                                .map(numbers -> AttributionFacts.named(dependence.outputs(), numbers))
                                .toList()));
            }
            return new ColumnDependence(
                    dependence.column(),
                    dependence.kind(),
                    values,
                    dependence.points().areAll(),
                    dependence.points().density(),
                    dependence.effects().stream()
                            .map(effect -> new Effect(
                                    effect.value(),
                                    effect.number(),
                                    AttributionFacts.named(dependence.outputs(), effect.effects())))
                            .toList());
        }
    }

    /// A value that was set in all rows.
    ///
    /// @param value as a person writes it; none where it is missing
    /// @param number the value as a number, dates in seconds since the beginning of 1970; null if it is none
    /// @param rows that have it
    /// @param means the mean prediction of each output
    /// @param curves the prediction of each of some rows, the same ones for every value
    public record Value(
            Optional<String> value,
            double number,
            int rows,
            Map<String, Double> means,
            List<Map<String, Double>> curves) {
        public Value {
            curves = List.copyOf(curves);
        }
    }

    /// The accumulated local effect of a value.
    ///
    /// @param value as a person writes it
    /// @param number the value as a number, dates in seconds since the beginning of 1970; true is 1
    /// @param effects of each output, 0 on average over the rows
    public record Effect(String value, double number, Map<String, Double> effects) {}

    /// How predictions depend on two columns at once.
    ///
    /// @param first column
    /// @param second column
    /// @param cells each value of the first with each of the second
    public record TwoColumns(String first, String second, List<Cell> cells) {
        public TwoColumns {
            cells = List.copyOf(cells);
        }

        static TwoColumns of(PairDependence pair) {
            List<Cell> cells = new ArrayList<>();
            for (int first = 0; first < pair.firstValues().size(); first++) {
                for (int second = 0; second < pair.secondValues().size(); second++) {
                    PairDependence.Cell cell = pair.cells().get(first).get(second);
                    cells.add(new Cell(
                            present(pair.firstValues().get(first)),
                            present(pair.secondValues().get(second)),
                            cell.rows(),
                            AttributionFacts.named(pair.outputs(), cell.means())));
                }
            }
            return new TwoColumns(pair.first(), pair.second(), cells);
        }
    }

    /// A pair of values.
    ///
    /// @param first value as a person writes it; none where it is missing
    /// @param second value; none where it is missing
    /// @param rows whose values are nearest to these; with none, the model was asked about rows that do not occur
    /// @param means the mean prediction of each output
    public record Cell(Optional<String> first, Optional<String> second, int rows, Map<String, Double> means) {}

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }
}
