package slope.serve.studio.model;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import slope.model.Model;
import slope.report.json.Report;
import slope.serve.PredictionCommand;
import slope.table.BooleanColumn;
import slope.table.CategoryColumn;
import slope.table.Column;
import slope.table.DateColumn;
import slope.table.NumberColumn;
import slope.table.Table;
import tools.jackson.jr.ob.JSON;

/// The prediction of a row as it is asked for elsewhere.
///
/// @param json the row, as `slope predict` and `slope serve` read it
/// @param commandLine for a shell
/// @param java a program
public record RowCodeReport(String json, String commandLine, String java) implements Report {
    private static final JSON PRETTY = JSON.builder()
            .enable(JSON.Feature.WRITE_NULL_PROPERTIES, JSON.Feature.PRETTY_PRINT_OUTPUT)
            .build();

    /// The code of a row.
    ///
    /// @param row as it was sent: cells by column, null where missing
    /// @param read the same, as the model reads it
    /// @param command words it as a command
    static RowCodeReport of(OpenedModel model, Map<?, ?> row, Table read, PredictionCommand command) {
        String json = json(row);
        return new RowCodeReport(
                json,
                command.of(model.path(), model.model().target().isClassification(), json),
                program(model.path(), model.model(), read));
    }

    /// A row, null where a cell is missing.
    static String json(Map<?, ?> row) {
        return PRETTY.asString(row);
    }

    private static String program(Path file, Model model, Table read) {
        TreeSet<String> imports = new TreeSet<>();
        imports.add("java.nio.file.Path");
        imports.add("java.util.HashMap");
        imports.add("java.util.Map");
        imports.add("slope.model.Model");
        imports.add("slope.onnx.Models");
        imports.add("slope.target.Prediction");
        StringBuilder cells = new StringBuilder();
        for (String name : model.columns().keySet()) {
            Column column = read.column(name);
            if (column instanceof DateColumn && !column.isMissing(0)) {
                imports.add("java.time.LocalDateTime");
            }
            cells.append("    row.put(%s, %s);\n".formatted(JavaText.literal(name), value(column)));
        }
        return """
            %s

            void main() {
                Model model = Models.load(Path.of(%s));
                Map<String, Object> row = new HashMap<>(); // null is a missing value
            %s
                Prediction prediction = model.predict(row);
                IO.println(prediction);%s
            }
            """.formatted(
                        imports.stream().map("import %s;"::formatted).collect(Collectors.joining("\n")),
                        JavaText.literal(file.toString()),
                        cells,
                        probability(model));
    }

    private static String probability(Model model) {
        return model.target().isClassification() && model.target().columns().size() == 1
                ? "\n    IO.println(prediction.probability(prediction.label()));"
                : "";
    }

    private static String value(Column column) {
        if (column.isMissing(0)) {
            return "null";
        }
        return switch (column) {
            case NumberColumn numbers -> Double.toString(numbers.value(0));
            case BooleanColumn truths -> Boolean.toString(truths.isTrue(0));
            case DateColumn dates ->
                "LocalDateTime.parse(%s)"
                        .formatted(JavaText.literal(dates.moment(0).toString()));
            case CategoryColumn texts -> JavaText.literal(texts.text(0));
        };
    }

    @Override
    public String report() {
        return "studio-row-code";
    }

    @Override
    public int version() {
        return 1;
    }
}
