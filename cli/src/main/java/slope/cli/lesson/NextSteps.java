package slope.cli.lesson;

import java.util.ArrayList;
import java.util.List;
import slope.report.lesson.LessonRun;
import slope.report.lesson.LessonSettings;
import slope.report.lesson.Story;

/// What a reader can type after a lesson.
final class NextSteps {
    /// Wider than any of the commands.
    private static final int WIDTH = 37;

    private NextSteps() {}

    static void tell(LessonRun run, Story story) {
        List<String> commands = new ArrayList<>(run.hasLearned() ? List.of() : remedies(run));
        commands.addAll(
                run.lesson().settings().lesson() == 1
                        ? List.of(
                                command("lesson 1 --step", "one iteration, operation by operation"),
                                command("lesson 1 --html lesson.html", "all of it, with drawings and exercises"),
                                command("lesson 2", "a task that no single unit can do"))
                        : List.of(
                                command("lesson 2 --step", "one iteration, operation by operation"),
                                command("lesson 2 --step --at 50000", "the same, half way through"),
                                command("lesson 2 --html lesson.html", "all of it, with drawings and exercises"),
                                command("lesson 2 --hidden 2 --seed 3", "how few units are enough?"),
                                command("train FILE --target COLUMN", "the same ideas on a table of your own")));
        story.heading("Where to go from here").lines(commands);
    }

    /// Other ways where not every answer came out well.
    private static List<String> remedies(LessonRun run) {
        LessonSettings settings = run.lesson().settings();
        String lesson = "lesson " + settings.lesson();
        int usual = LessonSettings.usual(settings.lesson()).iterations();
        if (run.atRestSince().isPresent()) {
            return List.of(command(lesson, "the same with the sigmoid"));
        }
        if (settings.iterations() < usual) {
            return List.of(command(lesson + " --iterations " + usual, "more iterations get further"));
        }
        List<String> others = new ArrayList<>(List.of(command(lesson + " --seed 2", "another start")));
        if (settings.lesson() == 2) {
            others.add(command(lesson + " --hidden 8", "more hidden units"));
        }
        return others;
    }

    private static String command(String arguments, String why) {
        return "slope " + arguments + " ".repeat(WIDTH - "slope ".length() - arguments.length()) + why;
    }
}
