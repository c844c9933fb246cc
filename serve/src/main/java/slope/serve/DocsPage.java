package slope.serve;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
        List<List<String>> paths = routes.stream()
                .map(route -> List.of(route.pattern(), route.method(), route.about()))
                .toList();
        return new Page("Slope", body + Markup.section("Paths", Markup.unheadedTable("Paths", paths))).html();
    }

    private static String section(String host, ServedModel model) {
        List<List<String>> columns = new ArrayList<>();
        model.columns().forEach((name, kind) -> columns.add(List.of(name, kind.words())));
        String outputs = model.outputs().stream().map(Column::name).collect(Collectors.joining(", "));
        return Markup.section(
                "Model " + model.name(),
                Markup.unheadedTable("Columns", columns),
                Markup.paragraph("It gives " + outputs + "."),
                Markup.lines(example(host, model)));
    }

    /// A command for a shell, with values that training had.
    private static List<String> example(String host, ServedModel model) {
        String path = URLEncoder.encode(model.name(), StandardCharsets.UTF_8).replace("+", "%20");
        List<String> cells = new ArrayList<>();
        model.columns().forEach((name, kind) -> {
            String value = switch (kind) {
                case BOOLEAN -> "true";
                case DATE -> "\"2026-01-31\"";
                case NUMBER, CATEGORY -> model.range(name).map(DocsPage::value).orElse("null");
            };
            cells.add("  %s: %s".formatted(json(writer -> writer.writeString(name)), value));
        });
        String row = String.join(",\n", cells).replace("'", "'\\''");
        return "curl 'http://%s/predict/%s' -d '{\n%s\n}'"
                .formatted(host, path, row)
                .lines()
                .toList();
    }

    private static String value(TrainingRanges seen) {
        return json(writer -> {
            switch (seen) {
                case TrainingRanges.Range range -> writer.writeNumber(range.minimum());
                case TrainingRanges.Words words ->
                    writer.writeString(words.words().stream().sorted().reduce("", (_, last) -> last));
            }
        });
    }

    private static String json(Consumer<JsonGenerator> writer) {
        return new String(Response.jsonBytes(writer), StandardCharsets.UTF_8);
    }
}
