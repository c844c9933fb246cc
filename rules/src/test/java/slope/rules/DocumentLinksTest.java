package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentLinksTest {
    @TempDir
    private Path folder;

    @Test
    void everyLinkLeadsSomewhere() throws Exception {
        SourceTree tree = SourceTree.ofThisBuild();
        Map<String, List<String>> broken = new TreeMap<>();
        for (Path document : tree.documents()) {
            broken.put(tree.relative(document), DocumentLinks.broken(document));
        }
        assertThat(broken).containsKeys("README.md", "bench/notes.md", "docs/decisions/README.md");
        broken.values().removeIf(List::isEmpty);
        assertThat(broken).as("links that lead to nothing").isEmpty();
    }

    @Test
    void filesAndHeadingsAreLookedFor() throws Exception {
        Files.writeString(folder.resolve("other.md"), "# Other\n\n## An epoch's steps\n");
        Path page = folder.resolve("page.md");
        Files.writeString(page, """
            # Page
            [a](other.md) [b](other.md#an-epochs-steps) [c](#page) [d](https://example.org/gone) `[e](gone.md)`
            [f](gone.md) [g](other.md#gone) [h](#gone)

                [i](gone.md)
            """);
        assertThat(DocumentLinks.broken(page)).containsExactly("gone.md", "other.md#gone", "#gone");
    }
}
