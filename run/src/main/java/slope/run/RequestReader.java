package slope.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import slope.Slope;
import slope.conformal.ClassSetKind;
import slope.conformal.CoverageChoice;
import slope.fit.ClassWeights;
import slope.fit.Estimator;
import slope.fit.RowSelection;
import slope.fit.RowSelection.Refit;
import slope.internal.file.RegularFile;
import slope.internal.file.WholeFile;
import slope.metric.Metric;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.run.TrainingRequest.Checkpoints;
import slope.table.DataException;
import slope.table.DateOrder;
import slope.table.Spelling;
import slope.table.profile.ColumnSelection;
import slope.table.profile.InputColumns.Leaks;
import slope.tables.DecimalMark;
import slope.tables.Delimiter;
import slope.tables.ReadOptions;
import slope.tables.ReadOptions.BadLines;
import slope.tables.ReadOptions.FirstLine;
import slope.tables.ReadOptions.Folders;
import slope.tables.TableSource;
import slope.target.TargetChoice;
import slope.target.TargetKind;
import slope.target.Threshold;
import slope.training.Divergence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.jr.ob.JSON;

/// A request from JSON.
final class RequestReader {
    /// The version that is written; a later one has members that this program does not know.
    static final int VERSION = 1;

    /// No request is longer.
    private static final int MOST_BYTES = 1 << 24;

    /// Thirty years, which no clock overflows.
    private static final double MOST_SECONDS = 1e9;

    static final String BALANCED = "balanced";

    private final JsonPart whole;

    private RequestReader(JsonPart whole) {
        this.whole = whole;
    }

    /// @throws DataException if it cannot be read, is no JSON, or no request
    static TrainingRequest read(Path file) {
        try {
            return read(new String(RegularFile.read(file, MOST_BYTES), StandardCharsets.UTF_8), file.toString());
        } catch (NoSuchFileException failure) {
            throw new DataException("there is no file \"%s\"".formatted(file), failure);
        } catch (IOException failure) {
            throw new DataException("%s cannot be read: %s".formatted(file, WholeFile.reason(failure)), failure);
        }
    }

    /// @throws DataException if it is no JSON, or no request
    static TrainingRequest read(String json, String name) {
        JsonPart whole = new JsonPart(name, "", Optional.of(parsed(json, name)));
        try {
            TrainingRequest request = new RequestReader(whole).request();
            whole.end();
            return request;
        } catch (IllegalArgumentException unusable) {
            throw new DataException("%s: %s".formatted(name, unusable.getMessage()), unusable);
        }
    }

    private static Map<String, Object> parsed(String json, String name) {
        try (JsonParser parser = JSON.std.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new DataException(
                        "%s is no JSON object, such as {\"target\": {\"columns\": [\"y\"]}}".formatted(name));
            }
            Map<String, Object> members = JSON.std.mapFrom(parser);
            if (parser.nextToken() != null) {
                throw new DataException(
                        "%s goes on after the end of its JSON object; leave the rest out".formatted(name));
            }
            return members;
        } catch (JacksonException unusable) {
            String place = Optional.ofNullable(unusable.getLocation())
                    .filter(location -> location.getLineNr() > 0)
                    .map(location -> "line %s, column %s: ".formatted(location.getLineNr(), location.getColumnNr()))
                    .orElse("");
            throw new DataException(
                    "%s is no JSON that can be read: %s%s".formatted(name, place, unusable.getOriginalMessage()),
                    unusable);
        }
    }

    private TrainingRequest request() {
        int version = whole.count("version").orElse(VERSION);
        if (version != VERSION) {
            throw whole.refusal("version", "is %s; this version of Slope reads %s".formatted(version, VERSION));
        }
        JsonPart table = whole.part("table");
        JsonPart rows = whole.part("rows");
        JsonPart inputs = whole.part("inputs");
        JsonPart recipe = whole.part("recipe");
        JsonPart training = whole.part("training");
        JsonPart outputs = whole.part("outputs");
        Estimator estimator = training(training, Slope.predict(target(whole.part("target"))))
                .columns(inputs(inputs))
                .rows(rows(rows))
                .recipe(recipe(recipe));
        TrainingRequest request = TrainingRequest.of(source(table), estimator).reading(reading(table));
        JsonPart test = rows.part("test");
        Optional<TableSource> given = test.isThere()
                ? Optional.of(source(test))
                : rows.text("testFile").map(TableSource::of);
        request = with(request, given, TrainingRequest::test);
        request = with(request, path(recipe, "startFrom"), TrainingRequest::start);
        request = with(request, training.count("threads"), TrainingRequest::threads);
        request = with(request, path(outputs, "model"), TrainingRequest::model);
        request = with(request, outputs.text("predictions"), TrainingRequest::predictions);
        request = outputs.isSet("escapeFormulas") ? request.forSpreadsheets() : request;
        return with(request, checkpoints(outputs.part("checkpoints")), TrainingRequest::checkpoints);
    }

    private static TableSource source(JsonPart part) {
        TableSource source = TableSource.of(part.text("file").orElse(""));
        source = with(source, part.text("query"), TableSource::query);
        source = with(source, part.text("table"), TableSource::table);
        source = with(source, part.text("sheet"), TableSource::sheet);
        source = with(source, part.text("format"), TableSource::format);
        return source.drivers(part.texts("drivers").stream().map(Path::of).toList());
    }

    private static ReadOptions reading(JsonPart table) {
        Map<String, DateOrder> dates = new HashMap<>();
        table.texts("dayFirst").forEach(column -> dates.put(column, DateOrder.DAY_FIRST));
        table.texts("monthFirst").forEach(column -> dates.put(column, DateOrder.MONTH_FIRST));
        table.texts("yearFirst").forEach(column -> dates.put(column, DateOrder.YEAR_FIRST));
        Optional<DecimalMark> decimal = named(table, "decimal", DecimalMark::titled, List.of("point", "comma"));
        ReadOptions reading =
                with(ReadOptions.none(), decimal, ReadOptions::decimal).notations(table.textsByName("notations"));
        reading = with(reading, delimiter(table), ReadOptions::delimiter);
        for (Map.Entry<String, List<String>> column : table.lists("missingIn").entrySet()) {
            reading = reading.missing(column.getKey(), Set.copyOf(column.getValue()));
        }
        return reading.categorical(Set.copyOf(table.texts("categorical")))
                .numeric(Set.copyOf(table.texts("numeric")))
                .ignored(Set.copyOf(table.texts("ignored")))
                .missing(Set.copyOf(table.texts("missing")))
                .dates(dates)
                .spelling(table.isSet("ignoreSpaces") ? Spelling.SPACES_IGNORED : Spelling.SPACES_COUNT)
                .folders(table.isSet("partitions") ? Folders.COLUMNS : Folders.PLACES)
                .firstLine(table.isSet("noHeader") ? FirstLine.ROW : FirstLine.NAMES)
                .badLines(table.isSet("skipBadLines") ? BadLines.SKIPPED : BadLines.REFUSED);
    }

    private static Optional<Delimiter> delimiter(JsonPart table) {
        return table.text("delimiter")
                .map(text -> Delimiter.named(text)
                        .orElseThrow(() -> table.refusal(
                                "delimiter",
                                ("is \"%s\", and not one character that separates fields, such as \";\"; a tab is"
                                                + " \"tab\"")
                                        .formatted(text))));
    }

    private static TargetChoice target(JsonPart target) {
        List<String> columns = target.texts("columns");
        if (columns.isEmpty()) {
            throw target.refusal("columns", "is needed: a list of the columns to predict");
        }
        TargetChoice choice = TargetChoice.of(columns.toArray(String[]::new)).quantiles(target.numbers("quantiles"));
        choice = with(choice, named(target, "kind", TargetKind::named, kinds()), TargetChoice::kind);
        choice = with(choice, target.text("exposure"), TargetChoice::exposure);
        choice = with(choice, target.text("positive"), TargetChoice::positive);
        try {
            choice = with(choice, target.text("threshold").map(Threshold.Choice::of), TargetChoice::threshold);
        } catch (IllegalArgumentException unusable) {
            throw target.refusal("threshold", "cannot be used: " + unusable.getMessage());
        }
        try {
            return with(choice, target.number("power"), TargetChoice::power);
        } catch (IllegalArgumentException unusable) {
            throw target.refusal("power", "cannot be used: " + unusable.getMessage());
        }
    }

    private static List<String> kinds() {
        return List.of(TargetKind.values()).stream().map(TargetKind::option).toList();
    }

    private static ColumnSelection inputs(JsonPart inputs) {
        ColumnSelection columns = ColumnSelection.defaults()
                .ignored(Set.copyOf(inputs.texts("ignored")))
                .kept(Set.copyOf(inputs.texts("kept")))
                .leaks(inputs.isSet("dropLeaks") ? Leaks.DROPPED : Leaks.KEPT);
        List<String> only = inputs.texts("only");
        return only.isEmpty() ? columns : columns.only(only.toArray(String[]::new));
    }

    private static RowSelection rows(JsonPart rows) {
        RowSelection selection = RowSelection.defaults();
        selection = with(selection, rows.number("validationShare"), RowSelection::validationShare);
        selection = with(selection, rows.number("testShare"), RowSelection::testShare);
        selection = with(selection, rows.text("group"), RowSelection::group);
        selection = with(selection, rows.text("time"), RowSelection::time);
        selection = with(selection, rows.text("validationColumn"), RowSelection::validationColumn);
        selection = with(selection, rows.text("weight"), RowSelection::weight);
        selection = with(selection, classWeights(rows), RowSelection::classWeights);
        selection = with(selection, rows.count("folds"), RowSelection::folds);
        selection = with(selection, coverage(rows), RowSelection::coverage);
        return rows.isSet("refit") ? selection.refit(Refit.ALL_ROWS) : selection;
    }

    private static Optional<CoverageChoice> coverage(JsonPart rows) {
        Optional<String> by = rows.text("coverageBy");
        Optional<ClassSetKind> sets = named(rows, "coverageSets", ClassSetKind::named, List.of("lac", "aps"));
        Optional<Double> share = rows.number("coverage");
        if (share.isEmpty() && (by.isPresent() || sets.isPresent())) {
            throw rows.refusal(by.isPresent() ? "coverageBy" : "coverageSets", "needs a \"coverage\", such as 0.9");
        }
        try {
            return share.map(CoverageChoice::of)
                    .map(choice -> by.map(choice::by).orElse(choice))
                    .map(choice -> sets.map(choice::sets).orElse(choice));
        } catch (IllegalArgumentException unusable) {
            throw rows.refusal("coverage", "cannot be used: " + unusable.getMessage());
        }
    }

    private static Optional<ClassWeights> classWeights(JsonPart rows) {
        return rows.value("classWeights", "\"balanced\" or an object with the weight of each class", value -> {
            if (BALANCED.equals(value)) {
                return new ClassWeights.Balanced();
            }
            boolean isObject = value instanceof Map<?, ?> weights
                    && weights.values().stream().allMatch(Number.class::isInstance);
            return isObject ? new ClassWeights.Given(weights((Map<?, ?>) value)) : null;
        });
    }

    private static Map<String, Double> weights(Map<?, ?> object) {
        return object.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> String.valueOf(each.getKey()), each -> ((Number) each.getValue()).doubleValue()));
    }

    private static Recipe recipe(JsonPart part) {
        List<String> names = Recipe.all().stream().map(Recipe::title).toList();
        boolean starts = part.text("startFrom").isPresent();
        Recipe recipe =
                named(part, "name", Recipe::named, names).orElseGet(starts ? Recipe::plain : Recipe.all()::getFirst);
        JsonPart settings = part.part("settings");
        for (Setting<?> setting : Setting.ALL) {
            recipe = with(recipe, settings, setting);
        }
        return recipe;
    }

    private static <T> Recipe with(Recipe recipe, JsonPart settings, Setting<T> setting) {
        Class<?> type = setting == Setting.HIDDEN
                ? List.class
                : setting == Setting.RESIDUAL
                        ? Boolean.class
                        : setting.choices().isEmpty() ? Number.class : String.class;
        String wanted = type == List.class
                ? "a list of whole numbers"
                : type == Boolean.class ? "true or false" : type == Number.class ? "a number" : "a name";
        Optional<String> text = settings.value(
                setting.title(),
                wanted,
                value -> !type.isInstance(value)
                        ? null
                        : value instanceof List<?> units ? text(units) : value.toString());
        try {
            return with(recipe, text.map(setting::read), (chosen, value) -> chosen.with(setting, value));
        } catch (IllegalArgumentException unusable) {
            throw settings.refusal(setting.title(), "cannot be used: " + unusable.getMessage());
        }
    }

    private static String text(List<?> numbers) {
        return numbers.isEmpty()
                ? "none"
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Estimator training(JsonPart training, Estimator estimator) {
        List<String> names = Metric.ALL.stream().map(Metric::title).toList();
        Estimator all = with(estimator, named(training, "metric", Metric::named, names), Estimator::metric);
        all = with(all, training.whole("seed"), Estimator::seed);
        all = with(all, seconds(training, "timeLimitSeconds"), Estimator::timeLimit);
        return all.divergence(training.isSet("recover") ? Divergence.RECOVERS : Divergence.ENDS);
    }

    private static Optional<Checkpoints> checkpoints(JsonPart part) {
        Optional<Duration> interval = seconds(part, "everySeconds");
        if (part.isThere() && part.text("folder").isEmpty()) {
            throw part.refusal("folder", "is needed: where checkpoints are written");
        }
        return path(part, "folder").map(Checkpoints::in).map(all -> with(all, interval, Checkpoints::interval));
    }

    private static Optional<Duration> seconds(JsonPart part, String name) {
        return part.number(name).map(seconds -> {
            if (!(Math.abs(seconds) <= MOST_SECONDS)) {
                throw part.refusal(name, "is %s; at most %s are possible".formatted(seconds, MOST_SECONDS));
            }
            return Duration.ofMillis(Math.round(1000 * seconds));
        });
    }

    private static Optional<Path> path(JsonPart part, String name) {
        try {
            return part.text(name).map(Path::of);
        } catch (InvalidPathException unusable) {
            throw part.refusal(name, "is no name of a file");
        }
    }

    private static <T> Optional<T> named(
            JsonPart part, String name, Function<String, Optional<T>> reading, List<String> names) {
        return part.text(name)
                .map(text -> reading.apply(text)
                        .orElseThrow(() -> part.refusal(
                                name, "is \"%s\", not one of %s".formatted(text, String.join(", ", names)))));
    }

    private static <R, T> R with(R value, Optional<T> choice, BiFunction<R, T, R> change) {
        return choice.map(chosen -> change.apply(value, chosen)).orElse(value);
    }
}
