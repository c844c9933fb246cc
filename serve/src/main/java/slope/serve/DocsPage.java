package slope.serve;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import slope.report.page.Markup;
import slope.report.page.Page;
import slope.serve.http.Response;
import slope.serve.http.Routes.Route;
import slope.serve.model.ServedModel;
import slope.table.ColumnKind;

/// What can be asked here, for people. The page loads nothing.
final class DocsPage {
    private DocsPage() {}

    static String html(List<Route> routes, List<ServedModel> models) {
        StringBuilder body = new StringBuilder(Markup.paragraph(
                "This server predicts with models that Slope trained. Programs ask it by the Open Inference Protocol"
                        + " (KServe, Triton, MLServer), people with plain rows."));
        models.forEach(model -> body.append(section(model)));
        List<List<String>> paths = new ArrayList<>(List.of(List.of("path", "method", "")));
        routes.forEach(route -> paths.add(List.of(route.pattern(), route.method(), route.about())));
        return new Page("Slope", body + Markup.section("Paths", Markup.table("Paths", paths))).html();
    }

    private static String section(ServedModel model) {
        List<List<String>> columns = new ArrayList<>(List.of(List.of("column", "holds")));
        model.columns().forEach((name, kind) -> columns.add(List.of(name, kind.words())));
        String outputs = model.outputs().stream().map(column -> column.name()).collect(Collectors.joining(", "));
        return Markup.section(
                "Model " + model.name(),
                Markup.table("Columns", columns),
                Markup.paragraph("It gives " + outputs + "."),
                Markup.lines(List.of("curl -H 'Content-Type: application/json' -d '%s' http://localhost:8080/predict/%s"
                        .formatted(example(model.columns()).replace("'", "'\\''"), model.name()))));
    }

    /// A row as JSON.
    private static String example(Map<String, ColumnKind> columns) {
        return new String(
                Response.jsonBytes(json -> {
                    json.writeStartArray();
                    json.writeStartObject();
                    columns.forEach((name, kind) -> {
                        json.writeName(name);
                        switch (kind) {
                            case NUMBER -> json.writeNumber(1);
                            case BOOLEAN -> json.writeBoolean(true);
                            case CATEGORY -> json.writeString("text");
                            case DATE -> json.writeString("2026-01-31");
                        }
                    });
                    json.writeEndObject();
                    json.writeEndArray();
                }),
                StandardCharsets.UTF_8);
    }
}
