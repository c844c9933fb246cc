package slope.report.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import slope.table.Remedy;

/// What to do about data that cannot be used, and the part of a training request that does it.
///
/// @param words half a sentence
/// @param reading what the request's `table` has then; none where reading has no part in it
/// @param request what the request has then besides its table
public record RemedyFacts(String words, Optional<Map<String, Object>> reading, Optional<Map<String, Object>> request) {

    /// The ways to follow a remedy: several where it leaves a choice.
    public static List<RemedyFacts> of(Remedy remedy) {
        String words = remedy.text();
        return switch (remedy) {
            case Remedy.TreatAsMissing missing -> List.of(reading(words, "missing", List.of(missing.cell())));
            case Remedy.ReadAsCategory column -> List.of(reading(words, "categorical", List.of(column.column())));
            case Remedy.ReadAsNumber column -> List.of(reading(words, "numeric", List.of(column.column())));
            case Remedy.LeaveOutColumn column -> List.of(reading(words, "ignored", List.of(column.column())));
            case Remedy.ReadAsDates column -> List.of(reading(words, "yearFirst", List.of(column.column())));
            case Remedy.GiveDateOrder column ->
                List.of(
                        reading("read the day first", "dayFirst", List.of(column.column())),
                        reading("read the month first", "monthFirst", List.of(column.column())));
            case Remedy.GiveDecimalMark ignored ->
                List.of(
                        reading("read a comma as the decimal mark", "decimal", "comma"),
                        reading("read a point as the decimal mark", "decimal", "point"));
            case Remedy.IgnoreSpaces ignored -> List.of(reading(words, "ignoreSpaces", true));
            case Remedy.ReadFirstLine ignored -> List.of(reading(words, "noHeader", true));
            case Remedy.SkipBadLines ignored -> List.of(reading(words, "skipBadLines", true));
            case Remedy.IgnoreFolders ignored -> List.of(reading(words, "partitions", false));
            case Remedy.DropLeaks ignored -> List.of(request(words, "inputs", "dropLeaks", true));
            case Remedy.TakeRecipe recipes ->
                recipes.titles().stream()
                        .map(title -> request("take the recipe " + title, "recipe", "name", title))
                        .toList();
            case Remedy.TakeTask task -> List.of(request(words, "target", "kind", task.title()));
            case Remedy.Recover ignored -> List.of(request(words, "training", "recover", true));
            case Remedy.NameQuery ignored -> List.of(told(words));
            case Remedy.NameDriver ignored -> List.of(told(words));
            case Remedy.GiveLogin ignored -> List.of(told(words));
            case Remedy.NameFormat ignored -> List.of(told(words));
            case Remedy.LeaveOutOthers ignored -> List.of(told(words));
            case Remedy.LeaveOutSetting ignored -> List.of(told(words));
            case Remedy.ReadIgnored ignored -> List.of(told(words));
            case Remedy.NameStart ignored -> List.of(told(words));
            case Remedy.NameClassWeights ignored -> List.of(told(words));
            case Remedy.StartOver ignored -> List.of(told(words));
        };
    }

    private static RemedyFacts reading(String words, String key, Object value) {
        return new RemedyFacts(words, Optional.of(Map.of(key, value)), Optional.empty());
    }

    private static RemedyFacts request(String words, String part, String key, Object value) {
        return new RemedyFacts(words, Optional.empty(), Optional.of(Map.of(part, Map.of(key, value))));
    }

    private static RemedyFacts told(String words) {
        return new RemedyFacts(words, Optional.empty(), Optional.empty());
    }
}
