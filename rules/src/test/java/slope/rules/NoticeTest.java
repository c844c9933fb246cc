package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// NOTICE names each library that a user of Slope gets with it, and where its licence is.
class NoticeTest {
    private static final Path ROOT = SourceTree.ofThisBuild().root();
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>.*?<groupId>(.*?)</groupId>\\s*<artifactId>(.*?)</artifactId>(.*?)</dependency>",
            Pattern.DOTALL);

    @Test
    void eachLibraryIsNamed() throws Exception {
        String notice = Files.readString(ROOT.resolve("NOTICE"));
        // What is not shipped says so in its description.
        for (Path module : SourceTree.ofThisBuild().modules()) {
            String pom = Files.readString(module.resolve("pom.xml"));
            if (pom.contains("ever shipped")) {
                continue;
            }
            for (String library : libraries(pom)) {
                assertThat(notice).as("NOTICE, for %s", module.getFileName()).contains("    " + library + " ");
            }
        }
        assertThat(libraries(Files.readString(ROOT.resolve("cli/pom.xml")))).contains("info.picocli:picocli");
    }

    @Test
    void eachLicenceIsThere() throws Exception {
        List<String> named = Files.readAllLines(ROOT.resolve("NOTICE")).stream()
                .filter(line -> line.startsWith("    "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(ROOT.resolve(file)).isNotEmptyFile());
    }

    /// A pom with resources of its own takes none from its parent.
    @Test
    void whatANoticePointsToIsBesideItInTheJar() throws Exception {
        List<String> poms = new ArrayList<>(List.of(Files.readString(ROOT.resolve("pom.xml"))));
        for (Path module : SourceTree.ofThisBuild().modules()) {
            poms.add(Files.readString(module.resolve("pom.xml")));
        }
        assertThat(poms)
                .filteredOn(pom -> pom.contains("<include>NOTICE<"))
                .hasSizeGreaterThan(1)
                .allSatisfy(pom -> assertThat(pom).contains("<include>LICENSE<", "<include>licenses/*.txt<"));
    }

    private static List<String> libraries(String pom) {
        return DEPENDENCY
                .matcher(pom)
                .results()
                .filter(found -> !found.group(3).contains("<scope>test</scope>"))
                .filter(found -> !found.group(3).contains("<scope>provided</scope>")) // users have it already
                .filter(found -> !found.group(1).equals("dev.slope"))
                .map(found -> found.group(1) + ":" + found.group(2))
                .toList();
    }
}
