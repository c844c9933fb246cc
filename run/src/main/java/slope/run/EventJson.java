package slope.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import slope.fit.FitPlan;
import slope.internal.text.Sentence;
import slope.split.Split;
import slope.training.EpochReport;
import slope.training.diagnostics.Health;
import slope.training.diagnostics.LayerHealth;
import tools.jackson.jr.ob.JSON;

/// Events as JSON, an object on one line: `version`, `event`, `progress` from 0 to 1,
/// `timeLeftSeconds` or null, and what the event tells. Numbers that are not finite are null.
public final class EventJson {
    /// The version of this form.
    public static final int VERSION = 1;

    private EventJson() {}

    /// The event, without a line break, and safe to print.
    public static String of(RunEvent event) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("version", VERSION);
        object.put("event", name(event));
        object.put("progress", event.progress().share());
        object.put(
                "timeLeftSeconds",
                event.progress().timeLeft().map(time -> time.toMillis() * 1e-3).orElse(null));
        switch (event) {
            case RunEvent.Reading reading -> {
                object.put("file", reading.file());
                object.put("bytes", reading.bytes());
                object.put("ofBytes", reading.ofBytes());
            }
            case RunEvent.Prepared prepared -> object.putAll(plan(prepared.plan()));
            case RunEvent.NetworkStarted started -> {
                object.put("network", started.network());
                object.put("networks", started.networks());
                object.put("epoch", started.epoch());
            }
            case RunEvent.EpochEnded epoch -> object.putAll(epoch(epoch));
            case RunEvent.Recovered recovered -> {
                object.put("network", recovered.network());
                object.put("epoch", recovered.recovery().epoch());
                object.put("backTo", recovered.recovery().backTo());
                object.put("rateMultiplier", recovered.recovery().rateMultiplier());
                object.put("cause", recovered.cause());
            }
            case RunEvent.Remarked remark -> object.put("sentence", remark.sentence());
            case RunEvent.Scoring ignored -> {}
            case RunEvent.Saved saved -> object.put("file", saved.file().toString());
            case RunEvent.Finished finished -> object.put("scores", scores(finished.run()));
            case RunEvent.Cancelled cancelled ->
                object.put("place", cancelled.run().place());
            case RunEvent.Failed failed -> object.put("sentence", failed.sentence());
        }
        return Sentence.visible(JSON.builder()
                .enable(JSON.Feature.WRITE_NULL_PROPERTIES)
                .build()
                .asString(object));
    }

    private static String name(RunEvent event) {
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> plan(FitPlan plan) {
        Map<String, Object> object = new LinkedHashMap<>();
        Split split = plan.first().split();
        object.put("kind", plan.target().kind().option());
        object.put("metric", plan.metric().title());
        object.put("rows", plan.rows().rowsOfTable());
        object.put("trainingRows", split.training().length);
        object.put("validationRows", split.validation().length);
        object.put("columns", plan.columns().used());
        object.put("recipe", plan.settings().recipe());
        object.put("networks", plan.networks());
        object.put("parameters", plan.first().architecture().parameterLayout().length());
        return object;
    }

    private static Map<String, Object> epoch(RunEvent.EpochEnded epoch) {
        Map<String, Object> object = new LinkedHashMap<>();
        EpochReport report = epoch.report();
        object.put("network", epoch.network());
        object.put("epoch", report.epoch());
        object.put("trainingLoss", finite(report.losses().training()));
        object.put("validationLoss", finite(report.losses().validation()));
        object.put("score", finite(epoch.score()));
        object.put("learningRate", report.learningRate());
        object.put("seconds", report.seconds());
        object.put("best", report.best());
        List<Object> gradients = new ArrayList<>();
        for (RunEvent.LayerGradient gradient : epoch.gradients()) {
            Map<String, Object> layer = new LinkedHashMap<>();
            layer.put("layer", gradient.layer());
            layer.put("rootMeanSquare", finite(gradient.rootMeanSquare()));
            gradients.add(layer);
        }
        object.put("gradients", gradients);
        object.put("health", epoch.health().map(EventJson::health).orElse(null));
        return object;
    }

    private static Map<String, Object> health(Health health) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("gradientFlow", health.flow().name().toLowerCase(Locale.ROOT));
        List<Object> layers = new ArrayList<>();
        for (LayerHealth layer : health.layers()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("layer", layer.layer());
            each.put("units", layer.units());
            each.put("dead", layer.dead());
            each.put("saturated", layer.saturated());
            layers.add(each);
        }
        object.put("layers", layers);
        return object;
    }

    private static Map<String, Object> scores(FinishedRun run) {
        Map<String, Object> object = new LinkedHashMap<>();
        run.validation().model().scores().forEach((metric, score) -> object.put(metric.title(), finite(score)));
        return object;
    }

    private static @Nullable Object finite(double number) {
        return Double.isFinite(number) ? number : null;
    }
}
