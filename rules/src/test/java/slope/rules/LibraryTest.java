package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lines for a pom in `docs/how-to/install.md` give a program what it needs to score a model, and nothing else.
@Tag("long")
class LibraryTest {
    @TempDir
    private Path folder;

    @Test
    void theLinesForAPomAreEnough() throws Exception {
        Checkout checkout = Checkout.built();
        String version = Files.readString(checkout.product().resolve("version")).strip();
        Path bom = folder.resolve("repository/dev/slope/slope-bom/%s".formatted(version));
        Files.createDirectories(bom);
        Files.copy(checkout.root().resolve("bom/pom.xml"), bom.resolve("slope-bom-%s.pom".formatted(version)));
        Files.writeString(folder.resolve("pom.xml"), """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>reader</groupId>
              <artifactId>service</artifactId>
              <version>1</version>
              %s
            </project>
            """.formatted(
                        shown().replaceFirst("<version>[^<]*</version>", "<version>" + version + "</version>")));

        Checkout.run(
                        checkout.root(),
                        "bash",
                        "-c",
                        "./mvnw --batch-mode -q -f \"$0/pom.xml\""
                                + " \"-Dmaven.repo.local.tail=$0/repository,$1/repository\""
                                + " org.apache.maven.plugins:maven-dependency-plugin:\"$2\":build-classpath"
                                + " \"-Dmdep.outputFile=$0/path\"",
                        folder.toString(),
                        checkout.product().toString(),
                        pluginVersion(checkout))
                .succeeded();

        String path = Files.readString(folder.resolve("path"));
        assertThat(path.split(":"))
                .extracting(jar -> Path.of(jar).getFileName().toString().replaceFirst("-[0-9].*", ""))
                .containsExactlyInAnyOrder("slope-onnx", "slope-core", "jspecify");
    }

    private static String shown() throws Exception {
        Path page = SourceTree.ofThisBuild().root().resolve("docs/how-to/install.md");
        return Pattern.compile("(?s)```xml\n(.*?)```")
                .matcher(Files.readString(page))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static String pluginVersion(Checkout checkout) throws Exception {
        return Pattern.compile("<maven-dependency-plugin.version>([^<]+)<")
                .matcher(Files.readString(checkout.root().resolve("pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
