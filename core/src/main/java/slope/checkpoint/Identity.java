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

/// What has to be the same when a training is taken up again.
///
/// @param facts names that people know and their values, in the order in which they are told; some have
///     values that only programs can read
/// @param options how the training was asked for, for whoever wants to ask the same way again; may be
///     empty
public record Identity(Map<String, String> facts, List<String> options) {
    /// Facts with values that say nothing to people, and what to say instead when they differ.
    private static final Map<String, String> FINGERPRINTS =
            Map.of("data", "the table has other values", "split", "other rows are kept apart");

    public Identity {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        options = List.copyOf(options);
    }

    /// Of a training that is about to begin.
    ///
    /// @param table all rows, as they were read
    /// @param dataHash the table's [slope.table.Fingerprint]
    /// @param options see the component
    public static Identity of(FitPlan prepared, Table table, String dataHash, List<String> options) {
        return new Identity(TrainingFacts.of(prepared, table, dataHash), options);
    }

    /// This one with one more fact.
    public Identity with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Identity(more, options);
    }

    /// What is different now, each in a few words; empty if nothing is.
    List<String> differences(Identity now) {
        Set<String> names = new LinkedHashSet<>(facts.keySet());
        names.addAll(now.facts.keySet());
        List<String> differences = new ArrayList<>();
        List<String> follow = new ArrayList<>();
        for (String name : names) {
            String before = facts.getOrDefault(name, "left out");
            String after = now.facts.getOrDefault(name, "left out");
            if (!before.equals(after)) {
                if (FINGERPRINTS.containsKey(name)) {
                    follow.add(FINGERPRINTS.get(name));
                } else {
                    differences.add("%s was %s and is %s now".formatted(name, before, after));
                }
            }
        }
        // Another setting, number of rows or columns explains other fingerprints; alone, they are the news.
        return differences.isEmpty() ? follow : differences;
    }
}
