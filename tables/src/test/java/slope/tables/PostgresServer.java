package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/// A real PostgreSQL, on a loopback port. It refuses to run as root, so there it runs as somebody else.
final class PostgresServer {
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private static final String SETTINGS =
            "-c listen_addresses=localhost -c unix_socket_directories= -c password_encryption=scram-sha-256";

    private final Path folder;
    private final int port;

    private PostgresServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static PostgresServer start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("postgres");
        PostgresServer server = new PostgresServer(folder, freePort());
        if (isRoot()) {
            Files.setAttribute(folder, "unix:uid", 65534);
        }
        server.unpack();
        server.run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N");
        server.run("pg_ctl", "start", "-w", "-t", "300", "-l", server.path("log"), "-o", SETTINGS);
        server.endWithTests();
        return server;
    }

    String address() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(port);
    }

    void stop() throws IOException, InterruptedException {
        run("pg_ctl", "stop", "-w", "-t", "300", "-m", "immediate");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Also where the tests are broken off.
    private void endWithTests() throws IOException {
        String process =
                Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst();
        ProcessHandle.of(Long.parseLong(process))
                .ifPresent(running -> Runtime.getRuntime().addShutdownHook(new Thread(running::destroy)));
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void unpack() throws IOException, InterruptedException {
        Process tar = started("tar", "-x", "-C", folder.toString());
        String system =
                System.getProperty("os.name").replace("Mac OS X", "Darwin").replaceAll(" .*", "");
        try (InputStream packed =
                        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, System.getProperty("os.arch"));
                OutputStream files = tar.getOutputStream()) {
            new XZInputStream(packed).transferTo(files);
        }
        requireDone(tar, "tar");
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(path("bin/" + program)));
        command.addAll(List.of(arguments));
        requireDone(started(command.toArray(String[]::new)), program);
    }

    private Process started(String... command) throws IOException {
        List<String> all = new ArrayList<>(isRoot() ? AS_NOBODY : List.of());
        all.addAll(List.of(command));
        ProcessBuilder process = new ProcessBuilder(all);
        process.environment().put("PGDATA", path("data"));
        process.environment().put("PGPORT", Integer.toString(port));
        return process.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("told").toFile()))
                .start();
    }

    private void requireDone(Process process, String program) throws IOException, InterruptedException {
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).as(program).isTrue();
        assertThat(process.exitValue())
                .as("%s: %s", program, Files.readString(folder.resolve("told")))
                .isZero();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
