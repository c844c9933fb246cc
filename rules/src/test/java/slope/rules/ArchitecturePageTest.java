package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import slope.rules.ArchitecturePage.Names;

class ArchitecturePageTest {
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern MODULE = Pattern.compile("^(?:open )?module ([\\w.]+) ", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");

    private static final Names EXAMPLE = new Names(
            Set.of("slope.data", "slope.core")::contains, Set.of("core/")::contains, Set.of("Table")::contains);

    @Test
    void everyNameOnThePageIsInTheTree() throws Exception {
        SourceTree tree = SourceTree.ofThisBuild();
        Path page = tree.root().resolve("ARCHITECTURE.md");
        assertThat(page).exists();
        assertThat(ArchitecturePage.missingNames(Files.readString(page), namesIn(tree)))
                .as("names in ARCHITECTURE.md that are nowhere in the tree")
                .isEmpty();
    }

    @Test
    void namesThatExistAreFine() {
        String page = "Start at `Table` in `slope.data`, module `slope.core`, folder `core/`.";
        assertThat(ArchitecturePage.missingNames(page, EXAMPLE)).isEmpty();
    }

    @Test
    void namesThatAreGoneAreTold() {
        String page = "See `Gone` in `slope.gone`, folder `gone/src`; `Gone` again.";
        assertThat(ArchitecturePage.missingNames(page, EXAMPLE)).containsExactly("Gone", "slope.gone", "gone/src");
    }

    @Test
    void commandsWordsAndForeignTypesAreLeftAlone() {
        String page = """
            Run `./mvnw -Dquick package`; the `weights` come from `java.util.ServiceLoader`.

            ```
            `Gone` in a block
            ```
            """;
        assertThat(ArchitecturePage.missingNames(page, EXAMPLE)).isEmpty();
    }

    private static Names namesIn(SourceTree tree) throws Exception {
        Set<String> packages = new HashSet<>();
        Set<String> types = new HashSet<>();
        for (Path file : tree.javaFiles()) {
            String source = Files.readString(file);
            MODULE.matcher(source).results().forEach(match -> packages.add(match.group(1)));
            TYPE.matcher(source).results().forEach(match -> types.add(match.group(1)));
            PACKAGE.matcher(source).results().forEach(match -> {
                packages.add(match.group(1));
                packages.add(
                        match.group(1) + "." + file.getFileName().toString().replace(".java", ""));
            });
        }
        return new Names(packages::contains, path -> Files.exists(tree.root().resolve(path)), types::contains);
    }
}
