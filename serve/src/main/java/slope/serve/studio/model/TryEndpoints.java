package slope.serve.studio.model;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slope.internal.random.SplitRandom;
import slope.report.explanation.ExplanationReport;
import slope.report.explanation.ExplanationRequest;
import slope.report.prediction.BoundaryReport;
import slope.report.prediction.CurveReport;
import slope.report.prediction.InputsReport;
import slope.report.prediction.NearestReport;
import slope.report.prediction.PredictionReport;
import slope.serve.http.HttpException;
import slope.serve.http.Request;
import slope.serve.http.Response;
import slope.serve.http.Routes;
import slope.serve.studio.json.JsonAnswer;
import slope.serve.studio.json.JsonObject;
import slope.serve.studio.json.Query;
import slope.table.Table;

/// What the page asks of a row that a person changes.
public final class TryEndpoints {
    private static final int USUAL_NEIGHBOURS = 3;
    private static final int MOST_NEIGHBOURS = 100;
    private static final int USUAL_SIZE = 40;

    private final OpenedRuns opened;

    public TryEndpoints(OpenedRuns opened) {
        this.opened = opened;
    }

    public Routes on(Routes routes) {
        ModelEndpoint inputs = (run, request) -> JsonAnswer.of(InputsReport.of(run.model(), run.training()));
        ModelEndpoint row = TryEndpoints::row;
        ModelEndpoint predict = (run, request) -> JsonAnswer.of(PredictionReport.of(
                run.model(), given(run, JsonObject.of(request).only("row"))));
        ModelEndpoint explain = TryEndpoints::explain;
        ModelEndpoint curve = TryEndpoints::curve;
        ModelEndpoint nearest = TryEndpoints::nearest;
        ModelEndpoint boundary = TryEndpoints::boundary;
        return routes.add("GET", "/api/runs/{run}/inputs", "the columns that the model reads", inputs.of(opened))
                .add("GET", "/api/runs/{run}/row", "a row to begin with", row.of(opened))
                .add("POST", "/api/runs/{run}/predict", "a row's prediction", predict.of(opened))
                .add("POST", "/api/runs/{run}/explain", "what moved it", explain.of(opened))
                .add("POST", "/api/runs/{run}/curve", "how it moves with a column", curve.of(opened))
                .add("POST", "/api/runs/{run}/nearest", "rows of the training like it", nearest.of(opened))
                .add("POST", "/api/runs/{run}/boundary", "how it moves with two columns", boundary.of(opened));
    }

    private static Table given(OpenedRun run, JsonObject body) {
        return run.row(body.object("row"));
    }

    private static Response row(OpenedRun run, Request request) {
        Query query = Query.of(request);
        String start = query.text("start").orElse("");
        if (start.equals("typical")) {
            return JsonAnswer.of(StartRow.typical(InputsReport.of(run.model(), run.training())));
        }
        int number = start.equals("random")
                ? (int) (SplitRandom.of(query.count("seed").orElse(0)).nextDouble()
                                * run.table().rows())
                        + 1
                : query.count("number")
                        .orElseThrow(() -> new HttpException(
                                400,
                                "either \"number\", or \"start\" as typical or random, is needed behind the path"));
        return JsonAnswer.of(StartRow.of(run, number));
    }

    private static Response explain(OpenedRun run, Request request) throws IOException {
        Table row = given(run, JsonObject.of(request).only("row"));
        return JsonAnswer.of(ExplanationReport.of(
                run.with("the row", row),
                run.with("rows of the training", run.table().select(run.background())),
                ExplanationRequest.usual()
                        .row(new ExplanationRequest.OneRow(Optional.of(1), Optional.empty(), Set.of()))));
    }

    private static Response curve(OpenedRun run, Request request) throws IOException {
        JsonObject body = JsonObject.of(request).only("row", "column");
        return JsonAnswer.of(CurveReport.of(run.model(), given(run, body), body.text("column"), run.training()));
    }

    private static Response nearest(OpenedRun run, Request request) throws IOException {
        JsonObject body = JsonObject.of(request).only("row", "count");
        int count = Math.clamp(body.count("count", USUAL_NEIGHBOURS), 1, MOST_NEIGHBOURS);
        return JsonAnswer.of(
                NearestReport.of(run.model(), given(run, body), run.training(), run::numberOfTraining, count));
    }

    private static Response boundary(OpenedRun run, Request request) throws IOException {
        JsonObject body = JsonObject.of(request).only("row", "x", "y", "size");
        return JsonAnswer.of(BoundaryReport.of(
                run.model(),
                given(run, body),
                List.of(body.text("x"), body.text("y")),
                body.count("size", USUAL_SIZE),
                run.training()));
    }
}
