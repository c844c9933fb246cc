package slope.rules;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/// Slope's folders as the rules see them. The modules are those that the root pom lists, so a new
/// one is under the rules from its first day.
record SourceTree(Path root) {
    /// The tree that this build runs in. Surefire sets `basedir`, an editor starts tests in the
    /// module's folder.
    static SourceTree ofThisBuild() {
        Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        return new SourceTree(module.getParent());
    }

    List<Path> modules() throws Exception {
        Element project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(root.resolve("pom.xml").toFile())
                .getDocumentElement();
        var names = project.getElementsByTagName("module");
        return Stream.iterate(0, index -> index < names.getLength(), index -> index + 1)
                .map(index -> root.resolve(names.item(index).getTextContent().strip()))
                .toList();
    }

    /// Every Java file of every module, main and test; what a build leaves under `target` is not a
    /// source.
    List<Path> javaFiles() throws Exception {
        return filesUnder("src");
    }

    List<Path> mainJavaFiles() throws Exception {
        return filesUnder("src/main/java");
    }

    List<Path> testJavaFiles() throws Exception {
        return filesUnder("src/test/java");
    }

    /// What builds leave.
    private static final Set<String> BUILT = Set.of("target", "node_modules");

    /// Every document (`*.md`), without what builds leave and what begins with a dot.
    List<Path> documents() throws Exception {
        List<Path> documents = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean isLeftOut = !folder.equals(root) && (name.startsWith(".") || BUILT.contains(name));
                return isLeftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".md")) {
                    documents.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        documents.sort(null);
        return documents;
    }

    String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private List<Path> filesUnder(String folder) throws Exception {
        return modules().stream()
                .map(module -> module.resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(SourceTree::javaFilesIn)
                .sorted()
                .toList();
    }

    private static Stream<Path> javaFilesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException cause) {
            throw new IllegalStateException("cannot list " + folder, cause);
        }
    }
}
