package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import slope.Slope;
import slope.onnx.Models;
import slope.tables.TableFiles;

/// The public face, as `docs/api.txt` has it. It lies here because the command line sees every module
/// that exports a package.
class ApiTest {
    private static final Path KEPT = Path.of("../docs/api.txt");
    private static final String REWRITE =
            "./mvnw -pl cli -am test -Dtest=ApiTest -Dsurefire.failIfNoSpecifiedTests=false -Dapi";

    /// With `-Dapi` this rewrites the file instead.
    @Test
    void everyPublicSignatureIsInTheList() throws Exception {
        NavigableSet<String> signatures = new TreeSet<>();
        for (Class<?> ofModule : List.of(Slope.class, Models.class, TableFiles.class)) {
            signatures.addAll(PublicSignatures.of(ofModule));
        }
        if (System.getProperty("api") != null) {
            Files.write(KEPT, signatures);
        }
        List<String> kept = Files.readAllLines(KEPT);
        assertThat(changes(kept, signatures))
                .as(
                        "public signatures beside docs/api.txt, + added, - removed; if they are meant, `%s` rewrites"
                                + " it",
                        REWRITE)
                .isEmpty();
        assertThat(kept).containsExactlyElementsOf(signatures);
    }

    private static List<String> changes(List<String> kept, NavigableSet<String> signatures) {
        NavigableSet<String> added = new TreeSet<>(signatures);
        kept.forEach(added::remove);
        NavigableSet<String> removed = new TreeSet<>(kept);
        removed.removeAll(signatures);
        return Stream.concat(
                        added.stream().map(line -> "+ " + line),
                        removed.stream().map(line -> "- " + line))
                .toList();
    }
}
