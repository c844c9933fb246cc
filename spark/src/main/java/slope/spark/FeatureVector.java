package slope.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import slope.table.DataException;

/// A vector of features, or an array of numbers, as columns `features_0`, `features_1`, …
///
/// They are called so whatever the vector's own column is called: a model file names what it reads, and
/// another program serves it with columns of these names.
///
/// @param column of the vector
/// @param size how many numbers each vector has; empty if there may be more than are read
record FeatureVector(String column, OptionalInt size) {
    private static final String USUAL_COLUMN = "features";

    /// Spark itself plans a column at a time: hundreds of thousands of them take it hours.
    private static final int MOST_NUMBERS = 10_000;

    private static final Pattern NAME = Pattern.compile("features_(0|[1-9]\\d{0,8})");

    /// The param that names the column of the vector.
    static Param<String> param(Params stage) {
        Param<String> param =
                TextParam.of(stage, "featuresCol", "name of the column of feature vectors, or of arrays of numbers");
        stage.setDefault(param, USUAL_COLUMN);
        return param;
    }

    /// The vector that a model of these columns reads, if it reads one.
    ///
    /// @throws DataException if the column is not there, or is no vector
    static Optional<FeatureVector> read(Iterable<String> modelColumns, StructType schema, String column) {
        for (String name : modelColumns) {
            if (element(name).isPresent() && !List.of(schema.fieldNames()).contains(name)) {
                require(schema, column);
                return Optional.of(new FeatureVector(column, OptionalInt.empty()));
            }
        }
        return Optional.empty();
    }

    /// The vectors of rows to train on. Their size is that of the column's metadata, else that of the first row.
    ///
    /// @throws DataException if the column is not there, is no vector, has none, or too long ones
    static FeatureVector of(Dataset<?> rows, String column) {
        StructType schema = rows.schema();
        require(schema, column);
        StructField field = schema.apply(column);
        boolean hasAttributes = field.dataType().equals(SQLDataTypes.VectorType());
        int told = hasAttributes ? AttributeGroup.fromStructField(field).size() : -1;
        int size = told > 0 ? told : firstSize(rows, column);
        if (size > MOST_NUMBERS) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "column \"%s\" has vectors of %,d numbers, and each is a column of the model, which has up to %,d;"
                            + " take fewer features, such as numFeatures of a HashingTF",
                    column,
                    size,
                    MOST_NUMBERS));
        }
        return new FeatureVector(column, OptionalInt.of(size));
    }

    private static int firstSize(Dataset<?> rows, String column) {
        Column cell = ColumnPlaces.column(rows.schema(), column);
        Column array = new FeatureVector(column, OptionalInt.empty()).array(cell, rows.schema());
        Row[] first = (Row[]) ColumnPlaces.called(rows)
                .filter(cell.isNotNull())
                .select(functions.size(array))
                .take(1);
        if (first.length == 0 || first[0].getInt(0) == 0) {
            throw new DataException("column \"%s\" has no vector with a number; each row needs one".formatted(column));
        }
        return first[0].getInt(0);
    }

    static boolean isVector(DataType type) {
        return type.equals(SQLDataTypes.VectorType())
                || (type instanceof ArrayType array && array.elementType() instanceof NumericType);
    }

    private static void require(StructType schema, String column) {
        ColumnPlaces.require(schema, List.of(column));
        DataType type = schema.apply(column).dataType();
        if (!isVector(type)) {
            throw new DataException("column \"%s\" is of type %s; a vector or an array of numbers is needed"
                    .formatted(column, type.simpleString()));
        }
    }

    /// Which number of the vector a column is; empty if it is none.
    static OptionalInt element(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /// The names of the columns of all numbers.
    ///
    /// @throws java.util.NoSuchElementException if there may be more
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int element = 0; element < size.orElseThrow(); element++) {
            names.add("features_" + element);
        }
        return names;
    }

    /// The numbers of each row as an array. A row without a vector has none; one with a vector of another size fails.
    ///
    /// @param last number that is read, counted from 0
    Column numbers(StructType schema, int last) {
        Column cell = ColumnPlaces.column(schema, column);
        Column array = array(cell, schema);
        Column length = functions.size(array);
        Column fits = size.isPresent() ? length.equalTo(size.getAsInt()) : length.gt(last);
        Column sentence = functions.concat(
                functions.lit("column \"%s\" has a vector of ".formatted(column)),
                length,
                functions.lit(
                        size.isPresent()
                                ? " numbers, and others have %s; each needs as many".formatted(size.getAsInt())
                                : " numbers, and the model reads number %s, counted from 0".formatted(last)));
        return functions
                .when(cell.isNull(), functions.lit(null))
                .when(fits, array)
                .otherwise(functions.raise_error(sentence));
    }

    /// @param cell of a DataFrame whose columns are called by their places
    private Column array(Column cell, StructType schema) {
        return schema.apply(column).dataType() instanceof ArrayType
                ? cell.cast("array<double>")
                : functions.when(cell.isNotNull(), org.apache.spark.ml.functions.vector_to_array(cell, "float64"));
    }
}
