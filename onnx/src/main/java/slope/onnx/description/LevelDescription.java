package slope.onnx.description;

import java.util.ArrayList;
import java.util.List;
import slope.onnx.json.Json;
import slope.onnx.json.JsonException;
import slope.onnx.json.JsonObject;
import slope.table.Level;

/// The levels of an encoder: their names, and where one has them their other spellings.
final class LevelDescription {
    private LevelDescription() {}

    static JsonObject on(JsonObject encoder, List<Level> levels) {
        JsonObject named = encoder.with(
                "levels", Json.texts(levels.stream().map(Level::name).toList()));
        return levels.stream().allMatch(level -> level.otherSpellings().isEmpty())
                ? named
                : named.with(
                        "spellings",
                        new Json.Items(levels.stream()
                                .map(level -> Json.texts(level.otherSpellings()))
                                .toList()));
    }

    static List<Level> read(JsonObject encoder) {
        List<String> names = encoder.texts("levels");
        if (encoder.find("spellings").isEmpty()) {
            return Level.named(names.toArray(String[]::new));
        }
        List<List<String>> spellings = encoder.textLists("spellings");
        if (spellings.size() != names.size()) {
            throw new JsonException("has %s levels and the spellings of %s".formatted(names.size(), spellings.size()));
        }
        List<Level> levels = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            levels.add(new Level(names.get(index), spellings.get(index)));
        }
        return levels;
    }
}
