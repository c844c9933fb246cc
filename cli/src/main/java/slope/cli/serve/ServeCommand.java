package slope.cli.serve;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import slope.cli.train.DurationConverter;
import slope.cli.train.Interruption;
import slope.serve.ScoringServer;
import slope.serve.ServeSettings;
import slope.serve.ServeSettings.Limits;

/// `slope serve`.
@Command(
        name = "serve",
        sortOptions = false,
        description = {
            "Serves saved models over HTTP, by the Open Inference Protocol (KServe, Triton, MLServer) and by plain"
                    + " rows.",
            "",
            "A file that changes is loaded again; one that is damaged leaves the model as it was. Ctrl-C or SIGTERM"
                    + " ends the server when the requests in flight are answered.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  slope serve penguins.onnx",
            "  slope serve claims=models/claims-3.onnx --port 9000",
            "  curl -H 'Content-Type: text/csv' --data-binary @rows.csv localhost:8080/predict/penguins"
        })
public final class ServeCommand implements Callable<Integer> {
    private static final int MEGA = 1 << 20;

    private final Interruption interruption;

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(
            arity = "1..*",
            paramLabel = "MODEL",
            description = "The models, as slope train --out saved them. Each has the name of its file, without .onnx;"
                    + " NAME=FILE gives it another.")
    private List<String> models = new ArrayList<>();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The port to listen at, ${DEFAULT-VALUE} if nothing is said; 0 for any that is free.")
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
            description = "Let other machines ask, by any name. Nothing is encrypted: put a proxy with TLS in front.")
    private boolean allowRemote;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "A file with the token that requests have to bear (Authorization: Bearer TOKEN), without which"
                        + " only the server's health is told. The environment variable SLOPE_SERVE_TOKEN holds it as"
                        + " well.")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(
            names = "--background",
            paramLabel = "FILE",
            description = "A table with the columns of the models, whose rows attributions start from: requests with"
                    + " \"explain\" need it.")
    private Optional<Path> background = Optional.empty();

    @Option(
            names = "--max-body",
            paramLabel = "MB",
            defaultValue = "32",
            description = "The largest body of a request, in MB; ${DEFAULT-VALUE} if nothing is said.")
    private int maxBody;

    @Option(
            names = "--max-rows",
            paramLabel = "ROWS",
            defaultValue = "100000",
            description = "The most rows of a request; ${DEFAULT-VALUE} if nothing is said.")
    private int maxRows;

    @Option(
            names = "--max-requests",
            paramLabel = "COUNT",
            defaultValue = "256",
            description =
                    "The most requests at once; others are told to come again. ${DEFAULT-VALUE} if nothing is said.")
    private int maxRequests;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = DurationConverter.class,
            description =
                    "How long a request may wait for its predictions, as in 30s or 1m; ${DEFAULT-VALUE} if nothing"
                            + " is said.")
    private Duration timeout = Duration.ZERO;

    /// The command.
    ///
    /// @param interruption ends the server
    public ServeCommand(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandLine line = Objects.requireNonNull(command).commandLine();
        PrintWriter err = line.getErr();
        ServeSettings settings = settings(line);
        CountDownLatch ended = new CountDownLatch(1);
        try (ScoringServer server = ScoringServer.start(settings, sentence -> warn(err, sentence))) {
            line.getOut()
                    .println("Serving %s at %s (%s/docs tells what can be asked; Ctrl-C ends it)"
                            .formatted(
                                    String.join(", ", settings.models().keySet()), server.address(), server.address()));
            line.getOut().flush();
            if (allowRemote && settings.token().isEmpty()) {
                warn(
                        err,
                        "anybody who reaches this server may ask it; --token-file lets in only those who know a token");
            }
            if (interruption.takeOver()) {
                interruption.onRequest(ended::countDown);
                ended.await();
            }
            warn(err, "finishing the requests in flight");
        }
        return ExitCode.OK;
    }

    private static synchronized void warn(PrintWriter err, String sentence) {
        err.println("slope: " + sentence);
        err.flush();
    }

    private ServeSettings settings(CommandLine line) {
        InetAddress address = address(line);
        if (!allowRemote && !address.isLoopbackAddress()) {
            throw new ParameterException(
                    line, "--host %s lets other machines in; add --allow-remote if they may ask".formatted(host));
        }
        require(line, port >= 0 && port <= 65_535, "--port is from 0 to 65535");
        require(line, maxBody >= 1 && maxBody < 2048, "--max-body is from 1 to 2047 MB");
        require(line, maxRows >= 1 && maxRequests >= 1, "--max-rows and --max-requests are at least 1");
        require(line, timeout.isPositive(), "--timeout is longer than 0s");
        ServeSettings settings = ServeSettings.of(files(line))
                .host(address)
                .port(port)
                .limits(new Limits(maxBody * MEGA, maxRows, maxRequests, timeout));
        settings = allowRemote ? settings.open() : settings;
        settings = background.map(settings::background).orElse(settings);
        return ServeToken.of(tokenFile, line).map(settings::token).orElse(settings);
    }

    private InetAddress address(CommandLine line) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new ParameterException(
                    line, "--host %s is not known; give an address of this machine".formatted(host));
        }
    }

    private Map<String, Path> files(CommandLine line) {
        return ModelNames.of(models, twice -> {
            throw new ParameterException(
                    line, "two models are named \"%s\"; give one another name: NAME=FILE".formatted(twice));
        });
    }

    private static void require(CommandLine line, boolean isSo, String sentence) {
        if (!isSo) {
            throw new ParameterException(line, sentence);
        }
    }
}
