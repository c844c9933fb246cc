package slope.spark;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import slope.internal.table.RequiredColumns;
import slope.table.DataException;

/// Columns of a DataFrame by their place.
///
/// Spark finds a name in any case and refuses one that two columns have; names of a model are exact, and columns that
/// it does not read may have any. So columns are called by their places while Slope works on them.
final class ColumnPlaces {
    private ColumnPlaces() {}

    /// Refuses columns that are not there, or there twice.
    ///
    /// @throws DataException about the first of them
    static void require(StructType schema, Collection<String> wanted) {
        List<String> names = List.of(schema.fieldNames());
        RequiredColumns.requireAll("the DataFrame", wanted, names);
        for (String name : wanted) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                throw new DataException(
                        "the DataFrame has two columns \"%s\"; rename one, or leave it out".formatted(name));
            }
        }
    }

    /// The DataFrame with its columns called by their places.
    static Dataset<Row> called(Dataset<?> rows) {
        return rows.toDF(IntStream.range(0, rows.schema().length())
                .mapToObj(ColumnPlaces::name)
                .toArray(String[]::new));
    }

    /// The schema with its columns called by their places.
    static StructType called(StructType schema) {
        StructField[] fields = schema.fields().clone();
        Arrays.setAll(fields, place -> {
            StructField field = fields[place];
            return new StructField(name(place), field.dataType(), field.nullable(), field.metadata());
        });
        return new StructType(fields);
    }

    /// A column of such a DataFrame.
    ///
    /// @param schema with the names that its columns had
    static Column column(StructType schema, String name) {
        return column(schema.fieldIndex(name));
    }

    /// A column of such a DataFrame.
    static Column column(int place) {
        return functions.col(name(place));
    }

    /// What the column at a place is called.
    static String name(int place) {
        return "c" + place;
    }
}
