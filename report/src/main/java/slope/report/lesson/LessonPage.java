package slope.report.lesson;

import java.util.ArrayList;
import java.util.List;
import slope.report.page.Markup;
import slope.report.page.Page;

/// A lesson as one page: its story with the network drawn, exercises, and all steps of the first iteration.
public final class LessonPage {
    private LessonPage() {}

    /// The whole file.
    ///
    /// @param story from [LessonStory], and what the reader is told to do next
    public static String of(LessonRun run, Story story) {
        Lesson lesson = run.lesson();
        Walk walk = Walk.of(lesson, run.steps().getFirst());
        List<String> headings = new ArrayList<>(story.headings());
        headings.addAll(List.of("Exercises", "Every step of the first iteration"));
        StringBuilder body = new StringBuilder(Markup.contents(headings)).append(story.html());
        body.append(Markup.heading(2, "Exercises"));
        Exercises.of(run).forEach(exercise -> body.append(Markup.details(exercise.question(), exercise.answer())));
        body.append(Markup.heading(2, "Every step of the first iteration"));
        for (int page = 0; page < walk.pages().size(); page++) {
            WalkPage step = walk.pages().get(page);
            body.append(Markup.heading(3, "Step " + (page + 1) + ". " + step.title()))
                    .append(step.story().html());
        }
        return new Page(lesson.settings().lesson() == 1 ? FirstStory.TITLE : SecondStory.TITLE, body.toString()).html();
    }
}
