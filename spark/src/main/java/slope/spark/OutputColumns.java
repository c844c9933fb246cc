package slope.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
        Map<OutputColumn, String> all = Map.of(
                OutputColumn.RAW_PREDICTION, params.getRawPredictionCol(),
                OutputColumn.PROBABILITY, params.getProbabilityCol(),
                OutputColumn.QUANTILES, params.getQuantilesCol(),
                OutputColumn.PREDICTION, params.getPredictionCol(),
                OutputColumn.PREDICTED_LABEL, params.getPredictedLabelCol());
        EnumMap<OutputColumn, String> names = new EnumMap<>(OutputColumn.class);
        all.forEach((column, name) -> {
            if (column.isOf(target) && !name.isEmpty()) {
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
        List<StructField> fields = new ArrayList<>(List.of(schema.fields()));
        names.forEach((column, name) -> {
            if (fields.stream().anyMatch(field -> field.name().equalsIgnoreCase(name))) {
                throw new DataException(
                        "the DataFrame has a column \"%s\" already, where predictions are to be; name another"
                                .formatted(name));
            }
            fields.add(column.field(target, name));
        });
        return new StructType(fields.toArray(StructField[]::new));
    }

    /// Writes a row's predictions from `start` on.
    void write(Predictions predictions, int row, Object[] cells, int start) {
        int at = start;
        for (OutputColumn column : names.keySet()) {
            cells[at++] = column.value(predictions, row);
        }
    }
}
