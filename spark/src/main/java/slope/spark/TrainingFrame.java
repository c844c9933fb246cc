package slope.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import slope.internal.table.RequiredColumns;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.Table;

/// The columns of a DataFrame that a training reads, each as the one type of its kind: double, boolean,
/// string, timestamp without a zone.
final class TrainingFrame {
    private final Dataset<Row> rows;
    private final SequencedMap<String, ColumnKind> kinds;

    private TrainingFrame(Dataset<Row> rows, SequencedMap<String, ColumnKind> kinds) {
        this.rows = rows;
        this.kinds = kinds;
    }

    /// Those of a DataFrame that have these names.
    ///
    /// @throws DataException if one is not there, or is of a type that has no cells
    static TrainingFrame of(Dataset<?> dataset, Set<String> names) {
        StructType schema = dataset.schema();
        RequiredColumns.requireAll("the DataFrame", names, List.of(schema.fieldNames()));
        SequencedMap<String, ColumnKind> kinds = new LinkedHashMap<>();
        names.forEach(name -> kinds.put(name, CellValue.kind(schema.apply(name))));
        org.apache.spark.sql.Column[] columns = kinds.entrySet().stream()
                .map(column -> typed(column.getKey(), column.getValue()))
                .toArray(org.apache.spark.sql.Column[]::new);
        return new TrainingFrame(dataset.toDF().select(columns), kinds);
    }

    /// The names of the columns that can be read, in the order of the DataFrame.
    static List<String> readable(StructType schema) {
        List<String> names = new ArrayList<>();
        for (StructField field : schema.fields()) {
            if (CellValue.isReadable(field.dataType())) {
                names.add(field.name());
            }
        }
        return names;
    }

    private static org.apache.spark.sql.Column typed(String name, ColumnKind kind) {
        String type = switch (kind) {
            case NUMBER -> "double";
            case BOOLEAN -> "boolean";
            case CATEGORY -> "string";
            case DATE -> "timestamp_ntz";
        };
        return functions.col(CellValue.quoted(name)).cast(type).as(name);
    }

    /// The rows; their first cells are those of the columns.
    Dataset<Row> rows() {
        return rows;
    }

    /// The kinds of the columns, in the order of the cells.
    Map<String, ColumnKind> kinds() {
        return kinds;
    }

    /// All rows in the memory of this process.
    Table collected() {
        return RowTable.of(kinds, rows.collectAsList());
    }
}
