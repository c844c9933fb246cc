package slope.report.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import slope.training.Recovery;
import slope.training.TrainingResult;

/// Recoveries from divergence, in words and for programs.
final class Recoveries {
    private Recoveries() {}

    /// One sentence for each, of all networks.
    static List<String> texts(List<TrainingResult> results) {
        return results.stream()
                .flatMap(result -> result.recoveries().stream())
                .map(Recovery::sentence)
                .toList();
    }

    static List<Map<String, Object>> json(TrainingResult result) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Recovery recovery : result.recoveries()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("epoch", recovery.epoch());
            object.put("batch", recovery.batch());
            object.put("backTo", recovery.backTo());
            object.put("rateMultiplier", recovery.rateMultiplier());
            list.add(object);
        }
        return list;
    }
}
