package slope.run;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import slope.conformal.ClassSetKind;
import slope.conformal.CoverageChoice;
import slope.fit.ClassWeights;
import slope.fit.Estimator;
import slope.fit.RowSelection;
import slope.fit.RowSelection.Refit;
import slope.metric.Metric;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.recipe.SettingText;
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
import tools.jackson.jr.ob.JSON;

/// A request as JSON. What has its usual value is left out, and names stand in alphabetical order
/// where their order means nothing, so that equal requests have equal texts.
final class RequestWriter {
    private static final RowSelection USUAL_ROWS = RowSelection.defaults();

    private RequestWriter() {}

    /// @throws IllegalArgumentException if a setting has no name in JSON
    static String write(TrainingRequest request) {
        Map<String, Object> object = object(request);
        return JSON.builder().enable(JSON.Feature.PRETTY_PRINT_OUTPUT).build().asString(object) + "\n";
    }

    static String line(TrainingRequest request) {
        return JSON.std.asString(object(request));
    }

    static Map<String, Object> object(TrainingRequest request) {
        Estimator estimator = request.estimator();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("version", RequestReader.VERSION);
        put(object, "table", table(request.table(), request.reading()));
        put(object, "target", target(estimator.target()));
        put(object, "inputs", inputs(estimator.columns()));
        put(object, "rows", rows(estimator.rows(), request.test()));
        put(object, "recipe", recipe(estimator.recipe(), request.start().map(Object::toString)));
        put(object, "training", training(estimator, request.threads()));
        put(object, "outputs", outputs(request));
        return object;
    }

    private static Map<String, Object> table(TableSource table, ReadOptions reading) {
        Map<String, Object> object = source(table);
        put(object, "ignored", sorted(reading.ignored()));
        put(object, "categorical", sorted(reading.categorical()));
        put(object, "numeric", sorted(reading.numeric()));
        put(object, "missing", sorted(reading.missing()));
        put(object, "decimal", reading.decimal().map(DecimalMark::title));
        put(object, "delimiter", reading.delimiter().map(Delimiter::title));
        put(object, "notations", new TreeMap<String, Object>(reading.notations()));
        Map<String, Object> missingIn = new TreeMap<>();
        reading.missingIn().forEach((column, texts) -> missingIn.put(column, sorted(texts)));
        put(object, "missingIn", missingIn);
        put(object, "ignoreSpaces", reading.spelling() == Spelling.SPACES_IGNORED);
        put(object, "dayFirst", dates(reading, DateOrder.DAY_FIRST));
        put(object, "monthFirst", dates(reading, DateOrder.MONTH_FIRST));
        put(object, "yearFirst", dates(reading, DateOrder.YEAR_FIRST));
        put(object, "partitions", reading.folders() == Folders.COLUMNS);
        put(object, "noHeader", reading.firstLine() == FirstLine.ROW);
        put(object, "skipBadLines", reading.badLines() == BadLines.SKIPPED);
        return object;
    }

    private static Map<String, Object> source(TableSource table) {
        Map<String, Object> object = new LinkedHashMap<>();
        put(object, "file", table.location());
        put(object, "query", table.query());
        put(object, "table", table.table());
        put(object, "sheet", table.sheet());
        put(object, "format", table.format());
        put(object, "drivers", table.drivers().stream().map(Object::toString).toList());
        return object;
    }

    private static List<String> dates(ReadOptions reading, DateOrder order) {
        return reading.dates().keySet().stream()
                .filter(column -> reading.dates().get(column) == order)
                .sorted()
                .toList();
    }

    private static Map<String, Object> target(TargetChoice target) {
        Map<String, Object> object = new LinkedHashMap<>();
        put(object, "columns", target.columns());
        put(object, "kind", target.kind().map(TargetKind::option));
        put(object, "exposure", target.exposure());
        put(object, "quantiles", target.quantiles());
        put(object, "power", target.power());
        put(object, "positive", target.positive());
        put(object, "threshold", target.threshold().map(Threshold.Choice::text));
        return object;
    }

    private static Map<String, Object> inputs(ColumnSelection columns) {
        Map<String, Object> object = new LinkedHashMap<>();
        put(object, "only", columns.only().map(RequestWriter::sorted));
        put(object, "ignored", sorted(columns.ignored()));
        put(object, "kept", sorted(columns.kept()));
        put(object, "dropLeaks", columns.leaks() == Leaks.DROPPED);
        return object;
    }

    private static Map<String, Object> rows(RowSelection rows, Optional<TableSource> test) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (rows.validationShare() != USUAL_ROWS.validationShare()) {
            object.put("validationShare", rows.validationShare());
        }
        put(object, "testShare", rows.testShare());
        Map<String, Object> source = test.map(RequestWriter::source).orElseGet(Map::of);
        if (source.keySet().equals(Set.of("file"))) {
            put(object, "testFile", test.map(TableSource::location));
        } else {
            put(object, "test", source);
        }
        put(object, "group", rows.group());
        put(object, "time", rows.time());
        put(object, "validationColumn", rows.validationColumn());
        put(object, "weight", rows.weight());
        put(object, "classWeights", classWeights(rows.classWeights()));
        put(object, "folds", rows.folds());
        put(object, "coverage", rows.coverage().map(choice -> choice.coverage().value()));
        put(object, "coverageBy", rows.coverage().flatMap(CoverageChoice::by));
        put(
                object,
                "coverageSets",
                rows.coverage()
                        .map(CoverageChoice::sets)
                        .filter(sets -> sets != ClassSetKind.LEAST_AMBIGUOUS)
                        .map(ClassSetKind::title));
        put(object, "refit", rows.refit() == Refit.ALL_ROWS);
        return object;
    }

    private static Optional<Object> classWeights(ClassWeights weights) {
        return switch (weights) {
            case ClassWeights.Equal ignored -> Optional.empty();
            case ClassWeights.Balanced ignored -> Optional.of(RequestReader.BALANCED);
            case ClassWeights.Given given -> Optional.of(new TreeMap<>(given.weights()));
        };
    }

    private static Map<String, Object> recipe(Recipe recipe, Optional<String> start) {
        Map<String, Object> object = new LinkedHashMap<>();
        boolean isUsual = recipe.title().equals(Recipe.all().getFirst().title());
        if (!isUsual && Recipe.named(recipe.title()).isPresent()) {
            object.put("name", recipe.title());
        }
        put(object, "startFrom", start);
        Map<String, Object> settings = new LinkedHashMap<>();
        for (Setting<?> setting : Setting.ALL) {
            recipe.chosen(setting).ifPresent(value -> settings.put(setting.title(), value(setting, value)));
        }
        put(object, "settings", settings);
        return object;
    }

    private static Object value(Setting<?> setting, Object value) {
        boolean isJson = value instanceof Number || value instanceof Boolean || value instanceof List<?>;
        if (!isJson && !setting.read(SettingText.of(value)).equals(value)) {
            throw new IllegalArgumentException("%s has no name in a request; it is set in Java alone".formatted(value));
        }
        return isJson ? value : SettingText.of(value);
    }

    private static Map<String, Object> training(Estimator estimator, Optional<Integer> threads) {
        Map<String, Object> object = new LinkedHashMap<>();
        put(object, "metric", estimator.metric().map(RequestWriter::named));
        if (estimator.seed() != 0) {
            object.put("seed", estimator.seed());
        }
        put(object, "timeLimitSeconds", estimator.timeLimit().map(RequestWriter::seconds));
        put(object, "recover", estimator.divergence() == Divergence.RECOVERS);
        put(object, "threads", threads);
        return object;
    }

    private static String named(Metric metric) {
        return Metric.named(metric.title())
                .map(Metric::title)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the metric %s has no name in a request; it is set in Java alone".formatted(metric.title())));
    }

    private static Map<String, Object> outputs(TrainingRequest request) {
        Map<String, Object> object = new LinkedHashMap<>();
        put(object, "model", request.model().map(Object::toString));
        put(object, "predictions", request.predictions());
        if (request.isForSpreadsheets()) {
            object.put("escapeFormulas", true);
        }
        request.checkpoints().ifPresent(checkpoints -> {
            Map<String, Object> written = new LinkedHashMap<>();
            written.put("folder", checkpoints.folder().toString());
            written.put("everySeconds", seconds(checkpoints.interval()));
            object.put("checkpoints", written);
        });
        return object;
    }

    private static Number seconds(Duration time) {
        long milliseconds = time.toMillis();
        if (milliseconds % 1000 == 0) {
            return milliseconds / 1000;
        }
        return milliseconds / 1000.0;
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static void put(Map<String, Object> object, String name, Optional<?> value) {
        value.ifPresent(present -> object.put(name, present));
    }

    private static void put(Map<String, Object> object, String name, Collection<?> values) {
        if (!values.isEmpty()) {
            object.put(name, values);
        }
    }

    private static void put(Map<String, Object> object, String name, Map<String, Object> part) {
        if (!part.isEmpty()) {
            object.put(name, part);
        }
    }

    private static void put(Map<String, Object> object, String name, String text) {
        if (!text.isEmpty()) {
            object.put(name, text);
        }
    }

    private static void put(Map<String, Object> object, String name, boolean isSet) {
        if (isSet) {
            object.put(name, true);
        }
    }
}
