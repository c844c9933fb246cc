package slope.serve.studio.model;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import slope.report.evaluation.EvaluationReport;
import slope.report.evaluation.ThresholdReport;
import slope.report.explanation.ExplanationReport;
import slope.report.explanation.ExplanationRequest;
import slope.report.json.JsonText;
import slope.serve.http.Request;
import slope.serve.http.Response;
import slope.serve.http.Routes;
import slope.serve.studio.json.JsonAnswer;
import slope.serve.studio.json.Query;

/// What the page asks of a model as a whole: how good it is, and why it predicts what it does.
public final class ResultEndpoints {
    private static final double USUAL_THRESHOLD = 0.5;
    private static final int USUAL_ROWS = 100;

    private final OpenedRuns opened;

    public ResultEndpoints(OpenedRuns opened) {
        this.opened = opened;
    }

    public Routes on(Routes routes) {
        ModelEndpoint evaluation =
                (run, request) -> json(run.kept("evaluation", () -> JsonText.line(EvaluationReport.of(run.test()))));
        ModelEndpoint explanation = (run, request) -> json(
                run.kept("explanation " + columns(request), () -> JsonText.line(explanation(run, columns(request)))));
        ModelEndpoint threshold = ResultEndpoints::threshold;
        ModelEndpoint rows = ResultEndpoints::rows;
        ModelEndpoint model = ResultEndpoints::model;
        ModelEndpoint report =
                (run, request) -> page("report", EvaluationReport.of(run.test()).page());
        ModelEndpoint why = (run, request) ->
                page("explanation", explanation(run, List.of()).page());
        return routes.add("GET", "/api/runs/{run}/evaluation", "the test rows, scored", evaluation.of(opened))
                .add("GET", "/api/runs/{run}/threshold", "what comes of a threshold", threshold.of(opened))
                .add("GET", "/api/runs/{run}/rows", "test rows by what was predicted", rows.of(opened))
                .add("GET", "/api/runs/{run}/explanation", "which columns matter, and how", explanation.of(opened))
                .add("GET", "/api/runs/{run}/model.onnx", "the model's file", model.of(opened))
                .add("GET", "/api/runs/{run}/report.html", "the scores as a page", report.of(opened))
                .add("GET", "/api/runs/{run}/explanation.html", "the explanation as a page", why.of(opened));
    }

    private static Response json(String text) {
        return Response.of(200, Response.JSON, text);
    }

    private static Response threshold(OpenedRun run, Request request) {
        Query query = Query.of(request);
        return JsonAnswer.of(ThresholdReport.of(
                run.evaluation(),
                query.number("at").orElse(USUAL_THRESHOLD),
                new ThresholdReport.Costs(
                        query.number("falseNegative").orElse(1.0),
                        query.number("falsePositive").orElse(1.0))));
    }

    private static Response rows(OpenedRun run, Request request) {
        Query query = Query.of(request);
        return JsonAnswer.of(CellRows.of(
                run,
                new CellRows.Cell(query.text("observed"), query.text("predicted"), query.number("at")),
                query.count("count").orElse(USUAL_ROWS)));
    }

    private static List<String> columns(Request request) {
        return Query.of(request).text("columns").stream()
                .flatMap(text -> Arrays.stream(text.split("\n", -1)))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /// By the test rows, or by all where there are none.
    private static ExplanationReport explanation(OpenedRun run, List<String> columns) {
        ExplanationRequest usual = ExplanationRequest.usual();
        ExplanationRequest asked = columns.isEmpty()
                ? usual
                : usual.columns(new ExplanationRequest.Columns(List.of(), columns, List.of(), Optional.empty()));
        return ExplanationReport.of(run.testRows().length == 0 ? run.all() : run.test(), asked);
    }

    private static Response model(OpenedRun run, Request request) throws IOException {
        return Response.of(200, "application/octet-stream", Files.readAllBytes(run.path()))
                .with("Content-Disposition", "attachment; filename=\"model.onnx\"");
    }

    /// A page that needs no other, and is not of the studio: it is saved, not opened in its place.
    private static Response page(String name, String html) {
        return Response.html(html).with("Content-Disposition", "attachment; filename=\"%s.html\"".formatted(name));
    }
}
