package slope.serve.studio.model;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import slope.layer.Activation;
import slope.layer.Initializer;
import slope.report.lesson.Lesson;
import slope.report.lesson.LessonReport;
import slope.report.lesson.LessonRun;
import slope.report.lesson.LessonSettings;
import slope.report.lesson.LessonStepReport;
import slope.report.trace.GradientCheckReport;
import slope.report.trace.RowTrace;
import slope.report.trace.TracePart;
import slope.report.trace.TraceReport;
import slope.report.trace.UnitsReport;
import slope.report.trace.UpdateReport;
import slope.report.trace.WeightSharesReport;
import slope.run.TracedUpdate;
import slope.serve.http.HttpException;
import slope.serve.http.OwnThread;
import slope.serve.http.Request;
import slope.serve.http.Response;
import slope.serve.http.Routes;
import slope.serve.studio.json.JsonAnswer;
import slope.serve.studio.json.JsonObject;
import slope.serve.studio.json.Query;
import slope.training.DivergedException;

/// What the page asks of a network's inside: rows and updates, number by number, and the two lessons.
public final class InsideEndpoints {
    private static final int MOST_ITERATIONS = 1_000_000;

    private final OpenedRuns opened;

    public InsideEndpoints(OpenedRuns opened) {
        this.opened = opened;
    }

    public Routes on(Routes routes) {
        ModelEndpoint trace = InsideEndpoints::trace;
        ModelEndpoint update = (run, request) -> JsonAnswer.of(
                UpdateReport.of(update(run, request), Query.of(request).isSet("full")));
        ModelEndpoint shares = InsideEndpoints::shares;
        ModelEndpoint check = InsideEndpoints::check;
        ModelEndpoint units = InsideEndpoints::units;
        return routes.add("GET", "/api/runs/{run}/trace", "a row's way through the model", trace.of(opened))
                .add("POST", "/api/runs/{run}/trace", "the same of any row", trace.of(opened))
                .add("GET", "/api/runs/{run}/update", "a step of the training", update.of(opened))
                .add("GET", "/api/runs/{run}/update/shares", "what each row adds to a gradient", shares.of(opened))
                .add("GET", "/api/runs/{run}/gradient-check", "gradients beside differences", check.of(opened))
                .add("GET", "/api/runs/{run}/units", "the units of a layer", units.of(opened))
                .add("GET", "/api/lessons/{lesson}", "a lesson", InsideEndpoints::lesson)
                .add("GET", "/api/lessons/{lesson}/step", "an iteration of a lesson", InsideEndpoints::step);
    }

    private static Response trace(OpenedRun run, Request request) throws IOException {
        Query query = Query.of(request);
        boolean isGiven = request.method().equals("POST");
        RowTrace trace;
        if (isGiven) {
            trace = RowTrace.of(
                    run.model(), run.row(JsonObject.of(request).only("row").object("row")));
        } else {
            int row = query.count("row").orElseThrow(() -> needed("row"));
            trace = query.isSet("target") ? RowTrace.withTarget(run.all(), row) : RowTrace.of(run.all(), row);
        }
        return JsonAnswer.of(
                part(query).map(part -> TraceReport.of(trace, part)).orElseGet(() -> TraceReport.of(trace)));
    }

    private static Optional<TracePart> part(Query query) {
        Optional<TracePart.Step> step = query.text("layer").map(text -> switch (text) {
            case "columns" -> new TracePart.Step.Columns();
            case "outputs" -> new TracePart.Step.Outputs();
            default -> new TracePart.Step.Layer(query.count("layer").orElseThrow());
        });
        Optional<Integer> network = query.count("network");
        return query.isSet("full") || step.isPresent() || network.isPresent()
                ? Optional.of(new TracePart(network, step, query.count("unit")))
                : Optional.empty();
    }

    private static HttpException needed(String name) {
        return new HttpException(
                400, "\"%s\" is missing behind the path; it is a whole number from 1 on".formatted(name));
    }

    private static TracedUpdate update(OpenedRun run, Request request) {
        Query query = Query.of(request);
        return run.update(new TracedUpdate.Place(
                query.count("network").map(OptionalInt::of).orElseGet(OptionalInt::empty),
                query.count("epoch").orElseThrow(() -> needed("epoch")),
                query.count("step").orElseThrow(() -> needed("step"))));
    }

    private static Response shares(OpenedRun run, Request request) {
        Query query = Query.of(request);
        return JsonAnswer.of(WeightSharesReport.of(
                update(run, request),
                query.count("layer").orElseThrow(() -> needed("layer")),
                query.count("input").orElseThrow(() -> needed("input")),
                query.count("unit").orElseThrow(() -> needed("unit"))));
    }

    private static Response check(OpenedRun run, Request request) {
        Query query = Query.of(request);
        int row = query.count("row").orElseThrow(() -> needed("row"));
        return JsonAnswer.of(GradientCheckReport.of(
                RowTrace.withTarget(run.all(), row), query.count("network").orElse(1)));
    }

    private static Response units(OpenedRun run, Request request) {
        Query query = Query.of(request);
        return JsonAnswer.of(UnitsReport.of(
                run.model(),
                query.count("network").orElse(1),
                query.count("layer").orElseThrow(() -> needed("layer")),
                run.table().select(run.background())));
    }

    private static Response lesson(Request request, Map<String, String> names) throws IOException {
        Lesson lesson = lesson(names, Query.of(request));
        int steps = Query.of(request).count("trace").orElse(0);
        return OwnThread.result(() ->
                answered(() -> JsonAnswer.of(LessonReport.of(LessonRun.told(lesson, steps), steps > 0))));
    }

    private static Response step(Request request, Map<String, String> names) throws IOException {
        Lesson lesson = lesson(names, Query.of(request));
        int iteration = Query.of(request).count("iteration").orElse(1);
        if (iteration < 1 || iteration > MOST_ITERATIONS) {
            throw new HttpException(400, "\"iteration\" is from 1 to %s".formatted(MOST_ITERATIONS));
        }
        return OwnThread.result(() -> answered(() -> JsonAnswer.of(LessonStepReport.of(lesson, iteration))));
    }

    private static Lesson lesson(Map<String, String> names, Query query) {
        int number = switch (names.getOrDefault("lesson", "")) {
            case "1" -> 1;
            case "2" -> 2;
            default -> throw new HttpException(404, "there are lessons 1 and 2");
        };
        LessonSettings usual = LessonSettings.usual(number);
        int iterations = query.count("iterations").orElse(usual.iterations());
        if (iterations > MOST_ITERATIONS) {
            throw new HttpException(400, "a lesson here has at most %s iterations".formatted(MOST_ITERATIONS));
        }
        return answered(() -> Lesson.of(new LessonSettings(
                number,
                query.count("seed").orElse(1),
                iterations,
                query.count("hidden").orElse(usual.hidden()),
                chosen(
                        query,
                        "activation",
                        Map.of("sigmoid", Activation.SIGMOID, "relu", Activation.RELU),
                        usual.activation()),
                chosen(
                        query,
                        "start",
                        Map.of("scaled", Initializer.UNIFORM_SCALED, "centred", Initializer.UNIFORM_CENTRED),
                        usual.start()))));
    }

    private static <T> T chosen(Query query, String name, Map<String, T> choices, T usual) {
        return query.text(name)
                .map(text -> Optional.ofNullable(choices.get(text))
                        .orElseThrow(() -> new HttpException(
                                400, "\"%s\" is none of %s".formatted(name, String.join(", ", choices.keySet())))))
                .orElse(usual);
    }

    private interface Answering<T> {
        T answer();
    }

    /// Settings that no lesson has, and one that diverges, are told.
    private static <T> T answered(Answering<T> answering) {
        try {
            return answering.answer();
        } catch (IllegalArgumentException | DivergedException unusable) {
            throw new HttpException(422, String.valueOf(unusable.getMessage()));
        }
    }
}
