package slope.serve;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import slope.model.TrainingRanges;
import slope.report.page.Markup;
import slope.report.page.Page;
import slope.serve.http.Response;
import slope.serve.http.Routes.Route;
import slope.serve.model.ServedModel;
import slope.table.Column;
import tools.jackson.core.JsonGenerator;

/// What can be asked here, for people. The page loads nothing.
final class DocsPage {
    private DocsPage() {}

    /// @param host by which the server was asked
    static String html(String host, List<Route> routes, List<ServedModel> models) {
        StringBuilder body = new StringBuilder(Markup.paragraph(
                "This server predicts with models that Slope trained. Programs ask it by the Open Inference Protocol"
                        + " (KServe, Triton, MLServer), people with plain rows."));
        models.forEach(model -> body.append(section(host, model)));
        List<List<String>> paths = new ArrayList<>(List.of(List.of("path", "method", "")));
        routes.forEach(route -> paths.add(List.of(route.pattern(), route.method(), route.about())));
        return new Page("Slope", body + Markup.section("Paths", Markup.table("Paths", paths))).html();
    }

    private static String section(String host, ServedModel model) {
        List<List<String>> columns = new ArrayList<>(List.of(List.of("column", "holds")));
        model.columns().forEach((name, kind) -> columns.add(List.of(name, kind.words())));
        String outputs = model.outputs().stream().map(Column::name).collect(Collectors.joining(", "));
        String path = URLEncoder.encode(model.name(), StandardCharsets.UTF_8).replace("+", "%20");
        String row = new String(Response.jsonBytes(json -> writeRow(json, model)), StandardCharsets.UTF_8);
        return Markup.section(
                "Model " + model.name(),
                Markup.table("Columns", columns),
                Markup.paragraph("It gives " + outputs + "."),
                Markup.lines(List.of(
                        "curl -d '%s' 'http://%s/predict/%s'".formatted(row.replace("'", "'\\''"), host, path))));
    }

    /// A row with values that training had.
    private static void writeRow(JsonGenerator json, ServedModel model) {
        json.writeStartObject();
        model.columns().forEach((name, kind) -> {
            json.writeName(name);
            switch (kind) {
                case BOOLEAN -> json.writeBoolean(true);
                case DATE -> json.writeString("2026-01-31");
                case NUMBER, CATEGORY -> model.range(name).ifPresentOrElse(seen -> write(json, seen), json::writeNull);
            }
        });
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, TrainingRanges seen) {
        switch (seen) {
            case TrainingRanges.Range range -> json.writeNumber(range.minimum());
            case TrainingRanges.Words words ->
                json.writeString(words.words().stream().sorted().reduce("", (_, last) -> last));
        }
    }
}
