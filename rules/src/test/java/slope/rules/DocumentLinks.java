package slope.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The links of a document to other files and to headings. Addresses on the net are left alone.
final class DocumentLinks {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern FENCED_BLOCK = Pattern.compile("^```.*?^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("^    .*$|`[^`\\n]+`", Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
    private static final Pattern ADDRESS = Pattern.compile("[a-z]+:.*");

    private DocumentLinks() {}

    /// The files of this tree that a text links to, with the heading where one is named.
    static List<String> links(String text) {
        String prose = CODE.matcher(FENCED_BLOCK.matcher(text).replaceAll("")).replaceAll("");
        return LINK.matcher(prose)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !ADDRESS.matcher(link).matches())
                .toList();
    }

    /// The links of a document that lead to nothing.
    static List<String> broken(Path document) throws IOException {
        return links(Files.readString(document)).stream()
                .filter(link -> !leadsSomewhere(document, link))
                .toList();
    }

    private static boolean leadsSomewhere(Path document, String link) {
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
        try {
            return Files.exists(file)
                    && (parts.length == 1 || headings(Files.readString(file)).contains(parts[1]));
        } catch (IOException cause) {
            throw new IllegalStateException("cannot read " + file, cause);
        }
    }

    /// The names by which headings are linked to: small letters, digits and hyphens.
    static List<String> headings(String text) {
        return HEADING.matcher(FENCED_BLOCK.matcher(text).replaceAll(""))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
