package slope.cli.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/// What NumPy computed: the files in `src/test/resources/golden`, made by `notebook.py` beside
/// them.
final class Golden {
    /// The issue's own bound. NumPy adds up in another order, so the last digits differ.
    static final double RELATIVE = 1e-9;

    private Golden() {}

    /// A lesson of a file, such as `seed-1`.
    @SuppressWarnings("unchecked")
    static Map<String, Object> lesson(String file, int lesson) {
        try (InputStream stream = Golden.class.getResourceAsStream("/golden/" + file + ".json")) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no golden file " + file);
            }
            return (Map<String, Object>) JSON.std.mapFrom(stream).get("lesson" + lesson);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// Asserts that two trees of maps, lists and numbers have the same shape and the same numbers.
    ///
    /// @param path where in the trees we are, to say so when they differ
    static void assertSame(String path, Object actual, Object expected) {
        switch (expected) {
            case Map<?, ?> map -> {
                assertThat(actual).as(path).isInstanceOf(Map.class);
                assertThat(((Map<?, ?>) actual).keySet().toString())
                        .as(path)
                        .isEqualTo(map.keySet().toString());
                map.forEach((key, value) -> assertSame(path + "/" + key, ((Map<?, ?>) actual).get(key), value));
            }
            case List<?> list -> {
                assertThat(actual).as(path).isInstanceOf(List.class);
                assertThat((List<?>) actual).as(path).hasSameSizeAs(list);
                for (int index = 0; index < list.size(); index++) {
                    assertSame(path + "/" + index, ((List<?>) actual).get(index), list.get(index));
                }
            }
            default -> {
                double wanted = ((Number) expected).doubleValue();
                assertThat(Math.abs(((Number) actual).doubleValue() - wanted))
                        .as("%s: %s should be %s", path, actual, expected)
                        .isLessThanOrEqualTo(RELATIVE * Math.abs(wanted));
            }
        }
    }
}
