package slope.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Numbers that the code of a paper's authors made, or PyTorch: a file of `golden/published`, or a
/// part of one. The README beside the files says what they hold.
final class PublishedNumbers {
    private final String name;
    private final Object value;

    private PublishedNumbers(String name, Object value) {
        this.name = name;
        this.value = value;
    }

    static PublishedNumbers of(String file) {
        try (InputStream stream = PublishedNumbers.class.getResourceAsStream("/golden/published/" + file)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no golden file " + file);
            }
            return new PublishedNumbers(file, Json.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// What it is, for messages.
    String name() {
        return name;
    }

    PublishedNumbers get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException(name + " has no " + key));
    }

    Optional<PublishedNumbers> find(String key) {
        return Optional.ofNullable(object().get(key)).map(found -> new PublishedNumbers(name + " " + key, found));
    }

    /// The keys of an object, in the file's order.
    List<String> keys() {
        return List.copyOf(object().keySet());
    }

    /// The elements of an array.
    List<PublishedNumbers> items() {
        List<PublishedNumbers> items = new ArrayList<>();
        for (Object item : array()) {
            items.add(new PublishedNumbers(name + " [" + items.size() + "]", item));
        }
        return items;
    }

    double number() {
        return (Double) value;
    }

    int count() {
        return (int) number();
    }

    /// The words of an array; empty where they are missing.
    List<Optional<String>> words() {
        return array().stream()
                .map(word -> word instanceof String text ? Optional.of(text) : Optional.<String>empty())
                .toList();
    }

    /// All numbers of an array of arrays, in order.
    double[] numbers() {
        List<Double> numbers = new ArrayList<>();
        gather(value, numbers);
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// The numbers of each element of an array.
    double[][] rows() {
        return items().stream().map(PublishedNumbers::numbers).toArray(double[][]::new);
    }

    private void gather(Object from, List<Double> numbers) {
        switch (from) {
            case Double number -> numbers.add(number);
            case List<?> list -> list.forEach(each -> gather(each, numbers));
            default -> {
                if (!from.equals(Json.NULL)) {
                    throw new IllegalArgumentException(name + " is no array of numbers");
                }
                numbers.add(Double.NaN);
            }
        }
    }

    @SuppressWarnings("unchecked") // Json makes them of these types
    private Map<String, Object> object() {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Collections.emptyMap();
    }

    private List<?> array() {
        return (List<?>) value;
    }
}
