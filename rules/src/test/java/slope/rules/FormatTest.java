package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.FormatterException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatTest {
    private final Format format = new Format();

    /// With `-Dformat` this rewrites the files instead, and so repairs what it would complain of.
    @Test
    void everyFileIsFormatted() throws Exception {
        SourceTree tree = SourceTree.ofThisBuild();
        boolean rewrite = System.getProperty("format") != null;
        List<String> unformatted = new ArrayList<>();
        for (Path file : tree.javaFiles()) {
            String source = Files.readString(file);
            String formatted = formatted(tree.relative(file), source);
            if (formatted.equals(source)) {
                continue;
            }
            if (rewrite) {
                Files.writeString(file, formatted);
            } else {
                unformatted.add(tree.relative(file));
            }
        }
        assertThat(unformatted)
                .as("files that `%s` would rewrite", Format.REPAIR)
                .isEmpty();
    }

    @Test
    void everyImportNamesOneThing() throws Exception {
        SourceTree tree = SourceTree.ofThisBuild();
        List<String> wildcards = new ArrayList<>();
        for (Path file : tree.javaFiles()) {
            for (String found : Format.wildcardImports(Files.readString(file))) {
                wildcards.add(tree.relative(file) + ": " + found);
            }
        }
        assertThat(wildcards).as("imports to be written out by name").isEmpty();
    }

    @Test
    void badLayoutIsRepaired() throws Exception {
        assertThat(format.formatted("class A{int a ;\n  int b;}")).isEqualTo("""
            class A {
                int a;
                int b;
            }
            """);
    }

    @Test
    void importsAreSortedAndUnusedOnesGo() throws Exception {
        String source = """
            import java.util.Set;
            import java.util.Map;
            import java.util.List;

            class A {
                Map<String, List<String>> a;
            }
            """;
        assertThat(format.formatted(source)).startsWith("import java.util.List;\nimport java.util.Map;\n\nclass A");
    }

    @Test
    void markdownCommentsStayAsTheyAre() throws Exception {
        assertUntouched("""
            /// A table, in Markdown:
            ///
            /// | column | kind   |
            /// | ------ | ------ |
            /// | `x`    | number |
            ///
            ///     code(  that,   is, indented )
            ///
            /// - a list, and
            ///   its second line
            class A {}
            """);
    }

    @Test
    void theNewestSyntaxIsUnderstood() throws Exception {
        assertUntouched("""
            sealed interface Shape permits Circle, Square {}

            record Circle(double radius) implements Shape {}

            record Square(double side) implements Shape {}

            class Base {
                Base(int size) {}
            }

            class Derived extends Base {
                Derived(int size) {
                    if (size < 0) {
                        throw new IllegalArgumentException("size");
                    }
                    super(size);
                }

                static double area(Shape shape) {
                    return switch (shape) {
                        case Circle(double radius) when radius > 0 -> Math.PI * radius * radius;
                        case Circle _ -> 0;
                        case Square(var side) -> side * side;
                    };
                }
            }
            """);
    }

    @Test
    void wildcardImportsAreFound() {
        String source = "import java.util.*;\nimport static a.B.*;\nimport java.util.List;\n/// import a.*;\n";
        assertThat(Format.wildcardImports(source)).containsExactly("import java.util.*;", "import static a.B.*;");
    }

    private String formatted(String file, String source) {
        try {
            return format.formatted(source);
        } catch (FormatterException cause) {
            throw new AssertionError(file + " cannot be read as Java: " + cause.getMessage(), cause);
        }
    }

    private void assertUntouched(String source) throws Exception {
        assertThat(format.formatted(source)).isEqualTo(source);
    }
}
