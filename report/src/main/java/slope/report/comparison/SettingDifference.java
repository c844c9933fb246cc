package slope.report.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slope.model.FitRecord;
import slope.run.RecordedRequest;

/// A setting that two trainings did not share.
///
/// @param setting its name
/// @param first its value in the first training; none where there was no such setting
/// @param second its value in the second training
public record SettingDifference(String setting, Optional<String> first, Optional<String> second) {
    /// In the order of the first record.
    static List<SettingDifference> between(FitRecord first, FitRecord second) {
        Map<String, String> ofFirst = RecordedRequest.settings(first);
        Map<String, String> ofSecond = RecordedRequest.settings(second);
        Set<String> names = new LinkedHashSet<>(ofFirst.keySet());
        names.addAll(ofSecond.keySet());
        List<SettingDifference> differences = new ArrayList<>();
        for (String name : names) {
            SettingDifference each = new SettingDifference(
                    name, Optional.ofNullable(ofFirst.get(name)), Optional.ofNullable(ofSecond.get(name)));
            if (!each.first().equals(each.second())) {
                differences.add(each);
            }
        }
        return differences;
    }
}
