package slope.serve.studio.model;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import slope.layer.Activation;
import slope.report.lesson.Lesson;
import slope.report.lesson.LessonNudgeReport;
import slope.report.lesson.LessonNudgeReport.WeightPlace;
import slope.report.lesson.LessonReport;
import slope.report.lesson.LessonRun;
import slope.report.lesson.LessonSettings;
import slope.report.lesson.LessonStart;
import slope.report.lesson.LessonStepReport;
import slope.serve.TraceCommand;
import slope.serve.http.HttpException;
import slope.serve.http.OwnThread;
import slope.serve.http.Request;
import slope.serve.http.Response;
import slope.serve.http.Routes;
import slope.serve.studio.json.JsonAnswer;
import slope.serve.studio.json.Query;
import slope.training.DivergedException;

/// What the page asks of the two lessons: all of one, an iteration, and an iteration with a weight nudged by hand.
public final class LessonEndpoints {
    private static final int MOST_ITERATIONS = 1_000_000;
    private static final double USUAL_NUDGE = 0.01;

    private final TraceCommand command;

    /// @param command words an iteration as a command
    public LessonEndpoints(TraceCommand command) {
        this.command = command;
    }

    public Routes on(Routes routes) {
        return routes.add("GET", "/api/lessons/{lesson}", "a lesson", LessonEndpoints::lesson)
                .add("GET", "/api/lessons/{lesson}/step", "an iteration of a lesson", LessonEndpoints::step)
                .add("GET", "/api/lessons/{lesson}/nudge", "the same with a weight nudged", LessonEndpoints::nudge)
                .add("GET", "/api/lessons/{lesson}/code", "an iteration as code", this::code);
    }

    private static Response lesson(Request request, Map<String, String> names) throws IOException {
        Lesson lesson = lesson(names, Query.of(request));
        int steps = Query.of(request).count("trace").orElse(0);
        return OwnThread.result(() ->
                answered(() -> JsonAnswer.of(LessonReport.of(LessonRun.told(lesson, steps), steps > 0))));
    }

    private static Response step(Request request, Map<String, String> names) throws IOException {
        Lesson lesson = lesson(names, Query.of(request));
        int iteration = iteration(Query.of(request));
        return OwnThread.result(() -> answered(() -> JsonAnswer.of(LessonStepReport.of(lesson, iteration))));
    }

    private Response code(Request request, Map<String, String> names) throws IOException {
        Query query = Query.of(request);
        return JsonAnswer.of(TraceCodeReport.ofLesson(lesson(names, query).settings(), iteration(query), command));
    }

    private static int iteration(Query query) {
        int iteration = query.count("iteration").orElse(1);
        if (iteration < 1 || iteration > MOST_ITERATIONS) {
            throw new HttpException(400, "\"iteration\" is from 1 to %s".formatted(MOST_ITERATIONS));
        }
        return iteration;
    }

    private static Response nudge(Request request, Map<String, String> names) throws IOException {
        Query query = Query.of(request);
        Lesson lesson = lesson(names, query);
        int iteration = iteration(query);
        WeightPlace place = new WeightPlace(
                query.text("matrix").orElse("Wo"),
                query.count("input").orElse(1),
                query.count("unit").orElse(1));
        double by = query.number("by").orElse(USUAL_NUDGE);
        return OwnThread.result(
                () -> answered(() -> JsonAnswer.of(LessonNudgeReport.of(lesson, iteration, place, by))));
    }

    private static Lesson lesson(Map<String, String> names, Query query) {
        int number = switch (names.getOrDefault("lesson", "")) {
            case "1" -> 1;
            case "2" -> 2;
            default -> throw new HttpException(404, "there are lessons 1 and 2");
        };
        LessonSettings usual = LessonSettings.usual(number);
        int asked = query.count("iterations").orElse(usual.iterations());
        if (asked > MOST_ITERATIONS) {
            throw new HttpException(400, "a lesson here has at most %s iterations".formatted(MOST_ITERATIONS));
        }
        int iterations = Math.max(
                asked, Math.min(query.count("iteration").orElse(1), MOST_ITERATIONS)); // so that it has that one
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
                        Map.of(
                                "scaled",
                                LessonStart.SCALED,
                                "centred",
                                LessonStart.CENTRED,
                                "twins",
                                LessonStart.TWINS),
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
