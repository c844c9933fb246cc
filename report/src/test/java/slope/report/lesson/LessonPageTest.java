package slope.report.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.report.page.Markup;

class LessonPageTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void onePageHasAllOfALesson(int number) {
        LessonRun run = LessonRun.told(Lesson.of(LessonSettings.usual(number).iterations(200)), 1);
        Story story = LessonStory.of(run, 0);

        String page = LessonPage.of(run, story);

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<svg", "<details>", "class=\"line\"", "class=\"positive\"");
        assertThat(page).contains("Damir Cavar", "2018–2019", "Karpathy", "backprop");
        story.headings().forEach(heading -> assertThat(page).contains(Markup.escaped(heading) + "</h2>"));
        Walk.of(run.lesson(), 1)
                .pages()
                .forEach(step -> assertThat(page).contains(Markup.escaped(step.title()) + "</h3>"));
        assertThat(page).doesNotContain("<script", "<link", " src=", "http:", "https:", "NaN");
    }

    /// Every element ends where it has to.
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void itIsWellFormed(int number) {
        LessonRun run = LessonRun.told(Lesson.of(LessonSettings.usual(number).iterations(20)), 1);
        String page = LessonPage.of(run, LessonStory.of(run, 1));
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = Pattern.compile("<(/?)([a-z0-9]+)[^>]*?(/?)>").matcher(page);
        while (tags.find()) {
            String name = tags.group(2);
            if (!tags.group(1).isEmpty()) {
                assertThat(open.pop()).isEqualTo(name);
            } else if (tags.group(3).isEmpty() && !name.equals("meta")) {
                open.push(name);
            }
        }
        assertThat(open).isEmpty();
        Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(page);
        while (links.find()) {
            assertThat(page).containsOnlyOnce("id=\"" + links.group(1) + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"full batch", "weighted by confidence", "derivative", "chain rule", "learning rate", "ReLU"})
    void bothStoriesHaveTheWordsOfTheNotebookAndOfStudents(String word) {
        for (int number = 1; number <= 2; number++) {
            LessonRun run =
                    LessonRun.told(Lesson.of(LessonSettings.usual(number).iterations(20)), 1);
            assertThat(LessonStory.of(run, 0).text().replace('\n', ' ')).contains(word);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"weighted by contribution", "non-linear pattern, in which combinations of inputs count"})
    void theSecondStoryHasThoseOfItsOwn(String words) {
        LessonRun run = LessonRun.told(Lesson.of(LessonSettings.usual(2).iterations(20)), 1);
        assertThat(LessonStory.of(run, 0).text().replace('\n', ' ')).contains(words);
    }
}
