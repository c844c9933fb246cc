package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The index of decisions has a line for each page, and pages stay short: measurements go to
/// `bench/notes.md`.
class DecisionIndexTest {
    private static final Path DECISIONS = SourceTree.ofThisBuild().root().resolve("docs/decisions");
    private static final Pattern LINE = Pattern.compile(
            "^\\| \\[(\\d{3})]\\((\\d{3}-[a-z0-9-]+\\.md)\\) \\| \\S.* \\| (.*) \\|$", Pattern.MULTILINE);
    private static final Pattern MENTION = Pattern.compile("\\bdecisions? (\\d{3})\\b|decisions/(\\d{3})-");
    private static final int LONGEST_PAGE = 45;

    @Test
    void eachPageHasOneLine() throws Exception {
        List<String> linked = LINE.matcher(index())
                .results()
                .peek(line -> assertThat(line.group(2)).startsWith(line.group(1) + "-"))
                .map(line -> line.group(2))
                .toList();
        assertThat(linked).isNotEmpty().containsExactlyInAnyOrderElementsOf(pages());
        assertThat(numbers()).doesNotHaveDuplicates();
    }

    @Test
    void eachLineSaysWhetherTheDecisionHolds() throws Exception {
        List<String> numbers = numbers();
        assertThat(LINE.matcher(index()).results().map(line -> line.group(3)))
                .allSatisfy(state -> assertThat(state).matches("holds|replaced by \\d{3}(, \\d{3})*"))
                .allSatisfy(state -> assertThat(numbers)
                        .containsAll(Pattern.compile("\\d{3}")
                                .matcher(state)
                                .results()
                                .map(number -> number.group())
                                .toList()));
    }

    @Test
    void pagesAreShortAndBeginWithTheirNumber() throws Exception {
        for (String page : pages()) {
            List<String> lines = Files.readAllLines(DECISIONS.resolve(page));
            assertThat(lines.getFirst()).as(page).startsWith("# " + page.substring(0, 3) + " ");
            assertThat(lines)
                    .as("%s: figures go to bench/notes.md", page)
                    .hasSizeLessThanOrEqualTo(LONGEST_PAGE)
                    .anySatisfy(line -> assertThat(line).startsWith("**Decision.**"));
        }
    }

    @Test
    void decisionsThatAreNamedExist() throws Exception {
        SourceTree tree = SourceTree.ofThisBuild();
        List<String> numbers = numbers();
        List<String> missing = new ArrayList<>();
        for (Path file : Stream.concat(tree.javaFiles().stream(), tree.documents().stream())
                .toList()) {
            MENTION.matcher(Files.readString(file))
                    .results()
                    .map(mention -> mention.group(1) == null ? mention.group(2) : mention.group(1))
                    .filter(number -> !numbers.contains(number))
                    .forEach(number -> missing.add(tree.relative(file) + ": " + number));
        }
        assertThat(missing).isEmpty();
    }

    private static String index() throws Exception {
        return Files.readString(DECISIONS.resolve("README.md"));
    }

    private static List<String> numbers() throws Exception {
        return pages().stream().map(page -> page.substring(0, 3)).toList();
    }

    private static List<String> pages() throws Exception {
        try (Stream<Path> files = Files.list(DECISIONS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .sorted()
                    .toList();
        }
    }
}
