package slope.spark;

import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;

/// The params that say what each column of the DataFrame is for. Names are exact, also where Spark's are found in any
/// case; an empty one is as good as none.
///
/// @param <S> the stage that has them
public interface RoleParams<S> extends Params {
    /// The params themselves.
    RoleColumns roleColumns();

    /// The stage, which each setter returns.
    S self();

    /// The columns that the model reads; where it is not set, all that are of a type which can be read
    /// and have no other role.
    default StringArrayParam inputCols() {
        return roleColumns().inputs();
    }

    /// The column that is predicted, `label` by default. Rows without a value are left out.
    default Param<String> labelCol() {
        return roleColumns().label();
    }

    /// The column of weights, numbers from 0 on: how many rows each one counts for. Without one each row counts once.
    default Param<String> weightCol() {
        return roleColumns().weight();
    }

    /// The column whose equal values keep rows together when validation rows are chosen.
    default Param<String> groupCol() {
        return roleColumns().group();
    }

    /// The column of booleans, or of numbers 0 and 1, that is true in validation rows; each row has a value. Without
    /// one a share of the rows is drawn.
    default Param<String> validationIndicatorCol() {
        return roleColumns().validationIndicator();
    }

    default String[] getInputCols() {
        return getOrDefault(inputCols());
    }

    default String getLabelCol() {
        return getOrDefault(labelCol());
    }

    default String getWeightCol() {
        return getOrDefault(weightCol());
    }

    default String getGroupCol() {
        return getOrDefault(groupCol());
    }

    default String getValidationIndicatorCol() {
        return getOrDefault(validationIndicatorCol());
    }

    default S setInputCols(String... names) {
        set(inputCols(), names.clone());
        return self();
    }

    default S setLabelCol(String name) {
        set(labelCol(), name);
        return self();
    }

    default S setWeightCol(String name) {
        set(weightCol(), name);
        return self();
    }

    default S setGroupCol(String name) {
        set(groupCol(), name);
        return self();
    }

    default S setValidationIndicatorCol(String name) {
        set(validationIndicatorCol(), name);
        return self();
    }
}
