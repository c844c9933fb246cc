package slope.cli.lesson;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slope.cli.text.NameConverter;
import slope.cli.text.PageFile;
import slope.internal.file.Destination;
import slope.layer.Activation;
import slope.report.json.JsonText;
import slope.report.lesson.Lesson;
import slope.report.lesson.LessonPage;
import slope.report.lesson.LessonReport;
import slope.report.lesson.LessonRun;
import slope.report.lesson.LessonSettings;
import slope.report.lesson.LessonStart;
import slope.report.lesson.LessonStory;
import slope.report.lesson.Story;
import slope.report.lesson.Walk;
import slope.training.DivergedException;

/// `slope lesson`.
@Command(
        name = "lesson",
        sortOptions = false,
        description = {
            "Shows how a network learns, with every number in sight.",
            "",
            "Lesson 1: a single unit finds out which of three inputs matters."
                    + " Lesson 2: a hidden layer solves what no single unit can, and the error travels back to it."
                    + " Both are small enough to check by hand and agree with NumPy to the last digits.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  slope lesson 1                      start here",
            "  slope lesson 2 --step               one iteration, operation by operation",
            "  slope lesson 2 --step --at 50000    the same, half way through",
            "  slope lesson 2 --seed 7 --hidden 3  does it still learn?",
            "  slope lesson 1 --activation relu    how a ReLU can die",
            "  slope lesson 2 --html lesson.html   a page with drawings and exercises",
            "  slope lesson 2 --json --trace 3     all digits, for a program to compare"
        })
public final class LessonCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(paramLabel = "LESSON", description = "1 or 2.")
    private int lesson;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Draws the start weights as NumPy does after seed N, 0 to 4294967295"
                    + " (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            description = "How often all four rows go forward and back (default: 10000, in lesson 2 100000).")
    private Optional<Integer> iterations = Optional.empty();

    @Option(
            names = "--hidden",
            paramLabel = "UNITS",
            description = "Units of the hidden layer, in lesson 2 only (default: 4).")
    private Optional<Integer> hidden = Optional.empty();

    @Option(
            names = "--activation",
            defaultValue = "sigmoid",
            paramLabel = "NAME",
            converter = ActivationConverter.class,
            completionCandidates = ActivationConverter.class,
            description = "What each unit makes of its sum: sigmoid or relu (default: ${DEFAULT-VALUE}).")
    private Activation activation = Activation.SIGMOID;

    @Option(
            names = "--start",
            defaultValue = "scaled",
            paramLabel = "NAME",
            converter = StartConverter.class,
            completionCandidates = StartConverter.class,
            description = "How the weights start: scaled is random times sqrt(2 / inputs),"
                    + " centred is 2 times random minus 1, twins is scaled with h1 as a copy of h2"
                    + " (default: ${DEFAULT-VALUE}).")
    private LessonStart start = LessonStart.SCALED;

    @Option(names = "--json", description = "Print one JSON object with all digits instead of the story.")
    private boolean json;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description =
                    "Also write the lesson as a page with drawings, exercises and all steps of the first iteration;"
                            + " - writes it to standard output, instead of the story.")
    private Optional<String> html = Optional.empty();

    @Option(names = "--trace", paramLabel = "N", description = "Also show every number of the first N iterations.")
    private Optional<Integer> traced = Optional.empty();

    @Option(
            names = "--step",
            description = "Walk through one iteration instead: each formula, the numbers put in, the result,"
                    + " and each gradient beside its central difference. On a terminal the arrow keys lead"
                    + " forward and back; in a pipe it comes all at once.")
    private boolean step;

    @Option(names = "--at", paramLabel = "N", description = "The iteration that --step walks through (default: 1).")
    private Optional<Integer> at = Optional.empty();

    @Override
    public Integer call() {
        refuseWhatDoesNotGoTogether();
        PrintWriter out = commandLine().getOut();
        try {
            Lesson chosen = Lesson.of(settings());
            if (step) {
                walk(Walk.of(chosen, at.orElse(1)), out);
            } else if (json) {
                LessonRun run = LessonRun.of(chosen, done -> done % 10_000 == 0, traced.orElse(0));
                out.print(JsonText.of(LessonReport.of(run, traced.isPresent())));
            } else {
                tell(LessonRun.told(chosen, traced.orElse(0)), out);
            }
        } catch (IllegalArgumentException cause) {
            throw refused(Objects.requireNonNull(cause.getMessage()));
        } catch (DivergedException cause) {
            commandLine().getErr().println("slope: " + advice(cause));
            return CommandLine.ExitCode.SOFTWARE;
        }
        return CommandLine.ExitCode.OK;
    }

    private void tell(LessonRun run, PrintWriter out) {
        Story story = LessonStory.of(run, traced.orElse(0));
        NextSteps.tell(run, story);
        Optional<Destination> page = html.map(Destination::named);
        page.ifPresent(destination -> PageFile.write(LessonPage.of(run, story), destination, out));
        if (page.filter(Destination.StandardOutput.class::isInstance).isEmpty()) {
            out.print(story.text());
        }
    }

    private static void walk(Walk walk, PrintWriter out) {
        if (WalkScreen.isPossible()) {
            WalkScreen.show(walk);
        } else {
            out.print(walk.text());
        }
    }

    private LessonSettings settings() {
        LessonSettings usual = LessonSettings.usual(lesson);
        return new LessonSettings(
                lesson, seed, iterations.orElse(usual.iterations()), hidden.orElse(usual.hidden()), activation, start);
    }

    private void refuseWhatDoesNotGoTogether() {
        if (lesson == 1 && hidden.isPresent()) {
            throw refused("lesson 1 has no hidden layer: leave --hidden out, or choose lesson 2");
        }
        if (step && json) {
            throw refused("--step explains to people and --json writes for programs: choose one of them");
        }
        if (step && traced.isPresent()) {
            throw refused("--step already shows every number of an iteration: leave --trace out");
        }
        if (html.isPresent() && (step || json)) {
            throw refused("--html writes the whole lesson as a page: leave " + (step ? "--step" : "--json") + " out");
        }
        if (at.isPresent() && !step) {
            throw refused("--at says which iteration --step walks through: add --step");
        }
        if (traced.isPresent() && traced.get() < 0) {
            throw refused("--trace needs a number of iterations, not " + traced.get());
        }
    }

    private ParameterException refused(String why) {
        return new ParameterException(commandLine(), why);
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(command).commandLine();
    }

    /// The library advises another learning rate, which the lessons do not offer.
    private String advice(DivergedException cause) {
        return ("the lesson diverged in iteration %s: its steps overshot until a weight was no finite number any more;"
                        + " try another --seed, another --start or --activation sigmoid")
                .formatted(cause.epoch());
    }

    /// From a name to one of the notebook's two activations.
    static final class ActivationConverter extends NameConverter<Activation> {
        ActivationConverter() {
            super(List.of(Activation.SIGMOID, Activation.RELU), Activation::title);
        }
    }

    /// From a name to the notebook's two ways to start, and that of twins.
    static final class StartConverter extends NameConverter<LessonStart> {
        StartConverter() {
            super(List.of(LessonStart.values()), start -> start.name().toLowerCase(Locale.ROOT));
        }
    }
}
