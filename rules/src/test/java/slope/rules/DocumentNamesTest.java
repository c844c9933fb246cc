package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import slope.rules.DocumentNames.Names;

class DocumentNamesTest {
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern MODULE = Pattern.compile("^(?:open )?module ([\\w.]+) ", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");
    private static final Pattern KEY = Pattern.compile("\"(slope\\.\\w+)\"");
    private static final Pattern WORD = Pattern.compile("\\w+");

    /// What tells of names that are gone, or of another project's.
    private static final Set<String> OTHER_NAMES = Set.of("CHANGELOG.md", "bench/notes.md");

    private static final List<String> OTHER_FOLDERS = List.of("bench/results/", "core/src/test/");

    private static final Names EXAMPLE = new Tree(
            Set.of("slope.data", "slope.core")::contains,
            Set.of("core/", "slope.args")::contains,
            Map.of("Table", Set.of("Table", "rows")));

    @Test
    void everyNameInADocumentIsInTheTree() throws Exception {
        SourceTree tree = SourceTree.ofThisBuild();
        Names names = namesIn(tree);
        Map<String, List<String>> missing = new TreeMap<>();
        for (Path document : tree.documents()) {
            String name = tree.relative(document);
            if (OTHER_NAMES.contains(name) || OTHER_FOLDERS.stream().anyMatch(name::startsWith)) {
                continue;
            }
            missing.put(name, DocumentNames.missingNames(Files.readString(document), names));
        }
        assertThat(missing).containsKeys("ARCHITECTURE.md", "CONTRIBUTING.md", "docs/decisions/README.md");
        missing.values().removeIf(List::isEmpty);
        assertThat(missing)
                .as("names in documents that are nowhere in the tree")
                .isEmpty();
    }

    @Test
    void namesThatExistAreFine() {
        String page = "Start at `Table` or `Table.rows(3)` in `slope.data`, module `slope.core`, folder `core/`, "
                + "with `slope.args`.";
        assertThat(DocumentNames.missingNames(page, EXAMPLE)).isEmpty();
    }

    @Test
    void namesThatAreGoneAreTold() {
        String page = "See `Gone` in `slope.gone`, folder `gone/src`; `Gone` again; `Table.gone`.";
        assertThat(DocumentNames.missingNames(page, EXAMPLE))
                .containsExactly("Gone", "slope.gone", "gone/src", "Table.gone");
    }

    @Test
    void commandsWordsAndForeignTypesAreLeftAlone() {
        String page = """
            Run `./mvnw -Dquick package`; the `weights` come from `java.util.ServiceLoader`, a `Map` or `Math.fma`.

            ```
            `Gone` in a block
            ```
            """;
        assertThat(DocumentNames.missingNames(page, EXAMPLE)).isEmpty();
    }

    private static Names namesIn(SourceTree tree) throws Exception {
        Set<String> packages = new HashSet<>();
        Map<String, Set<String>> wordsOfTypes = new HashMap<>();
        for (Path file : tree.javaFiles()) {
            String source = Files.readString(file);
            MODULE.matcher(source).results().forEach(match -> packages.add(match.group(1)));
            if (tree.relative(file).startsWith("onnx/src/main/")) {
                KEY.matcher(source).results().forEach(match -> packages.add(match.group(1)));
            }
            PACKAGE.matcher(source).results().forEach(match -> {
                packages.add(match.group(1));
                packages.add(
                        match.group(1) + "." + file.getFileName().toString().replace(".java", ""));
            });
            Set<String> words = new HashSet<>();
            WORD.matcher(source).results().forEach(match -> words.add(match.group()));
            TYPE.matcher(source)
                    .results()
                    .forEach(match -> wordsOfTypes
                            .computeIfAbsent(match.group(1), type -> new HashSet<>())
                            .addAll(words));
        }
        Predicate<String> paths = path -> Files.exists(tree.root().resolve(path))
                || Files.exists(tree.root().resolve("examples").resolve(path));
        return new Tree(packages::contains, paths, wordsOfTypes);
    }

    private record Tree(Predicate<String> packages, Predicate<String> paths, Map<String, Set<String>> wordsOfTypes)
            implements Names {
        @Override
        public Set<String> words(String type) {
            return wordsOfTypes.getOrDefault(type, Set.of());
        }
    }
}
