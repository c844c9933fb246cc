package slope.internal.table;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import slope.internal.text.NearestName;
import slope.table.DataException;

/// The cells of a Java record, by the names of its components.
///
/// Reading goes through the record's own accessors. In a program of modules the record's package
/// has to be open to `slope.core`, as for every library that reads records.
public final class RecordCells {
    /// Looked up once for each record class; gone with the class.
    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            Map<String, Method> accessors = new HashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                Method accessor = component.getAccessor();
                if (!accessor.trySetAccessible()) {
                    throw new DataException(
                            "%s cannot be read: open its package to slope.core".formatted(type.getName()));
                }
                accessors.put(component.getName(), accessor);
            }
            return Map.copyOf(accessors);
        }
    };

    private RecordCells() {}

    /// The component of a column's name.
    ///
    /// @param asked all columns that are read
    public static @Nullable Object cell(Record row, String column, Supplier<Set<String>> asked) {
        Map<String, Method> accessors = ACCESSORS.get(row.getClass());
        Method accessor = accessors.get(column);
        if (accessor == null) {
            List<String> names = new ArrayList<>(accessors.keySet());
            names.sort(null);
            throw new DataException(NearestName.unknownColumn(column, asked.get(), names));
        }
        try {
            return accessor.invoke(row);
        } catch (InvocationTargetException failure) {
            throw new DataException(
                    "%s failed to give \"%s\"".formatted(row.getClass().getName(), column), failure);
        } catch (IllegalAccessException failure) {
            throw new AssertionError("was made accessible", failure);
        }
    }
}
