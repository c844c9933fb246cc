package slope.cli.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import slope.cli.text.ListText;
import slope.cli.text.MissingText;
import slope.cli.text.ShellWord;
import slope.recipe.SettingText;
import slope.run.TrainingRequest;

/// A request as a command of `slope train`, to copy. What no option says is left to a file with the request.
public final class TrainWords {
    private static final String BY_FILE = "slope train --request request.json";

    /// Options by the place of their value in a request; of one that is not here its last name is the option's.
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("table.ignored", "ignore"),
            Map.entry("table.ignoreSpaces", "ignore-spaces"),
            Map.entry("table.noHeader", "no-header"),
            Map.entry("table.skipBadLines", "skip-bad-lines"),
            Map.entry("table.dayFirst", "day-first"),
            Map.entry("table.monthFirst", "month-first"),
            Map.entry("table.yearFirst", "year-first"),
            Map.entry("target.columns", "target"),
            Map.entry("target.kind", "task"),
            Map.entry("inputs.ignored", "ignore"),
            Map.entry("inputs.kept", "keep"),
            Map.entry("inputs.dropLeaks", "drop-leaks"),
            Map.entry("rows.validationShare", "validation"),
            Map.entry("rows.testShare", "test-share"),
            Map.entry("rows.validationColumn", "validation-column"),
            Map.entry("rows.classWeights", "class-weights"),
            Map.entry("recipe.name", "recipe"),
            Map.entry("outputs.model", "out"));

    private static final Set<String> UNSAID = Set.of("table.query", "table.notations", "inputs.only", "rows.test");

    private final List<String> words = new ArrayList<>(List.of("slope train"));
    private boolean isWhole = true;

    private TrainWords() {}

    /// The command.
    public static String of(TrainingRequest request) {
        Map<String, Object> parts = request.toMap();
        TrainWords command = new TrainWords();
        command.words.add(ShellWord.of(request.table().location()));
        parts.forEach((part, value) -> {
            if (value instanceof Map<?, ?> settings) {
                settings.forEach((name, each) -> command.add(part + "." + name, each));
            }
        });
        return command.isWhole ? String.join(" ", command.words) : BY_FILE;
    }

    private void add(String place, Object value) {
        switch (place) {
            case "table.file" -> {}
            case "table.missing" ->
                ((List<?>) value).forEach(text -> option("missing", MissingText.written("" + text)));
            case "table.decimal" -> option("decimal", value.equals("comma") ? "," : ".");
            case "recipe.settings.patience" -> option("patience", SettingText.of(value));
            case "training.timeLimitSeconds" -> option("time-limit", value + "s");
            case "recipe.settings" -> ((Map<?, ?>) value).forEach((name, each) -> add("recipe.settings." + name, each));
            default -> addUsual(place, value);
        }
    }

    private void addUsual(String place, Object value) {
        isWhole &= !UNSAID.contains(place) && !(value instanceof Map);
        String name = OPTIONS.getOrDefault(place, place.substring(place.lastIndexOf('.') + 1));
        switch (value) {
            case Boolean isSet when isSet -> words.add("--" + name);
            case List<?> values when values.isEmpty() -> isWhole = false; // such as no hidden layer
            case List<?> values ->
                option(
                        name,
                        values.stream().map(each -> ListText.written("" + each)).collect(Collectors.joining(",")));
            default -> option(name, value.toString());
        }
    }

    private void option(String name, String value) {
        words.add("--" + name + " " + ShellWord.of(value));
    }
}
