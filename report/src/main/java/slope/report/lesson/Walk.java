package slope.report.lesson;

import java.util.ArrayList;
import java.util.List;
import slope.internal.text.Numerals;
import slope.reference.Trace;

/// One iteration taken apart into its operations, a page for each, in the order in which they
/// happen.
///
/// @param title which iteration it is
/// @param pages forward, error, back, update
public record Walk(String title, List<WalkPage> pages) {

    public Walk {
        pages = List.copyOf(pages);
    }

    /// Takes an iteration of a lesson apart.
    ///
    /// @param iteration its number, from 1; those before it are run first
    /// @throws IllegalArgumentException if the lesson has no such iteration
    public static Walk of(Lesson lesson, int iteration) {
        LessonSettings settings = lesson.settings();
        if (iteration < 1 || iteration > settings.iterations()) {
            throw new IllegalArgumentException("there is no iteration %s: the lesson has 1 to %s"
                    .formatted(Numerals.count(iteration), Numerals.count(settings.iterations())));
        }
        return of(
                lesson,
                LessonRun.of(lesson.stoppedAfter(iteration), done -> false, 0).last());
    }

    /// Takes an iteration apart that has been run.
    static Walk of(Lesson lesson, Trace trace) {
        List<WalkPage> pages = new ArrayList<>(ForwardPages.of(lesson, trace));
        pages.addAll(BackPages.of(lesson, trace));
        pages.addAll(UpdatePages.of(lesson, trace));
        return new Walk(
                "Lesson %s, iteration %s".formatted(lesson.settings().lesson(), Numerals.count(trace.iteration())),
                pages);
    }

    /// One page, with its place in the walk.
    ///
    /// @param index from 0
    String page(int index) {
        return heading(index, "") + "\n" + pages.get(index).body();
    }

    /// The place in the walk and the title of a page.
    ///
    /// @param index from 0
    /// @param part which part of the page it is about, or nothing
    public String heading(int index, String part) {
        WalkPage page = pages.get(index);
        String place = "%s · %s · %s of %s".formatted(title, page.part(), index + 1, pages.size());
        return place + part + "\n" + page.title() + "\n"
                + "-".repeat(page.title().length()) + "\n";
    }

    /// All pages one after the other.
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < pages.size(); index++) {
            text.append(index == 0 ? "" : "\n").append(page(index));
        }
        return text.toString();
    }
}
