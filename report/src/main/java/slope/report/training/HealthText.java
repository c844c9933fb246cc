package slope.report.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import slope.training.diagnostics.Health;
import slope.training.diagnostics.HealthRemarks;
import slope.training.diagnostics.LayerHealth;

/// The health of networks, for people and for programs.
final class HealthText {
    private HealthText() {}

    /// A line of counts, and one for each problem.
    static List<String> lines(List<Health> networks) {
        List<String> lines = new ArrayList<>();
        Health first = networks.getFirst();
        lines.add(String.format(
                Locale.ROOT,
                "%s of %s units dead, %s saturated%s; gradients %.2g in the first layer, %.2g in the last",
                first.layers().stream().mapToInt(LayerHealth::dead).sum(),
                first.layers().stream().mapToInt(LayerHealth::units).sum(),
                first.layers().stream().mapToInt(LayerHealth::saturated).sum(),
                networks.size() == 1 ? "" : " in the first of " + networks.size() + " networks",
                first.firstGradient(),
                first.lastGradient()));
        networks.stream()
                .flatMap(health -> HealthRemarks.of(health).stream())
                .distinct()
                .forEach(lines::add);
        return lines;
    }

    static Map<String, Object> json(Health health) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("rows", health.rows());
        object.put(
                "layers",
                health.layers().stream()
                        .map(layer -> {
                            Map<String, Object> each = new LinkedHashMap<>();
                            each.put("layer", layer.layer());
                            each.put("activation", layer.activation().title());
                            each.put("units", layer.units());
                            each.put("dead", layer.dead());
                            each.put("saturated", layer.saturated());
                            return each;
                        })
                        .toList());
        object.put("firstGradient", health.firstGradient());
        object.put("lastGradient", health.lastGradient());
        object.put("remarks", HealthRemarks.of(health));
        return object;
    }
}
