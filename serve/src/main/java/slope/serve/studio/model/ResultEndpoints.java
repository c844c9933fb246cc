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

    private final OpenedModels opened;

    public ResultEndpoints(OpenedModels opened) {
        this.opened = opened;
    }

    public void on(Routes routes) {
        new ModelRoutes(routes, opened)
                .add("GET", "evaluation", "the test rows, scored", ResultEndpoints::evaluation)
                .add("GET", "threshold", "what comes of a threshold", ResultEndpoints::threshold)
                .add("GET", "rows", "test rows by what was predicted", ResultEndpoints::rows)
                .add("GET", "explanation", "which columns matter, and how", ResultEndpoints::explanation)
                .add("GET", "model.onnx", "the model's file", ResultEndpoints::file)
                .add(
                        "GET",
                        "report.html",
                        "the scores as a page",
                        (model, request) ->
                                page("report", EvaluationReport.of(model.test()).page()))
                .add(
                        "GET",
                        "explanation.html",
                        "the explanation as a page",
                        (model, request) -> page(
                                "explanation", explanation(model, List.of()).page()));
    }

    private static Response evaluation(OpenedModel model, Request request) {
        return json(model.kept("evaluation", () -> JsonText.line(EvaluationReport.of(model.test()))));
    }

    private static Response explanation(OpenedModel model, Request request) {
        List<String> columns = columns(request);
        return json(model.kept("explanation " + columns, () -> JsonText.line(explanation(model, columns))));
    }

    private static Response json(String text) {
        return Response.of(200, Response.JSON, text);
    }

    private static Response threshold(OpenedModel model, Request request) {
        Query query = Query.of(request);
        return JsonAnswer.of(ThresholdReport.of(
                model.evaluation(),
                query.number("at").orElse(USUAL_THRESHOLD),
                new ThresholdReport.Costs(
                        query.number("falseNegative").orElse(1.0),
                        query.number("falsePositive").orElse(1.0))));
    }

    private static Response rows(OpenedModel model, Request request) {
        Query query = Query.of(request);
        return JsonAnswer.of(CellRows.of(
                model,
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
    private static ExplanationReport explanation(OpenedModel model, List<String> columns) {
        ExplanationRequest usual = ExplanationRequest.usual();
        ExplanationRequest asked = columns.isEmpty()
                ? usual
                : usual.columns(new ExplanationRequest.Columns(List.of(), columns, List.of(), Optional.empty()));
        return ExplanationReport.of(model.testRows().length == 0 ? model.all() : model.test(), asked);
    }

    private static Response file(OpenedModel model, Request request) throws IOException {
        return Response.of(200, "application/octet-stream", Files.readAllBytes(model.path()))
                .with("Content-Disposition", "attachment; filename=\"model.onnx\"");
    }

    /// A page that needs no other, and is not of the studio: it is saved, not opened in its place.
    private static Response page(String name, String html) {
        return Response.html(html).with("Content-Disposition", "attachment; filename=\"%s.html\"".formatted(name));
    }
}
