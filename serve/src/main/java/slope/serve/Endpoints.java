package slope.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import slope.onnx.SlopeVersion;
import slope.report.card.CardReport;
import slope.report.json.JsonText;
import slope.serve.http.HttpException;
import slope.serve.http.Request;
import slope.serve.http.Response;
import slope.serve.http.Routes;
import slope.serve.inference.ModelMetadata;
import slope.serve.metric.MetricsText;
import slope.serve.metric.ModelMetrics;
import slope.serve.model.ModelSlot;
import slope.serve.model.ServedModel;
import slope.serve.model.ServedModels;

/// All paths, and what answers them.
final class Endpoints {
    private final ServedModels models;
    private final Gate gate;
    private final Scoring scoring;
    private final ModelMetrics unnamed = new ModelMetrics(""); // of requests that name no model that there is
    private final Routes routes;

    Endpoints(ServedModels models, Gate gate, ServeSettings.Limits limits) {
        this.models = models;
        this.gate = gate;
        this.scoring = new Scoring(gate, limits);
        this.routes = new Routes()
                .add("GET", "/v2", "the server and its extensions of the protocol", (request, names) -> server())
                .add("GET", "/v2/health/live", "whether the server runs", (request, names) -> health(200))
                .add(
                        "GET",
                        "/v2/health/ready",
                        "whether all models can be asked",
                        (request, names) -> health(isReady() ? 200 : 503))
                .add("GET", "/v2/models/{model}", "a model's inputs and outputs", this::metadata)
                .add("GET", "/v2/models/{model}/ready", "whether a model can be asked", this::modelReady)
                .add("POST", "/v2/models/{model}/infer", "predictions, by the Open Inference Protocol", this::infer)
                .add("GET", "/v2/models/{model}/versions/{version}", "the same of a version", this::metadata)
                .add("GET", "/v2/models/{model}/versions/{version}/ready", "the same of a version", this::modelReady)
                .add("POST", "/v2/models/{model}/versions/{version}/infer", "the same of a version", this::infer)
                .add("POST", "/predict/{model}", "predictions of plain rows, JSON or CSV", this::predict)
                .add("GET", "/models/{model}/card", "what is known of a model, as a page or JSON", this::card)
                .add("GET", "/openapi.json", "all this for programs", (request, names) -> openApi())
                .add("GET", "/docs", "all this for people", (request, names) -> docs(request))
                .add("GET", "/metrics", "counts and times, for Prometheus", (request, names) -> metrics());
    }

    Routes routes() {
        return routes;
    }

    /// Counts a request that was refused before it came here.
    void refused(int status) {
        unnamed.failure(status);
    }

    private static Response server() {
        return Response.json(200, json -> {
            json.writeStartObject();
            json.writeStringProperty("name", "slope");
            json.writeStringProperty("version", SlopeVersion.number());
            json.writeArrayPropertyStart("extensions");
            json.writeString("binary_tensor_data");
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private boolean isReady() {
        return models.areReady() && !gate.isClosing();
    }

    private Response health(int status) {
        return Response.json(status, json -> {
            json.writeStartObject();
            json.writeBooleanProperty("live", true);
            json.writeBooleanProperty("ready", isReady());
            json.writeEndObject();
        });
    }

    private Response modelReady(Request request, Map<String, String> names) {
        ModelSlot slot = models.named(names.getOrDefault("model", ""));
        if (slot.isReady()) {
            ServedModel _ = asked(slot, names);
        }
        boolean isReady = slot.isReady() && !gate.isClosing();
        return Response.json(isReady ? 200 : 503, json -> {
            json.writeStartObject();
            json.writeStringProperty("name", slot.name());
            json.writeBooleanProperty("live", true);
            json.writeBooleanProperty("ready", isReady);
            json.writeEndObject();
        });
    }

    private Response metadata(Request request, Map<String, String> names) {
        return ModelMetadata.of(asked(models.named(names.getOrDefault("model", "")), names));
    }

    /// The model of a slot, if it has the version that is asked for.
    private static ServedModel asked(ModelSlot slot, Map<String, String> names) {
        ServedModel model = slot.ready();
        String version = names.get("version");
        if (version != null && !model.version().filter(version::equals).isPresent()) {
            throw new HttpException(
                    404,
                    "the model \"%s\" has no version \"%s\"; %s"
                            .formatted(
                                    model.name(),
                                    version,
                                    model.version()
                                            .map("it is version \"%s\""::formatted)
                                            .orElse("it has none")));
        }
        return model;
    }

    private Response infer(Request request, Map<String, String> names) throws IOException {
        return counted(names, slot -> scoring.infer(request, asked(slot, names), slot.metrics()));
    }

    private Response predict(Request request, Map<String, String> names) throws IOException {
        return counted(names, slot -> scoring.predict(request, asked(slot, names), slot.metrics()));
    }

    private interface Asking {
        Response of(ModelSlot slot) throws IOException;
    }

    /// Counts a request and, if it fails, why.
    private Response counted(Map<String, String> names, Asking asking) throws IOException {
        String name = names.getOrDefault("model", "");
        ModelMetrics metrics = models.find(name).map(ModelSlot::metrics).orElse(unnamed);
        metrics.request();
        try {
            return asking.of(models.named(name));
        } catch (HttpException refusal) {
            metrics.failure(refusal.status());
            throw refusal;
        } catch (RuntimeException failure) {
            metrics.failure(500);
            throw failure;
        }
    }

    private Response card(Request request, Map<String, String> names) {
        CardReport card =
                asked(models.named(names.getOrDefault("model", "")), names).card();
        String format = request.query().getOrDefault("format", "");
        boolean isPage =
                format.isEmpty() ? request.header("Accept").orElse("").contains("text/html") : format.equals("html");
        if (!isPage && !format.isEmpty() && !format.equals("json")) {
            throw new HttpException(
                    400, "there is no format \"%s\" of a card; there are html and json".formatted(format));
        }
        return isPage ? Response.html(card.page()) : Response.of(200, Response.JSON, JsonText.of(card));
    }

    private static Response openApi() {
        try (InputStream file = Objects.requireNonNull(Endpoints.class.getResourceAsStream("openapi.json"))) {
            return Response.of(200, Response.JSON, file.readAllBytes());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private Response docs(Request request) {
        return Response.html(DocsPage.html(
                request.header("Host").orElse("localhost"),
                routes.all(),
                models.all().stream()
                        .filter(ModelSlot::isReady)
                        .map(ModelSlot::ready)
                        .toList()));
    }

    private Response metrics() {
        MetricsText text = new MetricsText();
        ModelMetrics.write(
                Stream.concat(models.all().stream().map(ModelSlot::metrics), Stream.of(unnamed))
                        .toList(),
                text);
        text.metric("slope_requests_in_flight", "gauge", "Requests for predictions that arrive or are being answered.")
                .sample("slope_requests_in_flight", "", gate.inside());
        return Response.of(200, MetricsText.TYPE, text.toString());
    }
}
