package slope.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import slope.table.DataException;
import slope.target.Predictions;
import slope.target.Target;

/// The columns that a model adds to a DataFrame.
final class OutputColumns implements Serializable {
    private static final long serialVersionUID = 1;

    private final EnumMap<OutputColumn, String> names; // only those that are added

    private OutputColumns(EnumMap<OutputColumn, String> names) {
        this.names = names;
    }

    /// Those that a target has and a person did not leave out.
    static OutputColumns of(Target target, PredictionParams<?> params) {
        return of(column -> column.isOf(target), params);
    }

    /// Those of a target that is not yet known.
    static OutputColumns of(Predicate<OutputColumn> had, PredictionParams<?> params) {
        Map<OutputColumn, String> all = Map.of(
                OutputColumn.RAW_PREDICTION, params.getRawPredictionCol(),
                OutputColumn.PROBABILITY, params.getProbabilityCol(),
                OutputColumn.QUANTILES, params.getQuantilesCol(),
                OutputColumn.PREDICTION, params.getPredictionCol(),
                OutputColumn.PREDICTED_LABEL, params.getPredictedLabelCol());
        EnumMap<OutputColumn, String> names = new EnumMap<>(OutputColumn.class);
        all.forEach((column, name) -> {
            if (had.test(column) && !name.isEmpty()) {
                names.put(column, name);
            }
        });
        return new OutputColumns(names);
    }

    /// How many there are.
    int count() {
        return names.size();
    }

    /// The schema with these columns behind those that are there.
    ///
    /// @throws DataException if a name is taken
    StructType appendedTo(StructType schema, Target target) {
        return appendedTo(schema, (column, name) -> column.field(target, name));
    }

    /// The same for a target of one column that is not yet known: without its classes.
    StructType appendedTo(StructType schema) {
        return appendedTo(schema, (column, name) -> new StructField(name, column.type(1), false, Metadata.empty()));
    }

    private StructType appendedTo(StructType schema, BiFunction<OutputColumn, String, StructField> field) {
        requireApart();
        List<StructField> fields = new ArrayList<>(List.of(schema.fields()));
        names.forEach((column, name) -> {
            if (fields.stream().anyMatch(each -> each.name().equalsIgnoreCase(name))) {
                throw new DataException(
                        "the DataFrame has a column \"%s\" already, where predictions are to be; name another"
                                .formatted(name));
            }
            fields.add(field.apply(column, name));
        });
        return new StructType(fields.toArray(StructField[]::new));
    }

    private void requireApart() {
        Set<String> seen = new HashSet<>();
        for (String name : names.values()) {
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw new DataException(
                        "two columns of predictions are called \"%s\"; each needs a name of its own".formatted(name));
            }
        }
    }

    /// Writes a row's predictions from `start` on.
    void write(Predictions predictions, int row, Object[] cells, int start) {
        int at = start;
        for (OutputColumn column : names.keySet()) {
            cells[at++] = column.value(predictions, row);
        }
    }
}
