package slope.serve.studio.model;

import java.io.IOException;
import java.util.List;
import java.util.Map;
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
import slope.serve.PredictionCommand;
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

    private final OpenedModels opened;
    private final PredictionCommand command;

    /// @param command words a prediction as a command
    public TryEndpoints(OpenedModels opened, PredictionCommand command) {
        this.opened = opened;
        this.command = command;
    }

    public void on(Routes routes) {
        new ModelRoutes(routes, opened)
                .add(
                        "GET",
                        "inputs",
                        "the columns that the model reads",
                        (model, request) -> JsonAnswer.of(InputsReport.of(model.model(), model.training())))
                .add("GET", "row", "a row to begin with", TryEndpoints::row)
                .add("POST", "predict", "a row's prediction", TryEndpoints::predict)
                .add("POST", "code", "the same prediction elsewhere", this::code)
                .add("POST", "explain", "what moved it", TryEndpoints::explain)
                .add("POST", "curve", "how it moves with a column", TryEndpoints::curve)
                .add("POST", "nearest", "rows of the training like it", TryEndpoints::nearest)
                .add("POST", "boundary", "how it moves with two columns", TryEndpoints::boundary);
    }

    private static Response predict(OpenedModel model, Request request) throws IOException {
        return JsonAnswer.of(PredictionReport.of(
                model.model(), given(model, JsonObject.of(request).only("row"))));
    }

    private Response code(OpenedModel model, Request request) throws IOException {
        Map<?, ?> row = JsonObject.of(request).only("row").object("row");
        return JsonAnswer.of(RowCodeReport.of(model, row, model.row(row), command));
    }

    private static Table given(OpenedModel model, JsonObject body) {
        return model.row(body.object("row"));
    }

    private static Response row(OpenedModel model, Request request) {
        Query query = Query.of(request);
        String start = query.text("start").orElse("");
        if (start.equals("typical")) {
            return JsonAnswer.of(StartRow.typical(InputsReport.of(model.model(), model.training())));
        }
        int number = start.equals("random")
                ? (int) (SplitRandom.of(query.count("seed").orElse(0)).nextDouble()
                                * model.table().rows())
                        + 1
                : query.count("number")
                        .orElseThrow(() -> new HttpException(
                                400,
                                "either \"number\", or \"start\" as typical or random, is needed behind the path"));
        return JsonAnswer.of(StartRow.of(model, number));
    }

    private static Response explain(OpenedModel model, Request request) throws IOException {
        Table row = given(model, JsonObject.of(request).only("row"));
        return JsonAnswer.of(ExplanationReport.of(
                model.with("the row", row),
                model.with("rows of the training", model.table().select(model.background())),
                ExplanationRequest.usual()
                        .row(new ExplanationRequest.OneRow(Optional.of(1), Optional.empty(), Set.of()))));
    }

    private static Response curve(OpenedModel model, Request request) throws IOException {
        JsonObject body = JsonObject.of(request).only("row", "column");
        return JsonAnswer.of(CurveReport.of(model.model(), given(model, body), body.text("column"), model.training()));
    }

    private static Response nearest(OpenedModel model, Request request) throws IOException {
        JsonObject body = JsonObject.of(request).only("row", "count");
        int count = Math.clamp(body.count("count", USUAL_NEIGHBOURS), 1, MOST_NEIGHBOURS);
        return JsonAnswer.of(
                NearestReport.of(model.model(), given(model, body), model.training(), model::numberOfTraining, count));
    }

    private static Response boundary(OpenedModel model, Request request) throws IOException {
        JsonObject body = JsonObject.of(request).only("row", "x", "y", "size");
        return JsonAnswer.of(BoundaryReport.of(
                model.model(),
                given(model, body),
                List.of(body.text("x"), body.text("y")),
                body.count("size", USUAL_SIZE),
                model.training()));
    }
}
