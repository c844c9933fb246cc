package slope.cli.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The files of models by their names: `FILE`, or `NAME=FILE` where no file is called that.
final class ModelNames {
    private static final String ENDING = ".onnx";

    private ModelNames() {}

    /// @param refuse takes a name that two have
    static Map<String, Path> of(List<String> words, Consumer<String> refuse) {
        Map<String, Path> files = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            boolean isNamed = equals > 0 && !Files.exists(Path.of(word));
            Path file = Path.of(isNamed ? word.substring(equals + 1) : word);
            String name = isNamed ? word.substring(0, equals) : nameOf(file);
            if (files.put(name, file) != null) {
                refuse.accept(name);
            }
        }
        return files;
    }

    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }
}
