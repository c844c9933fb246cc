package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import slope.metric.Metric;
import slope.metric.ScoredRows.Form;

/// Those pages under `docs/reference` that tables of the program make: every option, metric and setting.
final class ReferencePages {
    private static final Map<String, List<String>> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("Classes", List.of("examples/penguins.csv", "--target", "species"));
        TABLES.put("Numbers", List.of("examples/houses.csv", "--target", "price"));
    }

    private ReferencePages() {}

    /// The text of each page by its file's name.
    static Map<String, String> of(CommandLine slope) throws IOException {
        return new TreeMap<>(
                Map.of("commands.md", commands(slope), "metrics.md", metrics(), "settings.md", settings()));
    }

    private static String commands(CommandLine slope) {
        StringBuilder page = new StringBuilder("""
            # Commands and options

            Every option of every command, as `slope COMMAND --help-all` or `--help` shows them. The build makes this page of the
            commands. Exit codes: 0 if all went well, 2 if the command or the data cannot be used, 1 for other failures, 130 after
            Ctrl-C.
            """);
        for (CommandLine each : slope.getSubcommands().values()) {
            CommandSpec command = each.getCommandSpec();
            page.append("\n## ").append(command.qualifiedName()).append("\n\n");
            page.append(String.join("\n", command.usageMessage().description()).strip())
                    .append('\n');
            List<String> lines = new ArrayList<>();
            command.positionalParameters().stream()
                    .filter(parameter -> !parameter.hidden())
                    .forEach(parameter -> lines.add(line(parameter.paramLabel(), parameter)));
            command.options().stream()
                    .filter(option -> !option.hidden())
                    .forEach(option -> lines.add(line(names(option), option)));
            page.append("\n| | |\n|---|---|\n").append(String.join("", lines));
        }
        return page.toString();
    }

    private static String names(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
    }

    private static String line(String name, ArgSpec argument) {
        return "| `%s` | %s |\n".formatted(cell(name), cell(String.join(" ", renderedDescription(argument))));
    }

    /// With its variables filled in.
    private static String[] renderedDescription(ArgSpec argument) {
        return Arrays.stream(argument.description())
                .map(text -> text.replace("%n", " ").replace("%%", "%"))
                .toArray(String[]::new);
    }

    private static String metrics() throws IOException {
        StringBuilder page = new StringBuilder("""
            # Metrics

            By the names that `--metric`, reports and JSON have. y is the actual value, ŷ the prediction, w a row's weight: a mean
            over rows is Σ w·(…) / Σ w. The build makes this page of the metrics; their formulas are those of their sources.

            | metric | better | of | formula |
            |---|---|---|---|
            """);
        for (Metric metric : Metric.ALL) {
            page.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            metric.title(), metric.better().name().toLowerCase(Locale.ROOT),
                            forms(metric), cell(formula(metric))));
        }
        return page.toString();
    }

    private static String forms(Metric metric) {
        boolean anyClasses = metric.appliesTo(Form.CLASSES, 3);
        boolean twoClasses = metric.appliesTo(Form.CLASSES, 2);
        Stream<String> classes =
                anyClasses ? Stream.of(twoClasses ? "classes" : "three or more classes") : Stream.of("two classes");
        Stream<String> others = Arrays.stream(Form.values())
                .filter(form -> form != Form.CLASSES && metric.appliesTo(form, 1))
                .map(form -> form.name().toLowerCase(Locale.ROOT));
        return Stream.concat(anyClasses || twoClasses ? classes : Stream.empty(), others)
                .collect(Collectors.joining(", "));
    }

    /// What stands above the class, up to its parameters.
    private static String formula(Metric metric) throws IOException {
        Path source =
                Path.of("../core/src/main/java/slope/metric", metric.getClass().getSimpleName() + ".java");
        return Files.readAllLines(source).stream()
                .dropWhile(line -> !line.startsWith("///"))
                .takeWhile(line -> line.startsWith("///") && !line.startsWith("/// @"))
                .map(line -> line.substring(3).strip())
                .collect(Collectors.joining(" "));
    }

    private static String settings() {
        StringBuilder page = new StringBuilder("""
            # Settings of the recipes

            What `--explain-settings` prints for each recipe, of a table of each kind; on other tables some values follow from the
            number of rows. Each setting is an option of [`slope train`](commands.md#slope-train). The build makes this page of the
            recipes.
            """);
        TABLES.forEach((kind, table) -> {
            page.append("\n## ").append(kind).append('\n');
            for (String recipe : List.of("tuned", "ensemble", "plain")) {
                page.append("\n    slope train ").append(String.join(" ", table));
                page.append(" --recipe ").append(recipe).append(" --explain-settings\n\n");
                List<String> arguments = new ArrayList<>(List.of("train", "../" + table.getFirst()));
                arguments.addAll(table.subList(1, table.size()));
                arguments.addAll(List.of("--recipe", recipe, "--explain-settings"));
                Ran ran = Ran.slope(arguments.toArray(String[]::new));
                assertThat(ran.exitCode()).as(ran.err()).isZero();
                ran.out()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .forEach(line ->
                                page.append("    ").append(line.stripTrailing()).append('\n'));
            }
        });
        return page.toString();
    }

    private static String cell(String text) {
        return text.replaceAll("\\s+", " ").replace("|", "\\|").strip();
    }
}
