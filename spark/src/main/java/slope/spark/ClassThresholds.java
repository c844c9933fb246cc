package slope.spark;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.Params;
import slope.onnx.ModelFile;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.target.Classes;
import slope.target.DecisionRule;
import slope.target.Target;
import slope.target.Threshold;

/// A threshold for each class, as Spark has them: the class with the largest p/t is predicted. In a model's
/// file it is the rule of decisions, so everything that reads the file predicts the same.
final class ClassThresholds {
    private ClassThresholds() {}

    static DoubleArrayParam param(Params stage) {
        return new DoubleArrayParam(
                stage,
                "thresholds",
                "threshold of each class, in the order of the classes; the class with the largest ratio of probability"
                        + " to threshold is predicted");
    }

    /// The model that decides by thresholds.
    ///
    /// @throws DataException if they are not those of its classes
    static ModelFile decided(ModelFile file, double[] thresholds) {
        return new ModelFile(file.model().with(rule(file.model().target(), thresholds)), file.provenance());
    }

    /// The rule of decisions that thresholds are.
    ///
    /// @throws DataException if they are not those of the target's classes
    static DecisionRule rule(Target target, double[] thresholds) {
        if (!(target instanceof Classes classes)) {
            throw new DataException("thresholds are for classes, and the model predicts %s; leave them out"
                    .formatted(target.kind().title()));
        }
        return rule(thresholds, classes.classes());
    }

    private static DecisionRule rule(double[] thresholds, List<String> classes) {
        List<Double> all = Arrays.stream(thresholds).boxed().toList();
        if (all.size() != classes.size()) {
            throw new DataException("there are %s thresholds for %s classes (%s); each class has one"
                    .formatted(all.size(), classes.size(), String.join(", ", classes)));
        }
        for (double threshold : all) {
            boolean hasRatio = threshold > 0 && 1 / threshold > 0 && 1 / threshold <= Double.MAX_VALUE;
            if (!hasRatio && threshold != 0) {
                throw new DataException("a threshold is above 0, not %s".formatted(NumberColumn.text(threshold)));
            }
        }
        double sum = all.getFirst() + all.getLast();
        if (all.size() == 2 && sum > 0 && sum < Double.POSITIVE_INFINITY) {
            return new Threshold(all.getLast() / sum);
        }
        if (all.contains(0.0)) {
            throw new DataException(
                    all.size() == 2
                            ? "both thresholds are 0, which decides nothing; one of two may be 0"
                            : "a threshold of 0 among %s classes predicts that class always; take one above 0"
                                    .formatted(all.size()));
        }
        return DecisionRule.of(all.stream().map(threshold -> 1 / threshold).toList());
    }
}
