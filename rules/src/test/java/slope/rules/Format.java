package slope.rules;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.util.List;
import java.util.regex.Pattern;

/// The one way Slope's Java is laid out: four spaces, 120 columns, imports sorted and all of them
/// used.
final class Format {
    static final String REPAIR = "./mvnw -pl rules test -Dformat";

    private static final Pattern WILDCARD_IMPORT = Pattern.compile("^import .*\\*;", Pattern.MULTILINE);

    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    String formatted(String source) throws FormatterException {
        return formatter.formatSourceAndFixImports(source);
    }

    /// The formatter leaves wildcard imports as they are, because it cannot know what they stand
    /// for.
    static List<String> wildcardImports(String source) {
        return WILDCARD_IMPORT
                .matcher(source)
                .results()
                .map(match -> match.group())
                .toList();
    }
}
