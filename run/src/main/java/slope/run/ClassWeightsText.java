package slope.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slope.fit.ClassWeights;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Table;
import slope.tables.ReadOptions;
import slope.tables.TableFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/// Class weights as people write them: `balanced`, a JSON object, or a file with the columns class
/// and weight.
public final class ClassWeightsText {
    private static final String BALANCED = "balanced";

    private ClassWeightsText() {}

    /// The weights.
    ///
    /// @throws DataException if the file or the weights cannot be used
    public static ClassWeights read(String text) {
        if (text.equals(BALANCED)) {
            return new ClassWeights.Balanced();
        }
        return new ClassWeights.Given(file(text).isPresent() ? ofFile(text) : parsed(text));
    }

    /// The file that the weights are read from, if there is one.
    public static Optional<Path> file(String text) {
        boolean isJson = text.matches("(?s)\\s*\\{\\s*\".*}\\s*"); // '{a,b}.csv' is a pattern for files
        return isJson || text.equals(BALANCED) ? Optional.empty() : Optional.of(Path.of(text));
    }

    private static Map<String, Double> parsed(String text) {
        Map<String, Double> weights = new HashMap<>();
        try {
            JSON.std
                    .mapFrom(text)
                    .forEach((name, value) ->
                            weights.put(name, value instanceof Number number ? number.doubleValue() : Double.NaN));
        } catch (JacksonException unusable) {
            throw new DataException(
                    "%s is no JSON object of class weights, such as {\"yes\": 2, \"no\": 1}".formatted(text), unusable);
        }
        return weights;
    }

    private static Map<String, Double> ofFile(String file) {
        Table table = TableFiles.read(file, ReadOptions.none().categorical(Set.of("class")));
        Column classes = table.column("class");
        if (!(table.column("weight") instanceof NumberColumn weights)) {
            throw new DataException(file + ": the column \"weight\" holds no numbers; give each class one above 0");
        }
        Map<String, Double> weightOf = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            if (!(weights.value(row) > 0)) {
                throw new DataException("%s: class \"%s\" has the weight \"%s\"; a weight is above 0"
                        .formatted(file, classes.text(row), weights.text(row)));
            }
            weightOf.put(classes.text(row), weights.value(row));
        }
        return weightOf;
    }
}
