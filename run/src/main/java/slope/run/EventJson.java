package slope.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import slope.fit.FitPlan;
import slope.internal.text.Sentence;
import slope.split.Split;
import slope.table.DataException;
import slope.training.DivergedException;
import slope.training.EpochReport;
import slope.training.SpoiledParameter;
import slope.training.diagnostics.Health;
import slope.training.diagnostics.LayerHealth;
import tools.jackson.jr.ob.JSON;

/// Events as JSON, an object on one line, as reports are: `event` and `version`, `progress` from 0 to
/// 1, `timeLeftSeconds`, and what the event tells. What there is not has no key; a number that is not
/// finite is null.
public final class EventJson {
    /// The version of this form.
    public static final int VERSION = 1;

    private final Map<String, @Nullable Object> object = new LinkedHashMap<>();

    private EventJson() {}

    /// The event, without a line break, and safe to print.
    public static String of(RunEvent event) {
        EventJson json = new EventJson();
        json.put("event", dashed(event.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-")));
        json.put("version", VERSION);
        json.measured("progress", event.progress().share());
        json.put("timeLeftSeconds", event.progress().timeLeft().map(EventJson::seconds));
        json.addFacts(event);
        return Sentence.visible(JSON.builder()
                .enable(JSON.Feature.WRITE_NULL_PROPERTIES)
                .build()
                .asString(json.object));
    }

    private void addFacts(RunEvent event) {
        switch (event) {
            case RunEvent.Reading reading -> {
                put("file", reading.file());
                put("bytes", reading.bytes());
                put("ofBytes", reading.ofBytes());
            }
            case RunEvent.Prepared prepared -> addPlan(prepared.plan());
            case RunEvent.NetworkStarted started -> {
                put("network", started.network());
                put("networks", started.networks());
                put("epoch", started.epoch());
                put("trial", started.isTrial());
            }
            case RunEvent.EpochEnded epoch -> addEpoch(epoch);
            case RunEvent.Recovered recovered -> {
                put("network", recovered.network());
                put("epoch", recovered.recovery().epoch());
                put("batch", recovered.recovery().batch());
                put("backTo", recovered.recovery().backTo());
                measured("rateMultiplier", recovered.recovery().rateMultiplier());
            }
            case RunEvent.Remarked remark ->
                put("subject", dashed(remark.subject().name()));
            case RunEvent.Scoring ignored -> {}
            case RunEvent.Saved saved -> {
                put("file", saved.file().toString());
                saved.comparedRows().ifPresent(rows -> put("comparedRows", rows));
            }
            case RunEvent.Finished finished -> put("scores", scores(finished.run()));
            case RunEvent.Cancelled cancelled -> {
                put("network", started(cancelled.place().network()));
                put("trial", cancelled.place().isTrial());
                put("networks", started(cancelled.place().networks()));
                put("epoch", started(cancelled.place().epoch()));
                OptionalInt best = cancelled.run().bestEpoch();
                put("bestEpoch", best.isPresent() ? Optional.of(best.getAsInt()) : Optional.empty());
            }
            case RunEvent.Failed failed -> addFailure(failed.failure());
        }
    }

    private void put(String key, Object value) {
        object.put(key, value);
    }

    private void put(String key, Optional<?> value) {
        value.ifPresent(present -> object.put(key, present));
    }

    /// A number, or null where it is not finite.
    private void measured(String key, double number) {
        object.put(key, finite(number));
    }

    private static Optional<Integer> started(int number) {
        return Optional.of(number).filter(each -> each > 0);
    }

    private void addPlan(FitPlan plan) {
        Split split = plan.first().split();
        put("kind", plan.target().kind().option());
        put("metric", plan.metric().title());
        put("rows", plan.rows().rowsOfTable());
        put("trainingRows", split.training().length);
        put("validationRows", split.validation().length);
        put("columns", plan.columns().used());
        put("recipe", plan.settings().recipe());
        put("networks", plan.networks());
        put("parameters", plan.first().architecture().parameterLayout().length());
    }

    private void addEpoch(RunEvent.EpochEnded epoch) {
        EpochReport report = epoch.report();
        put("network", epoch.network());
        put("epoch", report.epoch());
        measured("trainingLoss", report.losses().training());
        measured("validationLoss", report.losses().validation());
        put("score", Optional.of(epoch.score()).filter(Double::isFinite));
        measured("learningRate", report.learningRate());
        measured("seconds", report.seconds());
        put("best", report.best());
        List<Object> gradients = new ArrayList<>();
        for (RunEvent.LayerGradient gradient : epoch.gradients()) {
            EventJson layer = new EventJson();
            layer.put("layer", gradient.layer());
            layer.measured("rootMeanSquare", gradient.rootMeanSquare());
            gradients.add(layer.object);
        }
        put("gradients", gradients);
        put("health", epoch.health().map(EventJson::health));
    }

    private static Map<String, @Nullable Object> health(Health health) {
        EventJson json = new EventJson();
        json.put("gradientFlow", dashed(health.flow().name()));
        List<Object> layers = new ArrayList<>();
        for (LayerHealth layer : health.layers()) {
            EventJson each = new EventJson();
            each.put("layer", layer.layer());
            each.put("part", layer.part());
            each.put("units", layer.units());
            each.put("dead", layer.dead());
            each.put("saturated", layer.saturated());
            layers.add(each.object);
        }
        json.put("layers", layers);
        return json.object;
    }

    private static Map<String, @Nullable Object> scores(FinishedRun run) {
        EventJson json = new EventJson();
        run.validation().model().scores().forEach((metric, score) -> json.measured(metric.title(), score));
        return json.object;
    }

    private void addFailure(Throwable failure) {
        switch (failure) {
            case DataException ignored -> put("cause", "data");
            case DivergedException diverged -> {
                put("cause", "divergence");
                put("epoch", diverged.epoch());
                put("batch", diverged.batch());
                put("parameter", diverged.parameter().map(EventJson::spoiled));
            }
            case OutOfMemoryError ignored -> put("cause", "memory");
            default -> put("cause", "unexpected");
        }
    }

    private static Map<String, @Nullable Object> spoiled(SpoiledParameter parameter) {
        EventJson json = new EventJson();
        json.put("layer", parameter.layer());
        parameter.part().ifPresent(part -> json.put("part", part));
        json.put("role", dashed(parameter.role().name()));
        json.put("row", parameter.row());
        json.put("column", parameter.column());
        return json.object;
    }

    private static double seconds(Duration time) {
        return time.toMillis() * 1e-3;
    }

    private static String dashed(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable Object finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
