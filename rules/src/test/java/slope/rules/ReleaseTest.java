package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/// What a release publishes of each module. That two builds of it have the same bytes is the affair of
/// `dist/reproduce`.
@Tag("long")
class ReleaseTest {
    private static final String HOME = "https://example.org/slope";

    /// What a public repository wants to know.
    private static final List<String> METADATA = List.of(
            "name",
            "description",
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "scm/connection",
            "scm/developerConnection",
            "scm/url");

    @TempDir
    private static Path folder;

    private static List<Path> published = List.of();
    private static String version = "";

    @BeforeAll
    static void build() throws Exception {
        Checkout checkout = Checkout.built().copied(folder.resolve("release"), "cp -a");
        // The plugin of the doc pages wants Maven itself to run on a JDK 25.
        Checkout.run(
                        checkout.root(),
                        "bash",
                        "-c",
                        "JAVA_HOME=$0 ./mvnw --batch-mode --no-transfer-progress -q -Dquick -Prelease"
                                + " \"-Dslope.home=$1\" --projects '!rules,!bench,!dist' package",
                        System.getProperty("java.home"),
                        HOME)
                .succeeded();
        version = Files.readString(checkout.product().resolve("version")).strip();
        List<Path> modules = new ArrayList<>();
        for (Path module : new SourceTree(checkout.root()).modules()) {
            if (!Files.readString(module.resolve("pom.xml")).contains("<maven.deploy.skip>true<")) {
                modules.add(module);
            }
        }
        published = List.copyOf(modules);
        assertThat(published)
                .extracting(module -> module.getFileName().toString())
                .contains("core", "spark", "bom");
    }

    @Test
    void eachPomStandsAloneAndTellsWhoseItIs() throws Exception {
        XPath path = XPathFactory.newInstance().newXPath();
        for (Path module : published) {
            Path pom = module.resolve("target/.flattened-pom.xml");
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
            for (String name : METADATA) {
                assertThat(path.evaluate("/project/" + name, document))
                        .as("%s of %s", name, pom)
                        .isNotBlank();
            }
            assertThat(path.evaluate("/project/url", document)).isEqualTo(HOME);
            assertThat(path.evaluate("/project/scm/connection", document)).isEqualTo("scm:git:" + HOME + ".git");
            assertThat(pom).content().doesNotContain("<parent>", "${slope");
        }
    }

    @Test
    void besideEachJarAreItsSourcesDocPagesAndBill() throws Exception {
        for (Path module : published) {
            if (module.endsWith("bom")) {
                continue;
            }
            assertThat(names(module, ""))
                    .contains("META-INF/LICENSE", "META-INF/NOTICE", "META-INF/licenses/duckdb.txt");
            assertThat(names(module, "-sources")).anyMatch(name -> name.endsWith("/package-info.java"));
            assertThat(names(module, "-javadoc")).contains("index.html");
            assertThat(module.resolve("target/bom.json")).content().contains("\"CycloneDX\"");
        }
    }

    private static List<String> names(Path module, String classifier) throws Exception {
        Path jar = module.resolve("target/slope-%s-%s%s.jar".formatted(module.getFileName(), version, classifier));
        try (ZipFile file = new ZipFile(jar.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }
}
