package slope.spark;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import slope.target.ClassPredictions;
import slope.target.Classes;
import slope.target.LabelPredictions;
import slope.target.Predictions;
import slope.target.QuantilePredictions;
import slope.target.Quantiles;
import slope.target.Target;

/// A column of predictions: which targets have it, its type, and a row's value. In the order in which
/// they are added.
enum OutputColumn {
    /// ln p of each class; of a probability of 0 that of the smallest normal double, which is finite.
    RAW_PREDICTION {
        @Override
        boolean isOf(Target target) {
            return target instanceof Classes;
        }

        @Override
        DataType type(int targets) {
            return SQLDataTypes.VectorType();
        }

        @Override
        Object value(Predictions predictions, int row) {
            double[] logarithms = numbers(predictions, row);
            for (int index = 0; index < logarithms.length; index++) {
                logarithms[index] = StrictMath.log(Math.max(Double.MIN_NORMAL, logarithms[index]));
            }
            return Vectors.dense(logarithms);
        }
    },
    PROBABILITY {
        @Override
        boolean isOf(Target target) {
            return target.isClassification();
        }

        @Override
        DataType type(int targets) {
            return SQLDataTypes.VectorType();
        }

        @Override
        Object value(Predictions predictions, int row) {
            return Vectors.dense(numbers(predictions, row));
        }
    },
    QUANTILES {
        @Override
        boolean isOf(Target target) {
            return target instanceof Quantiles;
        }

        @Override
        DataType type(int targets) {
            return SQLDataTypes.VectorType();
        }

        @Override
        Object value(Predictions predictions, int row) {
            return Vectors.dense(numbers(predictions, row));
        }
    },
    PREDICTION {
        @Override
        boolean isOf(Target target) {
            return true;
        }

        @Override
        DataType type(int targets) {
            return targets == 1 ? DataTypes.DoubleType : SQLDataTypes.VectorType();
        }

        // The names of the classes, which Spark's `IndexToString` reads; numbers need none.
        @Override
        Metadata metadata(Target target, String name) {
            return target instanceof Classes classes && !areNumbers(classes.classes())
                    ? NominalAttribute.defaultAttr()
                            .withName(name)
                            .withValues(classes.classes().toArray(String[]::new))
                            .toMetadata()
                    : Metadata.empty();
        }

        @Override
        Object value(Predictions predictions, int row) {
            return switch (predictions) {
                case ClassPredictions classes -> label(classes, row);
                case LabelPredictions labels -> Vectors.dense(present(labels, row));
                case QuantilePredictions quantiles -> quantiles.value(row, middle(quantiles));
                default ->
                    predictions.names().size() == 1
                            ? (Object) predictions.value(row, 0)
                            : Vectors.dense(numbers(predictions, row));
            };
        }
    },
    PREDICTED_LABEL {
        @Override
        boolean isOf(Target target) {
            return target.isClassification();
        }

        @Override
        DataType type(int targets) {
            return targets == 1 ? DataTypes.StringType : DataTypes.createArrayType(DataTypes.StringType, false);
        }

        @Override
        Object value(Predictions predictions, int row) {
            int count = predictions.names().size();
            String[] texts = new String[count];
            for (int index = 0; index < count; index++) {
                texts[index] = predictions.text(row, index);
            }
            return count == 1 ? texts[0] : texts;
        }
    };

    /// As tables write numbers.
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");

    /// Whether predictions of the target have the column.
    abstract boolean isOf(Target target);

    /// @param targets how many columns are predicted
    abstract DataType type(int targets);

    /// A row's value, as Spark takes it.
    abstract Object value(Predictions predictions, int row);

    Metadata metadata(Target target, String name) {
        return Metadata.empty();
    }

    StructField field(Target target, String name) {
        return new StructField(name, type(target.columns().size()), false, metadata(target, name));
    }

    /// The number of the predicted class; of classes that are numbers the class itself, as a label of
    /// Spark's is.
    private static double label(ClassPredictions predictions, int row) {
        List<String> classes = predictions.classes();
        int index = predictions.predicted(row);
        return areNumbers(classes) ? Double.parseDouble(classes.get(index)) : index;
    }

    private static boolean areNumbers(List<String> classes) {
        return classes.stream().allMatch(name -> NUMBER.matcher(name).matches());
    }

    /// All numbers of a row: probabilities, quantiles, or the numbers of several columns.
    private static double[] numbers(Predictions predictions, int row) {
        double[] numbers = new double[width(predictions)];
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = switch (predictions) {
                case ClassPredictions classes -> classes.probability(row, index);
                case LabelPredictions labels -> labels.probability(row, index);
                default -> predictions.value(row, index);
            };
        }
        return numbers;
    }

    private static int width(Predictions predictions) {
        return predictions instanceof ClassPredictions classes
                ? classes.classes().size()
                : predictions.names().size();
    }

    private static double[] present(LabelPredictions labels, int row) {
        double[] present = new double[labels.names().size()];
        for (int label = 0; label < present.length; label++) {
            present[label] = labels.has(row, label) ? 1 : 0;
        }
        return present;
    }

    /// The quantile nearest to the median; the lower of two.
    private static int middle(QuantilePredictions quantiles) {
        int nearest = 0;
        for (int index = 1; index < quantiles.levels().size(); index++) {
            if (Math.abs(quantiles.levels().get(index) - 0.5)
                    < Math.abs(quantiles.levels().get(nearest) - 0.5)) {
                nearest = index;
            }
        }
        return nearest;
    }
}
