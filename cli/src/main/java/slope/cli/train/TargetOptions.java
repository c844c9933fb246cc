package slope.cli.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import slope.metric.Metric;
import slope.target.TargetChoice;
import slope.target.TargetKind;

/// The options for the target and the metric.
final class TargetOptions {
    @Option(
            names = "--target",
            split = ",",
            paramLabel = "COLUMN",
            description = {
                "The column to predict, required without --resume; several, separated by commas, are predicted"
                        + " together: columns of 0 and 1 as labels, others as numbers."
            })
    private List<String> columns = new ArrayList<>();

    @Option(
            names = "--task",
            paramLabel = "TASK",
            converter = KindConverter.class,
            description = {
                "The kind of target: binary, multiclass, multilabel, regression or count. By default the values decide."
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
            description = "Exposure column of counts: the duration or size of each row. It is an input as well, because"
                    + " counts are seldom proportional to it.")
    private Optional<String> exposure = Optional.empty();

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            converter = MetricConverter.class,
            description = {
                "The metric that chooses the best epoch, on the validation rows. Classes: accuracy, log-loss, auc, f1,"
                    + " macro-f1; labels: log-loss, auc, micro-f1, macro-f1, hamming-loss, subset-accuracy; numbers:"
                    + " rmse, mae, r2, poisson-deviance; quantiles: pinball."
            })
    private Optional<Metric> metric = Optional.empty();

    boolean isGiven() {
        return !columns.isEmpty();
    }

    TargetChoice choice() {
        TargetChoice plain = TargetChoice.of(columns.toArray(String[]::new)).quantiles(quantiles);
        TargetChoice ofKind = kind.map(plain::kind).orElse(plain);
        return exposure.map(ofKind::exposure).orElse(ofKind);
    }

    Optional<Metric> metric() {
        return metric;
    }

    /// From a name to a kind of target.
    static final class KindConverter implements ITypeConverter<TargetKind> {
        @Override
        public TargetKind convert(String name) {
            return TargetKind.named(name)
                    .orElseThrow(() -> new TypeConversionException("'%s' is none of %s"
                            .formatted(
                                    name,
                                    Stream.of(TargetKind.values())
                                            .map(TargetKind::option)
                                            .collect(Collectors.joining(", ")))));
        }
    }

    /// From a name to a metric.
    static final class MetricConverter implements ITypeConverter<Metric> {
        @Override
        public Metric convert(String name) {
            return Metric.named(name)
                    .orElseThrow(() -> new TypeConversionException("'%s' is none of %s"
                            .formatted(
                                    name, Metric.ALL.stream().map(Metric::title).collect(Collectors.joining(", ")))));
        }
    }
}
