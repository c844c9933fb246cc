package slope.rules;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names that a document sends its readers to. Only text in backticks counts, and only what
/// looks like a package (`slope.…`), a path (with a slash, outside `target`), or a type in camel case, perhaps with a
/// member. A type that is neither Slope's own nor of the JDK's best-known packages is written with
/// its package, like `java.io.FileDescriptor`, and left alone.
final class DocumentNames {
    private static final Pattern FENCED_BLOCK = Pattern.compile("^```.*?^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern IN_BACKTICKS = Pattern.compile("`([^`\\n]+)`");

    private static final Pattern PACKAGE = Pattern.compile("slope(\\.\\w+)+");
    private static final Pattern PATH = Pattern.compile("(?!target/)\\.?\\w[\\w.-]*/([\\w.-]+/?)*");
    private static final Pattern TYPE = Pattern.compile("([A-Z]+[a-z]\\w*)((?:\\.\\w+)*)(?:\\(.*\\))?");
    private static final List<String> PACKAGES_OF_THE_JDK =
            List.of("java.lang.", "java.util.", "java.util.concurrent.", "java.net.");

    private DocumentNames() {}

    /// What the document names and the tree lacks.
    static List<String> missingNames(String document, Names tree) {
        String prose = FENCED_BLOCK.matcher(document).replaceAll("");
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
            return !tree.packages().test(name) && !tree.paths().test(name);
        }
        if (PATH.matcher(name).matches()) {
            return !tree.paths().test(name);
        }
        Matcher type = TYPE.matcher(name);
        return type.matches()
                && !isOfTheJdk(type.group(1))
                && !tree.paths().test(name)
                && !hasMembers(tree.words(type.group(1)), type.group(2));
    }

    private static boolean hasMembers(Set<String> words, String members) {
        return !words.isEmpty()
                && Pattern.compile("\\w+")
                        .matcher(members)
                        .results()
                        .allMatch(member -> words.contains(member.group()));
    }

    private static boolean isOfTheJdk(String type) {
        return PACKAGES_OF_THE_JDK.stream().anyMatch(start -> {
            try {
                Class.forName(start + type, false, null);
                return true;
            } catch (ClassNotFoundException _) {
                return false;
            }
        });
    }

    /// What there is in the tree.
    interface Names {
        /// Packages, modules, types with their package, and keys of model files.
        Predicate<String> packages();

        Predicate<String> paths();

        /// All words of the files that declare a type; none where no file does.
        Set<String> words(String type);
    }
}
