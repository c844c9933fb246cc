package slope.conformal;

import java.util.Optional;
import java.util.stream.Stream;

/// Which sets of classes are made.
public enum ClassSetKind {
    /// The smallest in the mean, see [LeastAmbiguousSet].
    LEAST_AMBIGUOUS("lac"),
    /// Larger where a row is hard to tell, see [AdaptiveSet].
    ADAPTIVE("aps");

    private final String title;

    ClassSetKind(String title) {
        this.title = title;
    }

    /// The name of the method, as options and requests have it.
    public String title() {
        return title;
    }

    /// The kind of this name.
    public static Optional<ClassSetKind> named(String title) {
        return Stream.of(values()).filter(kind -> kind.title.equals(title)).findFirst();
    }
}
