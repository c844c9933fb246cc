package slope.onnx.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import slope.conformal.AbsoluteResidual;
import slope.conformal.AdaptiveSet;
import slope.conformal.AnscombeResidual;
import slope.conformal.ConformalQuantile;
import slope.conformal.ConformalScore;
import slope.conformal.Coverage;
import slope.conformal.Difficulty;
import slope.conformal.DrawnRows;
import slope.conformal.GroupQuantiles;
import slope.conformal.LeastAmbiguousSet;
import slope.conformal.NormalizedResidual;
import slope.conformal.QuantileDistance;
import slope.conformal.RowHash;
import slope.conformal.SplitConformal;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;
import slope.table.Level;

/// Intervals and sets as JSON. A quantile without a value is infinite.
final class ConformalDescription {
    private ConformalDescription() {}

    static JsonObject of(SplitConformal conformal) {
        JsonObject described = JsonObject.empty()
                .with("coverage", conformal.coverage().value())
                .with("rows", conformal.drawn().title())
                .with(
                        "scores",
                        new Json.Items(conformal.scores().stream()
                                .<Json>map(ConformalDescription::of)
                                .toList()))
                .with("quantiles", of(conformal.quantiles()));
        JsonObject grouped = conformal
                .groups()
                .map(groups -> described.with("groups", of(groups)))
                .orElse(described);
        return conformal.shifts().isEmpty() ? grouped : grouped.with("shifts", of(conformal.shifts()));
    }

    private static JsonObject of(ConformalScore score) {
        JsonObject kind = JsonObject.empty().with("kind", score.title());
        return switch (score) {
            case AbsoluteResidual ignored -> kind;
            case NormalizedResidual(Difficulty difficulty) ->
                kind.with("knots", numbers(difficulty.knots())).with("values", numbers(difficulty.values()));
            case AnscombeResidual(double power) -> kind.with("power", power);
            case QuantileDistance(int levels) -> kind.with("levels", levels);
            case LeastAmbiguousSet ignored -> kind;
            case AdaptiveSet(RowHash hash) ->
                kind.with(
                        "hash",
                        new Json.Items(hash.parts().stream()
                                .<Json>map(ConformalDescription::of)
                                .toList()));
        };
    }

    private static ConformalScore score(JsonObject score) {
        return switch (score.text("kind")) {
            case "absolute residual" -> new AbsoluteResidual();
            case "normalized residual" ->
                new NormalizedResidual(new Difficulty(score.decimals("knots"), score.decimals("values")));
            case "Anscombe residual" -> new AnscombeResidual(score.decimal("power"));
            case "distance from the outer quantiles" -> new QuantileDistance(score.count("levels"));
            case "least ambiguous set" -> new LeastAmbiguousSet();
            case "adaptive set" ->
                new AdaptiveSet(new RowHash(score.objects("hash").stream()
                        .map(ConformalDescription::part)
                        .toList()));
            // What a later version may know. A new score adds its title here.
            default -> throw new JsonException("has a score of the unknown kind \"%s\"".formatted(score.text("kind")));
        };
    }

    private static JsonObject of(RowHash.Part part) {
        JsonObject described = JsonObject.empty().with("column", part.column()).with("multiplier", part.multiplier());
        return part.levels().isEmpty() ? described : LevelDescription.on(described, part.levels());
    }

    private static RowHash.Part part(JsonObject part) {
        List<Level> levels = part.find("levels").isPresent() ? LevelDescription.read(part) : List.of();
        return new RowHash.Part(part.text("column"), part.decimal("multiplier"), levels);
    }

    private static Json numbers(List<Double> numbers) {
        return new Json.Items(numbers.stream().map(Json::of).toList());
    }

    private static Json of(List<ConformalQuantile> quantiles) {
        return new Json.Items(quantiles.stream()
                .<Json>map(quantile -> JsonObject.empty()
                        .with("value", quantile.value())
                        .with("rank", quantile.rank())
                        .with("rows", quantile.rows()))
                .toList());
    }

    private static List<ConformalQuantile> quantiles(JsonObject holder, String name) {
        return holder.objects(name).stream()
                .map(quantile -> new ConformalQuantile(
                        quantile.find("value").isPresent() ? quantile.decimal("value") : Double.POSITIVE_INFINITY,
                        quantile.count("rank"),
                        quantile.count("rows")))
                .toList();
    }

    private static JsonObject of(GroupQuantiles groups) {
        List<Level> levels =
                groups.groups().stream().map(GroupQuantiles.Group::level).toList();
        return LevelDescription.on(JsonObject.empty().with("column", groups.column()), levels)
                .with(
                        "quantiles",
                        new Json.Items(groups.groups().stream()
                                .<Json>map(group -> JsonObject.empty().with("of", of(group.quantiles())))
                                .toList()));
    }

    private static GroupQuantiles groups(JsonObject groups) {
        List<Level> levels = LevelDescription.read(groups);
        List<JsonObject> quantiles = groups.objects("quantiles");
        if (levels.size() != quantiles.size()) {
            throw new JsonException("has %s groups and the quantiles of %s".formatted(levels.size(), quantiles.size()));
        }
        List<GroupQuantiles.Group> read = new ArrayList<>();
        for (Level level : levels) {
            read.add(new GroupQuantiles.Group(level, quantiles(quantiles.get(read.size()), "of")));
        }
        return new GroupQuantiles(groups.text("column"), read);
    }

    static SplitConformal read(JsonObject conformal) {
        return new SplitConformal(
                Coverage.of(conformal.decimal("coverage")),
                drawn(conformal.text("rows")),
                conformal.objects("scores").stream()
                        .map(ConformalDescription::score)
                        .toList(),
                quantiles(conformal, "quantiles"),
                conformal.find("groups").isPresent()
                        ? Optional.of(groups(conformal.object("groups")))
                        : Optional.empty(),
                conformal.find("shifts").isPresent() ? quantiles(conformal, "shifts") : List.of());
    }

    private static DrawnRows drawn(String title) {
        return Stream.of(DrawnRows.values())
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new JsonException("has rows drawn in the unknown way \"%s\"".formatted(title)));
    }
}
