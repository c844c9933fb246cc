package slope.cli.studio;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import slope.cli.train.Interruption;
import slope.cli.train.TrainWords;
import slope.serve.studio.StudioServer;
import slope.serve.studio.StudioSettings;
import slope.tables.TableSource;

/// `slope studio`.
@Command(
        name = "studio",
        sortOptions = false,
        description = {
            "Opens a page on which a network is trained on a table, scored, tried and taken apart, number by number.",
            "",
            "The page is served by this machine to this machine; nothing leaves it. Ctrl-C ends it; a training that is"
                    + " at work then can go on at the next start.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  slope studio penguins.csv",
            "  slope studio penguins.onnx penguins.csv",
            "  slope studio penguins.csv --target species --no-open"
        })
public final class StudioCommand implements Callable<Integer> {
    private static final int MEGA = 1 << 20;

    private final Interruption interruption;

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "The table to begin with; without one the page asks for it. And saved models (.onnx) to see"
                    + " inside, with rows of that table.")
    private List<String> files = List.of();

    @Option(names = "--target", paramLabel = "COLUMN", description = "The column to predict; the page can change it.")
    private Optional<String> target = Optional.empty();

    @Option(
            names = "--runs",
            paramLabel = "FOLDER",
            defaultValue = "slope-runs",
            description = "Where runs and uploaded tables are kept; ${DEFAULT-VALUE} if nothing is said.")
    private Path runs = Path.of("");

    @Option(names = "--no-open", description = "Print the page's address and open no browser.")
    private boolean opensNothing;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "The port to listen at; any that is free if nothing is said.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "The address to listen at, ${DEFAULT-VALUE} if nothing is said. Any other than this machine's"
                    + " own needs --allow-remote.")
    private String host = "";

    @Option(
            names = "--allow-remote",
            description = "Let other machines in that know the address with its token. Nothing is encrypted: put a"
                    + " proxy with TLS in front.")
    private boolean allowRemote;

    @Option(
            names = "--max-upload",
            paramLabel = "MB",
            defaultValue = "1024",
            description = "The largest file that the page may send, in MB; ${DEFAULT-VALUE} if nothing is said.")
    private int maxUpload;

    @Option(
            names = "--assets",
            hidden = true,
            paramLabel = "FOLDER",
            description = "A folder with a built page in place of Slope's own, for who works on it.")
    private Optional<Path> assets = Optional.empty();

    /// The command.
    ///
    /// @param interruption ends the studio
    public StudioCommand(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        PrintWriter err = line.getErr();
        StudioSettings settings = settings(line);
        CountDownLatch ended = new CountDownLatch(1);
        try (StudioServer studio = StudioServer.start(settings, sentence -> warn(err, sentence))) {
            line.getOut().println("Slope studio: " + studio.address());
            line.getOut().flush();
            if (!opensNothing && !Browser.open(studio.address())) {
                warn(err, "no browser could be started; open the address by hand");
            }
            if (interruption.takeOver()) {
                interruption.onRequest(ended::countDown);
                ended.await();
            }
        }
        return ExitCode.OK;
    }

    private static synchronized void warn(PrintWriter err, String sentence) {
        err.println("slope: " + sentence);
        err.flush();
    }

    private StudioSettings settings(CommandLine line) {
        InetAddress address = address(line);
        if (!allowRemote && !address.isLoopbackAddress()) {
            throw new ParameterException(
                    line, "--host %s lets other machines in; add --allow-remote if they may ask".formatted(host));
        }
        require(line, port >= 0 && port <= 65_535, "--port is from 0 to 65535");
        require(line, maxUpload >= 1, "--max-upload is at least 1 MB");
        List<String> tables = files.stream().filter(file -> !isModel(file)).toList();
        require(
                line,
                tables.size() <= 1,
                "one table is opened at a time, not %s".formatted(String.join(" and ", tables)));
        Optional<TableSource> table = tables.stream().findFirst().map(TableSource::of);
        require(line, target.isEmpty() || table.isPresent(), "--target needs a FILE, of which it is a column");
        StudioSettings settings = StudioSettings.in(runs)
                .commands(TrainWords::of, PredictWords::of, new TraceWords())
                .host(address)
                .port(port)
                .mostUpload((long) maxUpload * MEGA);
        settings = allowRemote ? settings.open() : settings;
        settings = settings.models(
                files.stream().filter(StudioCommand::isModel).map(Path::of).toList());
        settings = table.map(settings::table).orElse(settings);
        settings = target.map(settings::target).orElse(settings);
        return assets.map(settings::assets).orElse(settings);
    }

    private static boolean isModel(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".onnx");
    }

    private InetAddress address(CommandLine line) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new ParameterException(
                    line, "--host %s is not known; give an address of this machine".formatted(host));
        }
    }

    private static void require(CommandLine line, boolean isSo, String sentence) {
        if (!isSo) {
            throw new ParameterException(line, sentence);
        }
    }
}
