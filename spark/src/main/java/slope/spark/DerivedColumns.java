package slope.spark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/// Columns of numbers that a model reads and a DataFrame has in another form: the numbers of a vector, and
/// exposures as offsets.
final class DerivedColumns {
    private final SequencedMap<String, Column> columns;

    private DerivedColumns(SequencedMap<String, Column> columns) {
        this.columns = columns;
    }

    /// Those of some columns that a DataFrame of this schema lacks and can give.
    static DerivedColumns of(Collection<String> wanted, StructType schema, Optional<FeatureVector> vector) {
        List<String> there = List.of(schema.fieldNames());
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        for (String name : wanted) {
            OptionalInt element = FeatureVector.element(name);
            Optional<String> offset = LogExposure.offset(name).filter(there::contains);
            if (there.contains(name)) {
                continue;
            }
            if (vector.isPresent() && element.isPresent()) {
                columns.put(name, vector.get().number(schema, element.getAsInt()));
            } else {
                offset.ifPresent(column -> columns.put(name, LogExposure.of(column)));
            }
        }
        return new DerivedColumns(columns);
    }

    /// The DataFrame with these columns behind its own.
    Dataset<Row> appendedTo(Dataset<?> rows) {
        if (columns.isEmpty()) {
            return rows.toDF();
        }
        List<Column> all = new ArrayList<>(List.of(functions.col("*")));
        columns.forEach((name, column) -> all.add(column.as(name)));
        return rows.select(all.toArray(Column[]::new));
    }

    /// The schema with these columns behind its own.
    StructType appendedTo(StructType schema) {
        StructType appended = schema;
        for (String name : columns.keySet()) {
            appended = appended.add(name, DataTypes.DoubleType, true);
        }
        return appended;
    }
}
