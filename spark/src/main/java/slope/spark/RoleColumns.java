package slope.spark;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import slope.table.ColumnKind;
import slope.table.DataException;

/// The params of [RoleParams], which belong to one stage.
public final class RoleColumns {
    private final RoleParams<?> stage;
    private final StringArrayParam inputs;
    private final Param<String> label;
    private final Param<String> weight;
    private final Param<String> group;
    private final Param<String> validationIndicator;

    /// Makes the params of a stage, which has its uid already.
    RoleColumns(RoleParams<?> stage) {
        this.stage = stage;
        inputs = new StringArrayParam(
                stage, "inputCols", "names of the columns that the model reads; if not set, all without another role");
        label = TextParam.of(stage, "labelCol", "name of the column that is predicted");
        weight = TextParam.of(stage, "weightCol", "name of the column of weights: how many rows each one counts for");
        group = TextParam.of(
                stage, "groupCol", "name of the column whose equal values keep rows together in the validation");
        validationIndicator = TextParam.of(
                stage,
                "validationIndicatorCol",
                "name of the column that is true in validation rows, and false in others");
        stage.setDefault(label, "label");
    }

    StringArrayParam inputs() {
        return inputs;
    }

    Param<String> label() {
        return label;
    }

    Param<String> weight() {
        return weight;
    }

    Param<String> group() {
        return group;
    }

    Param<String> validationIndicator() {
        return validationIndicator;
    }

    /// The name of a column, if it is set and not empty.
    Optional<String> named(Param<String> param) {
        return stage.isDefined(param)
                ? Optional.of(stage.getOrDefault(param)).filter(name -> !name.isEmpty())
                : Optional.empty();
    }

    /// Refuses columns whose type cannot be what their role needs, before a row is read.
    ///
    /// @throws slope.table.DataException about the first of them
    void requireKinds(TrainingFrame frame) {
        named(weight)
                .ifPresent(
                        name -> frame.requireKind(name, Set.of(ColumnKind.NUMBER), "a weight is a number from 0 on"));
        named(validationIndicator)
                .ifPresent(name -> frame.requireKind(
                        name, Set.of(ColumnKind.NUMBER, ColumnKind.BOOLEAN), HashedRows.VALIDATES_OR_TRAINS));
    }

    /// The vector that is read: the one that is named, or that of the usual name where no inputs are named.
    ///
    /// @param features the param of its column
    Optional<FeatureVector> vector(Dataset<?> rows, Param<String> features) {
        String column = stage.getOrDefault(features);
        boolean isThere = Stream.of(rows.schema().fields())
                .anyMatch(field -> field.name().equals(column) && FeatureVector.isVector(field.dataType()));
        return stage.isSet(features) || (!stage.isSet(inputs) && isThere)
                ? Optional.of(FeatureVector.of(rows, column))
                : Optional.empty();
    }

    /// The inputs that are named: columns, and the numbers of a vector. Empty if neither is.
    ///
    /// @throws slope.table.DataException if one of the names is null
    Optional<String[]> inputs(Optional<FeatureVector> vector) {
        List<String> names = new ArrayList<>();
        if (stage.isSet(inputs)) {
            Stream.of(stage.getInputCols()).forEach(name -> names.add(present(name)));
        }
        vector.map(FeatureVector::names).ifPresent(names::addAll);
        return stage.isSet(inputs) || vector.isPresent() ? Optional.of(names.toArray(String[]::new)) : Optional.empty();
    }

    private static String present(@Nullable String name) {
        if (name == null) {
            throw new DataException("inputCols names a column null; each is the name of a column of the DataFrame");
        }
        return name;
    }

    /// All columns that training reads.
    ///
    /// @param chosen the inputs that are named
    /// @param others further columns with a role
    /// @param unread columns that are no inputs unless they are named
    Set<String> read(StructType schema, Optional<String[]> chosen, List<String> others, Set<String> unread) {
        Set<String> names = new LinkedHashSet<>(chosen.map(List::of)
                .orElseGet(() -> TrainingFrame.readable(schema).stream()
                        .filter(name -> !unread.contains(name))
                        .toList()));
        names.add(stage.getLabelCol());
        Stream.of(weight, group, validationIndicator)
                .flatMap(param -> named(param).stream())
                .forEach(names::add);
        names.addAll(others);
        return names;
    }
}
