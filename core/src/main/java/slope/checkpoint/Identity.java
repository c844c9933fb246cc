package slope.checkpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import slope.fit.FitPlan;
import slope.table.Table;

/// The data and settings that must be equal when a training resumes.
///
/// @param facts names and values, in the order of a message; some values are hashes, which only
///     programs can read
/// @param request what the training was started with, so that it can be resumed with the same; a
///     text that only its writer reads, may be empty
public record Identity(Map<String, String> facts, String request) {
    /// Facts whose values are hashes, and the text for people when they differ.
    private static final Map<String, String> FINGERPRINTS =
            Map.of("data", "the table has other values", "split", "the split has other validation rows");

    /// Facts that older checkpoints do not have, and their value in each of these.
    private static final Map<String, String> LATER = Map.ofEntries(
            Map.entry("power", "none"),
            Map.entry("positive class", "none"),
            Map.entry("threshold", "none"),
            Map.entry("norm", "none"),
            Map.entry("residual", "false"),
            Map.entry("linear-part", "never"),
            Map.entry("calibration", "temperature"),
            Map.entry("coverage", "none"),
            Map.entry("coverage by", "none"),
            Map.entry("validation column", "none"),
            Map.entry("sets", "lac"));

    public Identity {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /// The identity of a training before it starts.
    ///
    /// @param table all rows, as they were read
    /// @param dataHash the table's [slope.table.Fingerprint]
    /// @param request see the component
    public static Identity of(FitPlan prepared, Table table, String dataHash, String request) {
        return new Identity(TrainingFacts.of(prepared, table, dataHash), request);
    }

    /// This identity with one more fact.
    public Identity with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Identity(more, request);
    }

    /// The differences, each in a few words; empty if there are none.
    List<String> differences(Identity now) {
        Set<String> names = new LinkedHashSet<>(facts.keySet());
        names.addAll(now.facts.keySet());
        List<String> differences = new ArrayList<>();
        List<String> follow = new ArrayList<>();
        for (String name : names) {
            String before = facts.getOrDefault(name, LATER.getOrDefault(name, "left out"));
            String after = now.facts.getOrDefault(name, "left out");
            if (!before.equals(after)) {
                if (FINGERPRINTS.containsKey(name)) {
                    follow.add(FINGERPRINTS.get(name));
                } else {
                    differences.add("%s was %s and is %s now".formatted(name, before, after));
                }
            }
        }
        // Another setting, number of rows or columns explains other hashes; report hashes only if
        // nothing else differs.
        return differences.isEmpty() ? follow : differences;
    }
}
