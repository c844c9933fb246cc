package slope.cli.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The names of the columns of a table, read when they are first asked for: to tell a name with a comma from two names.
public final class TableNames {
    private final Supplier<List<String>> reading;
    private Optional<Set<String>> names = Optional.empty();

    /// @param reading reads the names
    public TableNames(Supplier<List<String>> reading) {
        this.reading = reading;
    }

    /// Where the columns are not known: a comma always separates.
    public static TableNames unknown() {
        return new TableNames(List::of);
    }

    boolean has(String name) {
        if (names.isEmpty()) {
            names = Optional.of(Set.copyOf(reading.get()));
        }
        return names.get().contains(name);
    }
}
