package slope.serve.metric;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// The counts and durations of one model since the server started; a new file of the model goes on with
/// them. Safe for many threads at once.
public final class ModelMetrics {
    private final String name;
    private final LongAdder requests = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private final LongAdder reloads = new LongAdder();
    private final ConcurrentMap<Integer, LongAdder> failures = new ConcurrentHashMap<>(); // by status
    private final ConcurrentMap<String, ColumnCounts> columns = new ConcurrentHashMap<>();
    private final Histogram preprocess = new Histogram();
    private final Histogram predict = new Histogram();
    private final Histogram postprocess = new Histogram();

    /// @param name of the model; empty for what belongs to none
    public ModelMetrics(String name) {
        this.name = name;
    }

    /// Counts a request for the model.
    public void request() {
        requests.increment();
    }

    /// Counts rows that were predicted.
    public void rows(int count) {
        rows.add(count);
    }

    /// Counts a request that was answered with an error.
    public void failure(int status) {
        failures.computeIfAbsent(status, ignored -> new LongAdder()).increment();
    }

    /// Counts a new file of the model that was taken.
    public void reload() {
        reloads.increment();
    }

    /// Counts columns from now on; until a value is counted they are told as 0.
    public void columns(Collection<String> names) {
        names.forEach(this::column);
    }

    /// The counts of a column.
    public ColumnCounts column(String column) {
        return columns.computeIfAbsent(column, ignored -> new ColumnCounts());
    }

    /// From a body to a table.
    public Histogram preprocess() {
        return preprocess;
    }

    /// From a table to predictions, with the wait for the rows before.
    public Histogram predict() {
        return predict;
    }

    /// From predictions to a body.
    public Histogram postprocess() {
        return postprocess;
    }

    /// The values of a column that were not as in training.
    public static final class ColumnCounts {
        private final LongAdder missing = new LongAdder();
        private final LongAdder unseen = new LongAdder();
        private final LongAdder outOfRange = new LongAdder();

        public void missing() {
            missing.increment();
        }

        /// A word that training did not have.
        public void unseen() {
            unseen.increment();
        }

        /// A number or date beyond those of training.
        public void outOfRange() {
            outOfRange.increment();
        }
    }

    /// Adds the metrics of all models.
    public static void write(List<ModelMetrics> models, MetricsText text) {
        each(
                models,
                text,
                "slope_requests_total",
                "counter",
                "Requests for predictions.",
                (model, name) -> text.sample(name, model.label(), model.requests.sum()));
        each(
                models,
                text,
                "slope_rows_total",
                "counter",
                "Rows predicted.",
                (model, name) -> text.sample(name, model.label(), model.rows.sum()));
        each(
                models,
                text,
                "slope_failures_total",
                "counter",
                "Requests answered with an error, by status.",
                (model, name) -> new TreeMap<>(model.failures)
                        .forEach((status, count) ->
                                text.sample(name, model.label() + ",code=\"" + status + "\"", count.sum())));
        each(
                models,
                text,
                "slope_reloads_total",
                "counter",
                "New files of the model that were taken.",
                (model, name) -> text.sample(name, model.label(), model.reloads.sum()));
        columns(models, text, "slope_missing_values_total", "Missing values.", counts -> counts.missing);
        columns(
                models,
                text,
                "slope_unseen_values_total",
                "Words that training did not have.",
                counts -> counts.unseen);
        columns(
                models,
                text,
                "slope_out_of_range_values_total",
                "Numbers and dates beyond those of training.",
                counts -> counts.outOfRange);
        histograms(models, text, "request_preprocess_seconds", "From the body to a table.", ModelMetrics::preprocess);
        histograms(models, text, "request_predict_seconds", "From a table to predictions.", ModelMetrics::predict);
        histograms(
                models,
                text,
                "request_postprocess_seconds",
                "From predictions to the body.",
                ModelMetrics::postprocess);
    }

    private String label() {
        return MetricsText.label("model_name", name);
    }

    private static void columns(
            List<ModelMetrics> models,
            MetricsText text,
            String name,
            String help,
            Function<ColumnCounts, LongAdder> counter) {
        each(models, text, name, "counter", help, (model, ignored) -> {
            for (Map.Entry<String, ColumnCounts> column : new TreeMap<>(model.columns).entrySet()) {
                String labels = model.label() + "," + MetricsText.label("column", column.getKey());
                text.sample(name, labels, counter.apply(column.getValue()).sum());
            }
        });
    }

    private static void histograms(
            List<ModelMetrics> models,
            MetricsText text,
            String name,
            String help,
            Function<ModelMetrics, Histogram> histogram) {
        each(
                models,
                text,
                name,
                "histogram",
                help,
                (model, ignored) -> histogram.apply(model).write(text, name, model.label()));
    }

    private static void each(
            List<ModelMetrics> models,
            MetricsText text,
            String name,
            String type,
            String help,
            BiConsumer<ModelMetrics, String> samples) {
        text.metric(name, type, help);
        models.forEach(model -> samples.accept(model, name));
    }
}
