package slope.serve.studio.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import slope.report.json.Report;
import tools.jackson.jr.ob.JSON;

/// Two runs beside each other.
///
/// @param settings that differ, by their place in the request
/// @param scores that either has
public record CompareReport(RunFacts first, RunFacts second, List<Difference> settings, List<ScorePair> scores)
        implements Report {
    private static final Set<String> PARTS = Set.of("validation", "test");

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
    public record ScorePair(
            String metric, String part, String better, Optional<Object> first, Optional<Object> second) {}

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
        Map<String, Object> ofFirst = flat(first);
        Map<String, Object> ofSecond = flat(second);
        List<ScorePair> scores = new ArrayList<>();
        for (String name : names(ofFirst, ofSecond)) {
            String[] path = name.split("\\.", 4); // scores.test.metrics.log-loss
            if (path.length == 4 && path[0].equals("scores") && PARTS.contains(path[1]) && path[2].equals("metrics")) {
                String better = "scores.better." + path[3];
                scores.add(new ScorePair(
                        path[3],
                        path[1],
                        String.valueOf(ofFirst.getOrDefault(better, ofSecond.get(better))),
                        Optional.ofNullable(ofFirst.get(name)),
                        Optional.ofNullable(ofSecond.get(name))));
            }
        }
        return scores;
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
