package slope.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import slope.recipe.Setting;
import slope.table.DataException;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/// The record in model files before there were requests: the words of a command line.
final class EarlyRecord {
    private static final Pattern OPTION = Pattern.compile("(--[a-z][a-z-]*)(?:=(.*))?", Pattern.DOTALL);

    private static final Pattern TIME = Pattern.compile("(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+(?:\\.\\d+)?)s)?");

    /// Where a request has what an option said. Settings of recipes keep their names.
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("target", "target.columns"),
            Map.entry("task", "target.kind"),
            Map.entry("exposure", "target.exposure"),
            Map.entry("quantiles", "target.quantiles"),
            Map.entry("metric", "training.metric"),
            Map.entry("ignore", "inputs.ignored"),
            Map.entry("keep", "inputs.kept"),
            Map.entry("drop-leaks", "inputs.dropLeaks"),
            Map.entry("categorical", "table.categorical"),
            Map.entry("missing", "table.missing"),
            Map.entry("day-first", "table.dayFirst"),
            Map.entry("month-first", "table.monthFirst"),
            Map.entry("partitions", "table.partitions"),
            Map.entry("validation", "rows.validationShare"),
            Map.entry("test-share", "rows.testShare"),
            Map.entry("group", "rows.group"),
            Map.entry("time", "rows.time"),
            Map.entry("weight", "rows.weight"),
            Map.entry("class-weights", "rows.classWeights"),
            Map.entry("folds", "rows.folds"),
            Map.entry("refit", "rows.refit"),
            Map.entry("recipe", "recipe.name"),
            Map.entry("seed", "training.seed"),
            Map.entry("time-limit", "training.timeLimitSeconds"),
            Map.entry("recover", "training.recover"));

    private static final Set<String> LISTS = Set.of(
            "target", "quantiles", "ignore", "keep", "categorical", "missing", "day-first", "month-first", "hidden");

    private static final Set<String> SWITCHES = Set.of("drop-leaks", "partitions", "refit", "recover");

    /// Options whose values are numbers; that of others are texts, or they are settings.
    private static final Set<String> NUMBERS =
            Set.of("quantiles", "validation", "test-share", "folds", "seed", "hidden");

    private EarlyRecord() {}

    /// The request that the words meant. Class weights from a file are left out: the record names
    /// the file alone.
    ///
    /// @param name of the model's file in messages
    /// @throws DataException if they are no record
    static TrainingRequest request(List<String> words, String name) {
        Map<String, Object> request = new LinkedHashMap<>();
        Map<String, List<String>> texts = texts(words);
        texts.forEach((option, values) -> {
            boolean isSetting =
                    Setting.ALL.stream().anyMatch(setting -> setting.title().equals(option));
            if (!isSetting && !PLACES.containsKey(option)) {
                throw new DataException(
                        "%s has the option \"%s\" in its record, which is never written there; it was changed"
                                .formatted(name, option));
            }
            if (!namesWeights(option, values)) {
                put(request, PLACES.getOrDefault(option, "recipe.settings." + option), value(option, values));
            }
        });
        if (List.of("plain").equals(texts.get("recipe")) && !texts.containsKey("patience")) {
            put(request, "recipe.settings.patience", Integer.MAX_VALUE); // plain had none then
        }
        return TrainingRequest.parse(JSON.std.asString(request), "the record of " + name);
    }

    /// Whether class weights were read from a file, which the record names.
    static boolean lacksClassWeights(List<String> words) {
        return texts(words).entrySet().stream().anyMatch(option -> namesWeights(option.getKey(), option.getValue()));
    }

    private static boolean namesWeights(String option, List<String> values) {
        String text = String.join(",", values);
        return option.equals("class-weights")
                && !text.equals(RequestReader.BALANCED)
                && !text.matches("(?s)\\s*\\{\\s*\".*}\\s*"); // '{a,b}.csv' is a pattern for files
    }

    /// Each option once, with its values. Some records have an option that was given twice twice,
    /// each time with all of its values as words of their own.
    private static Map<String, List<String>> texts(List<String> words) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        List<String> values = new ArrayList<>();
        for (String word : words) {
            Matcher option = OPTION.matcher(word);
            if (option.matches()) {
                values = new ArrayList<>();
                Optional.ofNullable(option.group(2)).ifPresent(values::add);
                texts.put(option.group(1).substring(2), values);
            } else {
                values.add(word);
            }
        }
        return texts;
    }

    private static Object value(String option, List<String> values) {
        String text = String.join(",", values);
        if (SWITCHES.contains(option)) {
            return values.isEmpty() || Boolean.parseBoolean(text);
        }
        if (LISTS.contains(option)) {
            List<String> all = List.of(text.split(",", -1));
            return NUMBERS.contains(option)
                    ? all.stream().map(EarlyRecord::number).toList()
                    : all;
        }
        return switch (option) {
            case "class-weights" -> text.equals(RequestReader.BALANCED) ? text : weights(text);
            case "time-limit" -> seconds(text);
            default -> NUMBERS.contains(option) || isNumber(option) ? number(text) : text;
        };
    }

    private static boolean isNumber(String option) {
        return Setting.ALL.stream()
                .anyMatch(setting ->
                        setting.title().equals(option) && setting.choices().isEmpty());
    }

    private static Map<String, Object> weights(String text) {
        try {
            return JSON.std.mapFrom(text);
        } catch (JacksonException unusable) {
            throw new DataException("the record has the class weights %s, which are none".formatted(text), unusable);
        }
    }

    private static Object number(String text) {
        try {
            return text.matches("[+-]?\\d+") ? (Object) Long.valueOf(text) : Double.valueOf(text);
        } catch (NumberFormatException ignored) {
            return text; // refused with its place, as any text where a number should be
        }
    }

    private static double seconds(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new DataException("the record has the time limit \"%s\", which is none".formatted(text));
        }
        return Stream.of(1, 2, 3)
                .mapToDouble(part -> Optional.ofNullable(time.group(part))
                        .map(digits -> Double.parseDouble(digits) * Math.pow(60, 3 - part))
                        .orElse(0.0))
                .sum();
    }

    private static void put(Map<String, Object> request, String path, Object value) {
        Map<String, Object> part = request;
        String[] names = path.split("\\.", -1);
        for (int index = 0; index < names.length - 1; index++) {
            @SuppressWarnings("unchecked") // only made here
            Map<String, Object> next = (Map<String, Object>)
                    part.computeIfAbsent(names[index], name -> new LinkedHashMap<String, Object>());
            part = next;
        }
        part.put(names[names.length - 1], value);
    }
}
