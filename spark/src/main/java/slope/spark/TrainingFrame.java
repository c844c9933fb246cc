package slope.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.apache.spark.sql.Column;
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
    private final Dataset<Row> source;
    private final SequencedMap<String, ColumnKind> kinds;

    private TrainingFrame(Dataset<Row> source, SequencedMap<String, ColumnKind> kinds) {
        this.source = source;
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
        return new TrainingFrame(dataset.toDF(), kinds);
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

    /// The DataFrame with all of its columns, as they are.
    Dataset<Row> source() {
        return source;
    }

    /// The columns, each as the type of its kind.
    List<Column> columns() {
        return kinds.entrySet().stream()
                .map(column -> typed(column.getKey(), column.getValue()))
                .toList();
    }

    private static Column typed(String name, ColumnKind kind) {
        String type = switch (kind) {
            case NUMBER -> "double";
            case BOOLEAN -> "boolean";
            case CATEGORY -> "string";
            case DATE -> "timestamp_ntz";
        };
        return functions.col(CellValue.quoted(name)).cast(type).as(name);
    }

    /// The kinds of the columns, in the order of the cells.
    SequencedMap<String, ColumnKind> kinds() {
        return kinds;
    }

    /// All rows in the memory of this process. One partition after another comes, so that no more than one of them is
    /// there as rows, and `spark.driver.maxResultSize` is a limit of a partition and not of all.
    Table collected() {
        RowTable table = new RowTable(kinds);
        source.select(columns().toArray(Column[]::new)).toLocalIterator().forEachRemaining(table::add);
        return table.table();
    }
}
