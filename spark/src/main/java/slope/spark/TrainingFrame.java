package slope.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import slope.table.ColumnKind;
import slope.table.DataException;
import slope.table.Table;

/// The columns of a DataFrame that a training reads, each as the one type of its kind: double, boolean,
/// string, timestamp without a zone.
final class TrainingFrame {
    private final Dataset<Row> source; // its columns are called by their places
    private final StructType schema; // of the source, with their names
    private final SequencedMap<String, ColumnKind> kinds;

    private TrainingFrame(Dataset<Row> source, StructType schema, SequencedMap<String, ColumnKind> kinds) {
        this.source = source;
        this.schema = schema;
        this.kinds = kinds;
    }

    /// Those of a DataFrame that have these names.
    ///
    /// @throws DataException if one is not there, is there twice or is of a type that has no cells
    static TrainingFrame of(Dataset<?> dataset, Set<String> names) {
        StructType schema = dataset.schema();
        ColumnPlaces.require(schema, names);
        SequencedMap<String, ColumnKind> kinds = new LinkedHashMap<>();
        names.forEach(name -> kinds.put(name, CellValue.kind(schema.apply(name))));
        return new TrainingFrame(ColumnPlaces.called(dataset), schema, kinds);
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

    /// A column of the source.
    Column ofSource(String name) {
        return ColumnPlaces.column(schema, name);
    }

    /// The columns that are read, each as the type of its kind, in the order of the kinds.
    List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Map.Entry<String, ColumnKind> read : kinds.entrySet()) {
            columns.add(ofSource(read.getKey()).cast(type(read.getValue())).as(ColumnPlaces.name(columns.size())));
        }
        return columns;
    }

    private static String type(ColumnKind kind) {
        return switch (kind) {
            case NUMBER -> "double";
            case BOOLEAN -> "boolean";
            case CATEGORY -> "string";
            case DATE -> "timestamp_ntz";
        };
    }

    /// One of [#columns], where these have been selected.
    Column column(String name) {
        return ColumnPlaces.column(List.copyOf(kinds.keySet()).indexOf(name));
    }

    /// The kinds of the columns, in the order of the cells.
    SequencedMap<String, ColumnKind> kinds() {
        return kinds;
    }

    /// The kind of a column that is read.
    ColumnKind kind(String name) {
        return Optional.ofNullable(kinds.get(name)).orElseThrow();
    }

    /// Refuses a column whose role is not for its kind.
    ///
    /// @param wanted a clause of a sentence
    /// @throws DataException if it is of another kind
    void requireKind(String name, Set<ColumnKind> kinds, String wanted) {
        if (!kinds.contains(kind(name))) {
            String type = schema.apply(name).dataType().simpleString();
            throw new DataException("column \"%s\" is of type %s; %s".formatted(name, type, wanted));
        }
    }

    /// All rows in the memory of this process. One partition after another comes, so that no more than one of them is
    /// there as rows, and `spark.driver.maxResultSize` is a limit of a partition and not of all.
    Table collected() {
        RowTable table = new RowTable(kinds);
        source.select(columns().toArray(Column[]::new)).toLocalIterator().forEachRemaining(table::add);
        return table.table();
    }
}
