package slope.cli.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import slope.cli.text.ListText;
import slope.cli.text.NameConverter;
import slope.cli.text.TableNames;
import slope.fit.Estimator;
import slope.metric.Metric;
import slope.run.TrainingRequest;
import slope.target.TargetChoice;
import slope.target.TargetKind;
import slope.target.Threshold;

/// The options for the target and the metric.
final class TargetOptions {
    @Option(
            names = "--target",
            paramLabel = "COLUMN",
            description = {
                "The column to predict, required without --resume, --request and --like; several, separated by commas,"
                        + " are predicted together: columns of 0 and 1 as labels, others as numbers."
            })
    private List<ListText> columns = new ArrayList<>();

    @Option(
            names = "--task",
            paramLabel = "TASK",
            converter = KindConverter.class,
            completionCandidates = KindConverter.class,
            description = {
                "The kind of target: binary, multiclass, multilabel, regression, count, gamma (amounts above 0) or"
                        + " tweedie (amounts many of which are 0). By default the values decide."
            })
    private Optional<TargetKind> kind = Optional.empty();

    @Option(
            names = "--quantiles",
            split = ",",
            paramLabel = "SHARE",
            description = "Predict these quantiles, such as 0.1,0.5,0.9: nine of ten values lie below the last one.")
    private List<Double> quantiles = new ArrayList<>();

    @Option(
            names = "--exposure",
            paramLabel = "COLUMN",
            description =
                    "Exposure column of counts and amounts: the duration or size of each row. It is an input as well,"
                            + " because they are seldom proportional to it.")
    private Optional<String> exposure = Optional.empty();

    @Option(
            names = "--power",
            paramLabel = "P",
            description = "The power of --task tweedie, above 1 (as for counts) and below 2 (as for gamma); 1.5 by"
                    + " default.")
    private Optional<Double> power = Optional.empty();

    @Option(
            names = "--positive",
            paramLabel = "CLASS",
            description =
                    "Of two classes the positive one, whose F1, average precision and curves are reported (default:"
                            + " the second in the order of names or numbers).")
    private Optional<String> positive = Optional.empty();

    @Option(
            names = "--threshold",
            paramLabel = "f1|cost:FP,FN|rate:SHARE|P",
            converter = ThresholdConverter.class,
            description =
                    "The probability from which on the positive of two classes is predicted: of the highest F1, of the"
                            + " lowest cost of false positives and false negatives, for a share of rows, each chosen on"
                            + " the validation rows, or a number (default: the likelier class is predicted).")
    private Optional<Threshold.Choice> threshold = Optional.empty();

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            converter = MetricConverter.class,
            completionCandidates = MetricConverter.class,
            description = {
                "The metric that chooses the best epoch, on the validation rows. Classes: accuracy, balanced-accuracy,"
                    + " log-loss, brier, mcc, of two auc, average-precision, f1, of more macro-f1; labels: log-loss,"
                    + " auc, average-precision, micro-f1, macro-f1, hamming-loss, subset-accuracy; numbers: rmse, mae,"
                    + " mape, r2, poisson-deviance; of amounts gamma-deviance or tweedie-deviance; quantiles: pinball."
            })
    private Optional<Metric> metric = Optional.empty();

    boolean isGiven() {
        return !columns.isEmpty();
    }

    /// The target columns, as far as they are given here.
    List<String> columns(TableNames table) {
        return ListText.names(columns, table);
    }

    /// The request with the chosen target and metric.
    ///
    /// @throws IllegalArgumentException if a value is invalid
    TrainingRequest on(TrainingRequest request, TableNames table) {
        TargetChoice before = request.estimator().target();
        TargetChoice target = before;
        if (isGiven()) {
            target = TargetChoice.of(columns(table).toArray(String[]::new)).quantiles(before.quantiles());
            target = before.kind().map(target::kind).orElse(target);
            target = before.exposure().map(target::exposure).orElse(target);
            target = before.power().map(target::power).orElse(target);
            target = before.positive().map(target::positive).orElse(target);
            target = before.threshold().map(target::threshold).orElse(target);
        }
        target = kind.map(target::kind).orElse(target);
        target = exposure.map(target::exposure).orElse(target);
        target = power.map(target::power).orElse(target);
        target = positive.map(target::positive).orElse(target);
        target = threshold.map(target::threshold).orElse(target);
        target = quantiles.isEmpty() ? target : target.quantiles(quantiles);
        Estimator estimator = request.estimator().target(target);
        return request.estimator(metric.map(estimator::metric).orElse(estimator));
    }

    /// From a text to the choice of a threshold.
    static final class ThresholdConverter implements ITypeConverter<Threshold.Choice> {
        @Override
        public Threshold.Choice convert(String text) {
            try {
                return Threshold.Choice.of(text);
            } catch (IllegalArgumentException unusable) {
                throw new TypeConversionException(String.valueOf(unusable.getMessage()));
            }
        }
    }

    /// From a name to a kind of target.
    static final class KindConverter extends NameConverter<TargetKind> {
        KindConverter() {
            super(List.of(TargetKind.values()), TargetKind::option);
        }
    }

    /// From a name to a metric.
    static final class MetricConverter extends NameConverter<Metric> {
        MetricConverter() {
            super(Metric.ALL, Metric::title);
        }
    }
}
