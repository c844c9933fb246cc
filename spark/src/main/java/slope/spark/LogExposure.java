package slope.spark;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import slope.table.ColumnKind;
import slope.table.DataException;

/// The exposure e^offset of counts and amounts, for a DataFrame that has the offset: what is added to
/// the logarithm of the prediction, as in Spark's generalized linear models with a log link. A model
/// file reads the exposure itself, in a column `exp(offset)`.
final class LogExposure {
    private static final Pattern NAME = Pattern.compile("exp\\((.+)\\)");

    private LogExposure() {}

    /// The name of the exposure of an offset.
    static String name(String offset) {
        return "exp(%s)".formatted(offset);
    }

    /// The offset that a column is the exposure of.
    static Optional<String> offset(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// Refuses a column that cannot be an offset.
    ///
    /// @throws DataException if it is of no numbers
    static void require(StructType schema, String offset) {
        StructField field = schema.apply(offset);
        if (CellValue.kind(field) != ColumnKind.NUMBER) {
            throw new DataException("column \"%s\" is of type %s; an offset is a number, the logarithm of an exposure"
                    .formatted(offset, field.dataType().simpleString()));
        }
    }

    static Column of(Column offset) {
        return functions.exp(offset.cast("double"));
    }
}
