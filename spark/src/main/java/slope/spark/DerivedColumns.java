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
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/// Columns of numbers that a model reads and a DataFrame has in another form: the numbers of a vector, and
/// exposures as offsets.
final class DerivedColumns {
    /// What the numbers of a vector are called, while they are made columns of.
    private static final String NUMBERS = "numbers";

    private final StructType schema; // of the DataFrame
    private final SequencedMap<String, Column> columns;
    private final Optional<Column> numbers; // of the vector, where one of the columns is of them

    private DerivedColumns(StructType schema, SequencedMap<String, Column> columns, Optional<Column> numbers) {
        this.schema = schema;
        this.columns = columns;
        this.numbers = numbers;
    }

    /// Those of some columns that a DataFrame of this schema lacks and can give.
    static DerivedColumns of(Collection<String> wanted, StructType schema, Optional<FeatureVector> vector) {
        List<String> there = List.of(schema.fieldNames());
        SequencedMap<String, Column> columns = new LinkedHashMap<>();
        int last = -1; // number of the vector that is read
        for (String name : wanted) {
            OptionalInt element = FeatureVector.element(name);
            Optional<String> offset = LogExposure.offset(name).filter(there::contains);
            if (there.contains(name)) {
                continue;
            }
            if (vector.isPresent() && element.isPresent()) {
                columns.put(name, functions.get(functions.col(NUMBERS), functions.lit(element.getAsInt())));
                last = Math.max(last, element.getAsInt());
            } else {
                offset.ifPresent(column -> columns.put(name, LogExposure.of(ColumnPlaces.column(schema, column))));
            }
        }
        int most = last;
        return new DerivedColumns(
                schema, columns, vector.filter(read -> most >= 0).map(read -> read.numbers(schema, most)));
    }

    /// The DataFrame with these columns behind its own. A vector is taken apart in a step of its own: each row's once,
    /// and not once for each number.
    Dataset<Row> appendedTo(Dataset<?> rows) {
        if (columns.isEmpty()) {
            return rows.toDF();
        }
        Dataset<Row> placed = ColumnPlaces.called(rows);
        List<Column> all = new ArrayList<>();
        for (int place = 0; place < schema.length(); place++) {
            all.add(ColumnPlaces.column(place));
        }
        all.addAll(columns.values());
        return numbers.map(array -> placed.withColumn(NUMBERS, array))
                .orElse(placed)
                .select(all.toArray(Column[]::new))
                .toDF(appendedTo(schema).fieldNames());
    }

    /// The schema with these columns behind its own.
    StructType appendedTo(StructType schema) {
        List<StructField> fields = new ArrayList<>(List.of(schema.fields()));
        columns.keySet()
                .forEach(name -> fields.add(new StructField(name, DataTypes.DoubleType, true, Metadata.empty())));
        return new StructType(fields.toArray(StructField[]::new));
    }
}
