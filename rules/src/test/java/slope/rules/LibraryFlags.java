package slope.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Options of the command line in what a library says: a Java program, a page and Spark have none. A library says what
/// to do with a `Remedy`, which the command line words as an option.
final class LibraryFlags {
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$| // .*$");
    private static final Pattern LITERAL = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"");
    private static final Pattern FLAG = Pattern.compile("(?<![\\w-])--[a-zA-Z%][\\w-]*");

    /// Flags that are not Slope's.
    private static final Set<String> OTHERS = Set.of("--add-modules"); // of the JVM: it brings the Vector API

    private LibraryFlags() {}

    /// The flags in a source's strings.
    static List<String> complaints(String file, String source) {
        List<String> complaints = new ArrayList<>();
        Matcher literal = LITERAL.matcher(COMMENT.matcher(source).replaceAll(""));
        while (literal.find()) {
            Matcher flag = FLAG.matcher(literal.group());
            while (flag.find()) {
                if (!OTHERS.contains(flag.group())) {
                    complaints.add("%s: a library names the flag %s; say what to do, or throw a Remedy"
                            .formatted(file, flag.group()));
                }
            }
        }
        return complaints;
    }
}
