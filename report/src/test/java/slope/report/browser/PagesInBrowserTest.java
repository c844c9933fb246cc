package slope.report.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slope.report.card.Cards;
import slope.report.comparison.ComparedPages;
import slope.report.drift.DriftedPages;
import slope.report.evaluation.EvaluatedPages;
import slope.report.explanation.ExplainedPages;
import slope.report.lesson.Lesson;
import slope.report.lesson.LessonPage;
import slope.report.lesson.LessonRun;
import slope.report.lesson.LessonSettings;
import slope.report.lesson.LessonStory;

/// The pages in a real browser: axe-core finds nothing that keeps people from reading them, and
/// nothing is wider than the screen.
@Tag("long")
class PagesInBrowserTest {
    private static final String WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    @TempDir
    private static Path folder;

    private static final Map<String, Path> PAGES = new LinkedHashMap<>();

    private static Browser browser;

    private static String axe = "";

    @BeforeAll
    static void writePages() throws Exception {
        boolean isThere = Browser.program().isPresent();
        assertThat(isThere || !"true".equals(System.getenv("CI")))
                .as("a Chromium; SLOPE_CHROMIUM names one that is not on the path")
                .isTrue();
        assumeTrue(isThere, "there is no Chromium, so no page is opened; SLOPE_CHROMIUM may name one");
        EvaluatedPages.of(folder).forEach((name, html) -> write(name, html));
        ExplainedPages.of(folder).forEach((name, html) -> write(name, html));
        write("card", Cards.species(folder).page());
        ComparedPages.of(folder).forEach((name, html) -> write(name, html));
        DriftedPages.all().forEach((name, html) -> write(name, html));
        for (int number : List.of(1, 2)) {
            LessonRun run = LessonRun.told(Lesson.of(LessonSettings.usual(number)), 1);
            write("lesson " + number, LessonPage.of(run, LessonStory.of(run, 0)));
        }
        try (InputStream script = PagesInBrowserTest.class.getResourceAsStream("/axe/axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
        browser = Browser.start(Browser.program().orElseThrow(), Files.createDirectory(folder.resolve("profile")));
    }

    private static void write(String name, String html) {
        try {
            PAGES.put(name, Files.writeString(folder.resolve(name.replace(' ', '-') + ".html"), html));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @AfterAll
    static void close() throws InterruptedException {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aPageThatNotEverybodyCanReadIsFound() throws IOException {
        BrowserPage page = browser.page(375, "light");
        page.open(Files.writeString(folder.resolve("bad.html"), "<p style='color:#999'>pale</p><img src=x>"));

        assertThat(violations(page))
                .anyMatch(each -> each.startsWith("color-contrast"))
                .anyMatch(each -> each.startsWith("image-alt"));
    }

    @SuppressWarnings("unchecked")
    private static List<String> violations(BrowserPage page) {
        page.evaluate(axe);
        return (List<String>) page.evaluate("axe.run().then(found => found.violations.map(each =>"
                + " each.id + ' ' + each.nodes.map(node => node.target + ' ' + node.failureSummary).join('; ')))");
    }

    @ParameterizedTest
    @CsvSource({"375, light", "375, dark", "1280, light", "1280, dark"})
    void everybodyCanReadThem(int width, String scheme) {
        BrowserPage page = browser.page(width, scheme);
        PAGES.forEach((name, file) -> {
            page.open(file);

            assertThat(violations(page))
                    .as("%s at %s pixels, %s", name, width, scheme)
                    .isEmpty();
            assertThat(page.evaluate(WIDER)).as("%s at %s pixels", name, width).isEqualTo(0);
        });
    }
}
