package slope.cli.text;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import slope.internal.text.NearestName;

/// From a name that was typed to one of several values.
public abstract class NameConverter<T> implements ITypeConverter<T>, Iterable<String> {
    private final List<T> values;
    private final Function<T, String> name;

    /// @param name of each of the values
    protected NameConverter(List<T> values, Function<T, String> name) {
        this.values = List.copyOf(values);
        this.name = name;
    }

    @Override
    public final T convert(String typed) {
        return values.stream()
                .filter(value -> name.apply(value).equals(typed))
                .findFirst()
                .orElseThrow(() -> unknown(typed));
    }

    /// The names, for completion with the tab key.
    @Override
    public final Iterator<String> iterator() {
        return values.stream().map(name).iterator();
    }

    private TypeConversionException unknown(String typed) {
        List<String> names = values.stream().map(name).toList();
        return new TypeConversionException(NearestName.among(names, typed)
                .map("did you mean %s?"::formatted)
                .orElseGet(() -> "it can be " + String.join(", ", names)));
    }
}
