package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The bill of materials has no parent, so what both have to say is compared.
class BomTest {
    private static final Path ROOT = SourceTree.ofThisBuild().root();
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(slope-\\w+)</artifactId>");
    private static final Pattern PLUGIN =
            Pattern.compile("<artifactId>([\\w-]+-plugin)</artifactId>\\s*<version>([^<$]+)</version>");

    @Test
    void itListsEachArtifactThatIsPublished() throws Exception {
        List<String> published = new ArrayList<>();
        for (Path module : SourceTree.ofThisBuild().modules()) {
            String pom = Files.readString(module.resolve("pom.xml"));
            if (!pom.contains("<maven.deploy.skip>true<") && !module.endsWith("bom")) {
                published.add("slope-" + module.getFileName());
            }
        }
        String bom = bom();
        assertThat(ARTIFACT.matcher(bom.substring(bom.indexOf("<dependencyManagement>")))
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(published)
                .contains("slope-core");
    }

    @Test
    void itHasTheVersionsOfTheRoot() throws Exception {
        String root = Files.readString(ROOT.resolve("pom.xml"));
        String bom = bom();
        assertThat(version(bom)).isEqualTo(version(root));
        assertThat(PLUGIN.matcher(bom).results())
                .hasSizeGreaterThan(1)
                .allSatisfy(plugin ->
                        assertThat(root).contains("<%s.version>%s<".formatted(plugin.group(1), plugin.group(2))));
    }

    private static String bom() throws Exception {
        return Files.readString(ROOT.resolve("bom/pom.xml"));
    }

    private static String version(String pom) {
        return pom.lines()
                .filter(line -> line.startsWith("  <version>"))
                .findFirst()
                .orElseThrow();
    }
}
