package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PackagePageTest {
    @Test
    void everyPackageHasAPageAndNoNulls() throws Exception {
        SourceTree tree = SourceTree.ofThisBuild();
        List<String> complaints = new ArrayList<>();
        for (Path module : tree.modules()) {
            Path sources = module.resolve("src/main/java");
            boolean moduleIsNullMarked = isNullMarked(sources.resolve("module-info.java"));
            for (Path folder : packageFolders(tree, sources)) {
                Path page = folder.resolve("package-info.java");
                String name = tree.relative(page);
                if (Files.exists(page)) {
                    complaints.addAll(PackagePage.complaints(name, Files.readString(page), moduleIsNullMarked));
                } else {
                    complaints.add(name + " is missing");
                }
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void twoSentencesAndNoNullsAreEnough() {
        assertThat(complaints("""
            /// Reads tables. Start at `Table`.
            @NullMarked
            package slope.data;
            """)).isEmpty();
    }

    @Test
    void oneSentenceIsTooLittle() {
        assertThat(complaints("/// Reads tables.\n@NullMarked\npackage slope.data;\n"))
                .singleElement()
                .asString()
                .startsWith("page says too little (1 of at least 2 sentences)");
    }

    @Test
    void aPackageNeedsToBeNullMarked() {
        String source = "/// Reads tables. Start at `Table`, it is never @NullMarked.\npackage slope.data;\n";
        assertThat(complaints(source)).containsExactly("page lacks @NullMarked, on the package or on its module");
    }

    @Test
    void aNullMarkedModuleMarksItsPackages() {
        assertThat(PackagePage.complaints("page", "/** Reads tables.\n * Start here. */\npackage slope.data;", true))
                .isEmpty();
    }

    private static List<String> complaints(String source) {
        return PackagePage.complaints("page", source, false);
    }

    private static boolean isNullMarked(Path file) throws Exception {
        return Files.exists(file) && PackagePage.isNullMarked(Files.readString(file));
    }

    private static Iterable<Path> packageFolders(SourceTree tree, Path sources) throws Exception {
        var folders = new TreeSet<Path>();
        for (Path file : tree.mainJavaFiles()) {
            if (file.startsWith(sources) && !file.getFileName().toString().equals("module-info.java")) {
                folders.add(file.getParent());
            }
        }
        return folders;
    }
}
