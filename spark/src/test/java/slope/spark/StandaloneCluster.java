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
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A cluster of processes on this machine: a master, two workers with an executor each, and drivers.
final class StandaloneCluster implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    /// As Spark's own scripts start a program, for Kryo.
    private static final List<String> OPENED = Stream.of("lang", "lang.invoke", "nio", "util", "util.concurrent")
            .map("--add-opens=java.base/java.%s=ALL-UNNAMED"::formatted)
            .toList();

    private static final int LOOKS = 6_000;
    private static final int PAUSE_MILLISECONDS = 50;

    private final Path folder;
    private final List<Process> started = new ArrayList<>();
    private final String master;
    private final List<Process> workers;

    /// Starts it.
    ///
    /// @param folder for what its processes write
    StandaloneCluster(Path folder) throws Exception {
        this.folder = folder;
        this.master = "spark://%s:%s".formatted(HOST, startMaster());
        this.workers = List.of(startWorker(master, "first"), startWorker(master, "second"));
    }

    /// Starts a program that Spark's programs run beside.
    ///
    /// @param name of the file of what it says
    /// @param arguments after the master's address and the class path of executors
    Process driver(String name, Class<?> program, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(master, folders()));
        all.addAll(List.of(arguments));
        return start(name, program.getName(), all.toArray(String[]::new));
    }

    /// The executor that a worker has at the moment.
    ///
    /// @param number of the worker, 0 or 1
    ProcessHandle executor(int number) {
        return workers.get(number)
                .descendants()
                .filter(ProcessHandle::isAlive)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        for (Process process : started.reversed()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            try {
                assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
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
        line.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC"));
        line.addAll(OPENED);
        line.addAll(List.of("-cp", classPath(), program));
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

    /// The class path of the tests, as a program that is started or compiled needs it.
    static String classPath() {
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
    void await(Process process, Callable<Boolean> happened) throws Exception {
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
        throw new AssertionError("nothing happened; it is said: " + said());
    }

    /// What its processes have said, each the last of it.
    String said() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                all.append(file.getFileName()).append(": ").append(text.substring(Math.max(0, text.length() - 4_000)));
            }
        }
        return all.toString();
    }
}
