package slope.serve.studio.model;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import slope.report.model.ModelReport;
import slope.report.trace.GradientCheckReport;
import slope.report.trace.RowTrace;
import slope.report.trace.TracePart;
import slope.report.trace.TraceReport;
import slope.report.trace.UnitsReport;
import slope.report.trace.UpdateReport;
import slope.report.trace.WeightSharesReport;
import slope.run.TracedUpdate;
import slope.serve.TraceCommand;
import slope.serve.http.HttpException;
import slope.serve.http.Request;
import slope.serve.http.Response;
import slope.serve.http.Routes;
import slope.serve.studio.json.JsonAnswer;
import slope.serve.studio.json.JsonObject;
import slope.serve.studio.json.Query;

/// What the page asks of a network's inside: rows and updates, number by number.
public final class InsideEndpoints {
    private final OpenedModels opened;
    private final TraceCommand command;

    /// @param command words traces as commands
    public InsideEndpoints(OpenedModels opened, TraceCommand command) {
        this.opened = opened;
        this.command = command;
    }

    public void on(Routes routes) {
        new ModelRoutes(routes, opened)
                .add(
                        "GET",
                        "model",
                        "its layers, columns and record",
                        (model, request) -> JsonAnswer.of(ModelReport.of(model.file())))
                .add("GET", "trace", "a row's way through the model", InsideEndpoints::trace)
                .add("POST", "trace", "the same of any row", InsideEndpoints::trace)
                .add(
                        "GET",
                        "update",
                        "a step of the training",
                        (model, request) -> updated(model.update(place(request)), request))
                .add(
                        "GET",
                        "update/shares",
                        "what each row adds to a gradient",
                        (model, request) -> shares(model.update(place(request)), request))
                .add("GET", "trace/code", "the same trace elsewhere", this::rowCode)
                .add("GET", "update/code", "the same update elsewhere", this::updateCode)
                .add("GET", "gradient-check", "gradients beside differences", InsideEndpoints::check)
                .add("GET", "units", "the units of a layer", InsideEndpoints::units);
    }

    static Response updated(TracedUpdate update, Request request) {
        return JsonAnswer.of(UpdateReport.of(update, Query.of(request).isSet("full")));
    }

    private static Response trace(OpenedModel model, Request request) throws IOException {
        Query query = Query.of(request);
        boolean isGiven = request.method().equals("POST");
        RowTrace trace;
        if (isGiven) {
            trace = RowTrace.of(
                    model.model(), model.row(JsonObject.of(request).only("row").object("row")));
        } else {
            int row = query.count("row").orElseThrow(() -> needed("row"));
            boolean isBack = query.isSet("target") && model.hasTarget();
            trace = isBack ? RowTrace.withTarget(model.all(), row) : RowTrace.of(model.all(), row);
        }
        return JsonAnswer.of(
                part(query).map(part -> TraceReport.of(trace, part)).orElseGet(() -> TraceReport.of(trace)));
    }

    private Response rowCode(OpenedModel model, Request request) {
        Query query = Query.of(request);
        int row = query.count("row").orElseThrow(() -> needed("row"));
        return JsonAnswer.of(
                TraceCodeReport.ofRow(model, row, query.count("network").orElse(1), command));
    }

    private Response updateCode(OpenedModel model, Request request) {
        return JsonAnswer.of(TraceCodeReport.ofUpdate(model, place(request), command));
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

    /// The update that a request asks for.
    ///
    /// @throws HttpException if it says none
    static TracedUpdate.Place place(Request request) {
        Query query = Query.of(request);
        return new TracedUpdate.Place(
                query.count("network").map(OptionalInt::of).orElseGet(OptionalInt::empty),
                query.count("epoch").orElseThrow(() -> needed("epoch")),
                query.count("step").orElseThrow(() -> needed("step")));
    }

    static Response shares(TracedUpdate update, Request request) {
        Query query = Query.of(request);
        return JsonAnswer.of(WeightSharesReport.of(
                update,
                query.count("layer").orElseThrow(() -> needed("layer")),
                query.count("input").orElseThrow(() -> needed("input")),
                query.count("unit").orElseThrow(() -> needed("unit"))));
    }

    private static Response check(OpenedModel model, Request request) {
        Query query = Query.of(request);
        int row = query.count("row").orElseThrow(() -> needed("row"));
        return JsonAnswer.of(GradientCheckReport.of(
                RowTrace.withTarget(model.all(), row), query.count("network").orElse(1)));
    }

    private static Response units(OpenedModel model, Request request) {
        Query query = Query.of(request);
        return JsonAnswer.of(UnitsReport.of(
                model.model(),
                query.count("network").orElse(1),
                query.count("layer").orElseThrow(() -> needed("layer")),
                model.table().select(model.background())));
    }
}
