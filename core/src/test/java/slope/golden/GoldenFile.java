package slope.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Expected numbers that a script made; the script lies beside them in `src/test/resources/golden`.
public final class GoldenFile {
    private GoldenFile() {}

    /// The words of each line; lines that begin with # are left out.
    public static List<List<String>> lines(String name) {
        try (InputStream file = GoldenFile.class.getResourceAsStream("/golden/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no golden file " + name);
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ", -1)))
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
