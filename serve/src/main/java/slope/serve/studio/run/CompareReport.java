package slope.serve.studio.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import slope.report.json.Report;
import tools.jackson.jr.ob.JSON;

/// Two runs beside each other.
///
/// @param settings that differ, by their place in the request
/// @param scores that either has
public record CompareReport(RunFacts first, RunFacts second, List<Difference> settings, List<ScorePair> scores)
        implements Report {
    private static final List<String> PARTS = List.of("validation", "test");

    public CompareReport {
        settings = List.copyOf(settings);
        scores = List.copyOf(scores);
    }

    /// A setting that differs.
    ///
    /// @param name such as `recipe.settings.epochs`
    /// @param first none where it was not chosen
    /// @param second none where it was not chosen
    public record Difference(String name, Optional<Object> first, Optional<Object> second) {}

    /// A score of both.
    ///
    /// @param part validation or test rows
    /// @param better higher, lower or neither
    /// @param first none where the first run has no such score
    /// @param second none where the second run has no such score
    public record ScorePair(
            String metric, String part, String better, Optional<RunScore> first, Optional<RunScore> second) {}

    /// A score of a run.
    ///
    /// @param interval `low` and `high`, as the training report has them; none where it was not measured
    public record RunScore(Object value, Optional<Object> interval) {
        private static Optional<RunScore> of(Map<?, ?> scores, String part, String metric) {
            return find(scores, part, "metrics", metric)
                    .map(value -> new RunScore(value, find(scores, "beside", part, "metrics", metric)));
        }
    }

    static CompareReport of(RunFacts first, RunFacts second, String firstTraining, String secondTraining) {
        return new CompareReport(
                first,
                second,
                differences(
                        flat(first.subject().request()), flat(second.subject().request())),
                scores(JSON.std.mapFrom(firstTraining), JSON.std.mapFrom(secondTraining)));
    }

    private static List<Difference> differences(Map<String, Object> first, Map<String, Object> second) {
        List<Difference> differences = new ArrayList<>();
        for (String name : names(first, second)) {
            if (!name.startsWith("outputs.") && !Objects.equals(first.get(name), second.get(name))) {
                differences.add(new Difference(
                        name, Optional.ofNullable(first.get(name)), Optional.ofNullable(second.get(name))));
            }
        }
        return differences;
    }

    private static Map<String, Object> flat(Map<String, Object> request) {
        Map<String, Object> flat = new LinkedHashMap<>();
        collect("", request, flat);
        return flat;
    }

    private static void collect(String name, Object part, Map<String, Object> flat) {
        if (part instanceof Map<?, ?> object) {
            object.forEach((key, value) -> collect(name.isEmpty() ? "" + key : name + "." + key, value, flat));
        } else {
            flat.put(name, part);
        }
    }

    private static List<ScorePair> scores(Map<String, Object> first, Map<String, Object> second) {
        Map<?, ?> ofFirst = object(first, "scores");
        Map<?, ?> ofSecond = object(second, "scores");
        List<ScorePair> scores = new ArrayList<>();
        for (String part : PARTS) {
            Set<String> metrics = new LinkedHashSet<>();
            Stream.of(ofFirst, ofSecond)
                    .map(each -> object(each, part, "metrics"))
                    .forEach(found -> found.keySet().forEach(metric -> metrics.add(String.valueOf(metric))));
            for (String metric : metrics) {
                String better = find(ofFirst, "better", metric)
                        .or(() -> find(ofSecond, "better", metric))
                        .map(String::valueOf)
                        .orElse("neither");
                scores.add(new ScorePair(
                        metric, part, better, RunScore.of(ofFirst, part, metric), RunScore.of(ofSecond, part, metric)));
            }
        }
        return scores;
    }

    private static Map<?, ?> object(Map<?, ?> json, String... path) {
        return find(json, path).map(part -> (Map<?, ?>) part).orElse(Map.of());
    }

    private static Optional<Object> find(Map<?, ?> json, String... path) {
        Object part = json;
        for (String name : path) {
            part = part instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return Optional.ofNullable(part);
    }

    private static Set<String> names(Map<String, Object> first, Map<String, Object> second) {
        Set<String> names = new LinkedHashSet<>(first.keySet());
        names.addAll(second.keySet());
        return names;
    }

    @Override
    public String report() {
        return "studio-comparison";
    }

    @Override
    public int version() {
        return 1;
    }
}
