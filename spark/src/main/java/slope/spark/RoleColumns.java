package slope.spark;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;
import org.apache.spark.sql.types.StructType;

/// The params of [RoleParams], which belong to one stage.
public final class RoleColumns {
    private final RoleParams<?> stage;
    private final StringArrayParam inputs;
    private final Param<String> label;
    private final Param<String> weight;
    private final Param<String> group;

    /// Makes the params of a stage, which has its uid already.
    RoleColumns(RoleParams<?> stage) {
        this.stage = stage;
        inputs = new StringArrayParam(
                stage, "inputCols", "names of the columns that the model reads; if not set, all without another role");
        label = new Param<>(stage, "labelCol", "name of the column that is predicted");
        weight = new Param<>(stage, "weightCol", "name of the column of weights: how many rows each one counts for");
        group = new Param<>(
                stage, "groupCol", "name of the column whose equal values keep rows together in the validation");
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

    /// The name of a column, if it is set.
    Optional<String> named(Param<String> param) {
        return stage.isDefined(param) ? Optional.of(stage.getOrDefault(param)) : Optional.empty();
    }

    /// The input columns, if they are set.
    Optional<String[]> chosenInputs() {
        return stage.isSet(inputs) ? Optional.of(stage.getInputCols()) : Optional.empty();
    }

    /// All columns that training reads.
    ///
    /// @param others further columns with a role
    /// @param unread a column that is no input unless it is chosen
    Set<String> read(StructType schema, List<String> others, Optional<String> unread) {
        Set<String> names = new LinkedHashSet<>(chosenInputs()
                .map(List::of)
                .orElseGet(() -> TrainingFrame.readable(schema).stream()
                        .filter(name -> unread.filter(name::equals).isEmpty())
                        .toList()));
        names.add(stage.getLabelCol());
        named(weight).ifPresent(names::add);
        named(group).ifPresent(names::add);
        names.addAll(others);
        return names;
    }
}
