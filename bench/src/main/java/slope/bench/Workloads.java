package slope.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import slope.kernel.Engine;
import slope.kernel.KernelsChoice;

/// Runs workloads and prints a line of results for each.
@Command(
        name = "workloads",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Trains and scores what other programs train and score, and prints how long it took.")
public final class Workloads implements Callable<Integer> {
    private static final List<String> ALL = List.of("W1", "W2", "W3", "W4", "W4b", "W5", "W6", "W7");

    @Parameters(
            arity = "0..*",
            paramLabel = "WORKLOAD",
            description = "W1, W2, W3, W4, W4b, W5, W6, W7; all, if none is named.")
    private List<String> names = ALL;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FOLDER",
            description = "Where the numbers are, see bench/README.md.")
    private Path data = Path.of(".");

    @Option(names = "--threads", paramLabel = "N", description = "Threads to use. Default: all cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--epochs",
            defaultValue = "6",
            paramLabel = "N",
            description = "Epochs of a training, the first of them not among the times; the other programs make"
                    + " ${DEFAULT-VALUE}, and only so many end with a loss like theirs.")
    private int epochs;

    @Option(names = "--scalar", description = "Use the kernels in plain Java.")
    private boolean scalar;

    /// Exit code 0 where all workloads ran.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Workloads()).execute(arguments));
    }

    @Override
    public Integer call() {
        KernelsChoice choice = scalar ? KernelsChoice.scalar() : KernelsChoice.best();
        Engine engine = new Engine(choice, threads);
        String note = "slope-" + engine.toString().replace(' ', '-');
        WorkloadFiles files = new WorkloadFiles(data);
        for (String name : names) {
            switch (name) {
                case "W1", "W2" -> LessonTimes.named(name).measure(files).print("slope-double-engine");
                case "W6" -> {
                    ScoringTimes scoring = new ScoringTimes(files);
                    scoring.oneRow(engine).print(note);
                    scoring.batches(engine).print(note);
                }
                default ->
                    TrainingTimes.measure(DenseWorkload.named(name), files, engine, epochs)
                            .print(note);
            }
        }
        return 0;
    }
}
