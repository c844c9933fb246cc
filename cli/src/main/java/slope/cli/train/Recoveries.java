package slope.cli.train;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import slope.training.Recovery;
import slope.training.TrainingResult;

/// Trainings that were taken back, in words and for programs.
final class Recoveries {
    private Recoveries() {}

    /// As in `back to epoch 3, learning rates × 0.25`.
    static String text(Recovery recovery) {
        return "back to %s, learning rates × %s"
                .formatted(
                        recovery.backTo() == 0 ? "the start" : "epoch " + recovery.backTo(),
                        BigDecimal.valueOf(recovery.rateMultiplier()).toPlainString());
    }

    /// One sentence for each, of all networks.
    static List<String> texts(List<TrainingResult> results) {
        List<String> texts = new ArrayList<>();
        for (TrainingResult result : results) {
            for (Recovery recovery : result.recoveries()) {
                texts.add("diverged in epoch %s, batch %s: %s"
                        .formatted(recovery.epoch(), recovery.batch(), text(recovery)));
            }
        }
        return texts;
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
