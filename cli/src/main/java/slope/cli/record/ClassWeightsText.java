package slope.cli.record;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import slope.fit.ClassWeights;
import slope.model.FitRecord;
import slope.table.DataException;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/// Class weights as the option and the record have them: `balanced`, or a JSON object with the weight of each class.
public final class ClassWeightsText {
    private static final String BALANCED = "balanced";

    private ClassWeightsText() {}

    /// Whether the text says it all, and names no file.
    public static boolean isComplete(String text) {
        return text.equals(BALANCED) || text.matches("(?s)\\s*\\{\\s*\".*}\\s*"); // '{a,b}.csv' is a pattern for files
    }

    /// The weights that a complete text stands for.
    ///
    /// @throws DataException if it is no JSON, or a weight is none
    public static ClassWeights read(String text) {
        if (text.equals(BALANCED)) {
            return new ClassWeights.Balanced();
        }
        return new ClassWeights.Given(weights(parsed(text)));
    }

    private static Map<String, Double> weights(Map<?, ?> parsed) {
        Map<String, Double> weights = new HashMap<>();
        parsed.forEach((name, value) -> {
            double weight = value instanceof Number number ? number.doubleValue() : Double.NaN;
            if (!(weight > 0 && weight <= Double.MAX_VALUE)) {
                throw new DataException(
                        "class \"%s\" has the weight \"%s\"; a weight is a number above 0".formatted(name, value));
            }
            weights.put(name.toString(), weight);
        });
        return weights;
    }

    private static Map<String, Object> parsed(String text) {
        try {
            return JSON.std.mapFrom(text);
        } catch (JacksonException unusable) {
            throw new DataException(
                    "%s is no JSON object of class weights, such as {\"yes\": 2, \"no\": 1}".formatted(text), unusable);
        }
    }

    /// The text of weights, empty where all classes count the same.
    public static Optional<String> of(ClassWeights weights) {
        return switch (weights) {
            case ClassWeights.Equal _ -> Optional.empty();
            case ClassWeights.Balanced _ -> Optional.of(BALANCED);
            case ClassWeights.Given given -> Optional.of(JSON.std.asString(new TreeMap<>(given.weights())));
        };
    }

    /// The settings of a record, for people, with the weights of classes that each network was trained with.
    public static Map<String, String> settings(FitRecord record) {
        Map<String, String> settings = new LinkedHashMap<>(record.settings());
        if (!record.classWeights().isEmpty()) {
            settings.put("class-weights", JSON.std.asString(record.classWeights()));
        }
        return settings;
    }
}
