package slope.report.json;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import slope.layer.Activation;

/// Records as the maps, lists and values that JSON has.
final class JsonFacts {
    private JsonFacts() {}

    static Map<String, @Nullable Object> of(Report report) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("report", report.report());
        object.put("version", report.version());
        addComponents((Record) report, object);
        return object;
    }

    /// `RowRule` becomes `row-rule`, `BY_TIME` becomes `by-time`.
    static String dashed(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|_", "-").toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object value(@Nullable Object fact) {
        return switch (fact) {
            case null -> null;
            case Double number when !Double.isFinite(number) -> null;
            case Float number when !Float.isFinite(number) -> null;
            case Activation activation -> activation.title();
            case Enum<?> constant -> dashed(constant.name());
            case double[] numbers -> list(Arrays.stream(numbers).boxed());
            case double[][] rows -> list(Arrays.stream(rows));
            case List<?> values -> list(values.stream());
            case Map<?, ?> values -> map(values);
            case Record record -> object(record);
            case Object other -> other;
        };
    }

    private static Map<String, @Nullable Object> object(Record record) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (Stream.of(record.getClass().getInterfaces()).anyMatch(Class::isSealed)) {
            object.put("kind", dashed(record.getClass().getSimpleName()));
        }
        addComponents(record, object);
        return object;
    }

    private static void addComponents(Record record, Map<String, @Nullable Object> object) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (component.isAnnotationPresent(ForPeople.class)) {
                continue;
            }
            Object fact = read(component, record);
            if (fact instanceof Optional<?> optional) {
                optional.ifPresent(present -> object.put(component.getName(), value(present)));
            } else {
                object.put(component.getName(), value(fact));
            }
        }
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("%s of a report cannot be read".formatted(component), impossible);
        }
    }

    private static List<@Nullable Object> list(Stream<?> values) {
        List<@Nullable Object> list = new ArrayList<>();
        values.forEach(each -> list.add(value(each)));
        return list;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> values) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        values.forEach((key, each) -> map.put(key.toString(), value(each)));
        return map;
    }
}
