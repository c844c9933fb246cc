package slope.rules;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The names that `ARCHITECTURE.md` sends its readers to. Only text in backticks counts, and only
/// what looks like a package (`slope.…`), a path (with a slash) or a type (in camel case). A type
/// that is not Slope's own is written with its package, like `java.util.ServiceLoader`, and left
/// alone.
final class ArchitecturePage {
    private static final Pattern FENCED_BLOCK = Pattern.compile("^```.*?^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern IN_BACKTICKS = Pattern.compile("`([^`\\n]+)`");

    private static final Pattern PACKAGE = Pattern.compile("slope(\\.\\w+)+");
    private static final Pattern PATH = Pattern.compile("[\\w.-]+/([\\w.-]+/?)*");
    private static final Pattern TYPE = Pattern.compile("[A-Z]+[a-z]\\w*");

    private ArchitecturePage() {}

    /// What the page names and the tree lacks.
    static List<String> missingNames(String page, Names tree) {
        String prose = FENCED_BLOCK.matcher(page).replaceAll("");
        return IN_BACKTICKS
                .matcher(prose)
                .results()
                .map(match -> match.group(1))
                .filter(name -> isMissing(name, tree))
                .distinct()
                .toList();
    }

    private static boolean isMissing(String name, Names tree) {
        if (PACKAGE.matcher(name).matches()) {
            return !tree.packages().test(name);
        }
        if (PATH.matcher(name).matches()) {
            return !tree.paths().test(name);
        }
        return TYPE.matcher(name).matches() && !tree.types().test(name);
    }

    /// Tells which packages (or modules, or types with their package), paths and types there are.
    record Names(Predicate<String> packages, Predicate<String> paths, Predicate<String> types) {}
}
