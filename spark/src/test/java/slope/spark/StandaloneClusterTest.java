package slope.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A cluster of processes: a master, two workers with an executor each, and a driver.
@Tag("long")
class StandaloneClusterTest {
    private static final String HOST = "127.0.0.1";
    private static final Pattern EPOCH = Pattern.compile("epoch-(\\d+)\\.checkpoint");
    private static final int LOOKS = 6_000;
    private static final int PAUSE_MILLISECONDS = 50;

    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void endAll() throws Exception {
        for (Process process : started.reversed()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    @Timeout(value = 45, unit = TimeUnit.MINUTES)
    void anExecutorIsKilledInMidTrainingAndTheModelHasTheSameBits() throws Exception {
        String master = "spark://%s:%s".formatted(HOST, startMaster());
        List<Process> workers = List.of(startWorker(master, "first"), startWorker(master, "second"));
        Path checkpoints = folder.resolve("checkpoints");
        Path model = folder.resolve("model");
        Process driver = start(
                "driver", ClusterProgram.class.getName(), master, checkpoints.toString(), model.toString(), folders());

        await(driver, () -> lastEpoch(checkpoints) >= 3);
        ProcessHandle executor = workers.getFirst().descendants().findFirst().orElseThrow();
        assertThat(executor.destroyForcibly()).isTrue();
        assertThat(checkpoints.resolve("epoch-200.checkpoint")).doesNotExist();

        assertThat(driver.waitFor(30, TimeUnit.MINUTES)).as(said("driver")).isTrue();
        assertThat(driver.exitValue()).as(said("driver")).isZero();
        LocalSpark.session();
        SlopeTransformer undisturbed = ClusterProgram.stage().setNumWorkers(1).fit(LocalSpark.penguins());
        assertThat(model.resolve("model.onnx"))
                .hasBinaryContent(undisturbed.modelFile().toByteArray());
    }

    private static int lastEpoch(Path checkpoints) throws IOException {
        if (!Files.exists(checkpoints)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(checkpoints)) {
            return files.map(file -> EPOCH.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToInt(name -> Integer.parseInt(name.group(1)))
                    .max()
                    .orElse(0);
        }
    }

    private int startMaster() throws Exception {
        int port = freePort();
        Process master = start(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                HOST,
                "--port",
                Integer.toString(port),
                "--webui-port",
                "0");
        await(master, () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PAUSE_MILLISECONDS);
                return true;
            } catch (IOException notYet) {
                return false;
            }
        });
        return port;
    }

    private Process startWorker(String master, String name) throws Exception {
        return start(
                name,
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                HOST,
                "--cores",
                "1",
                "--memory",
                "700m",
                "--port",
                "0",
                "--webui-port",
                "0",
                "--work-dir",
                folder.resolve(name + "-work").toString(),
                master);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        }
    }

    private Process start(String name, String program, String... arguments) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-cp", classPath(), program));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".txt").toFile());
        builder.environment().put("SPARK_HOME", home().toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        started.add(process);
        return process;
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /// The classes that are in no jar.
    private static String folders() {
        return String.join(
                File.pathSeparator,
                Stream.of(classPath().split(File.pathSeparator, -1))
                        .filter(entry -> Files.isDirectory(Path.of(entry)))
                        .toList());
    }

    /// All that a home of Spark needs is its jars.
    private Path home() throws IOException {
        Path jars = folder.resolve("home/jars");
        if (Files.exists(jars)) {
            return jars.getParent();
        }
        Files.createDirectories(jars);
        for (String entry : classPath().split(File.pathSeparator, -1)) {
            Path jar = Path.of(entry).toAbsolutePath();
            Path link = jars.resolve(jar.getFileName());
            if (Files.isRegularFile(jar) && !Files.exists(link)) {
                Files.createSymbolicLink(link, jar);
            }
        }
        return jars.getParent();
    }

    /// Looks again and again while the process lives, and not for ever.
    private void await(Process process, Callable<Boolean> happened) throws Exception {
        for (int look = 0; look < LOOKS; look++) {
            if (happened.call()) {
                return;
            }
            assertThat(process.waitFor(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS))
                    .as(
                            "the process has ended: %s",
                            started.stream().map(Process::info).toList())
                    .isFalse();
        }
        throw new AssertionError("nothing happened; the driver said: " + said("driver"));
    }

    private String said(String name) throws IOException {
        Path file = folder.resolve(name + ".txt");
        return Optional.of(file).filter(Files::exists).isPresent() ? Files.readString(file) : "";
    }
}
