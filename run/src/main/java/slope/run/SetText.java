package slope.run;

import java.util.List;
import java.util.stream.Collectors;

/// A set of classes as one text: `Adelie;Chinstrap`, empty where the set is.
public final class SetText {
    private static final String SEPARATOR = ";";

    private SetText() {}

    /// The classes in their order. A name with a semicolon or quotes stands in quotes, its own doubled, as in CSV.
    public static String of(List<String> classes) {
        return classes.stream().map(SetText::quoted).collect(Collectors.joining(SEPARATOR));
    }

    private static String quoted(String name) {
        boolean isPlain = !name.isEmpty() && !name.contains(SEPARATOR) && !name.contains("\"");
        return isPlain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
