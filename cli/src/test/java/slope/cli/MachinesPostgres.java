package slope.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// The PostgreSQL of this machine, in a folder and at a port of its own. It refuses to run as root, so there it runs as
/// somebody else.
final class MachinesPostgres {
    /// What each script begins with: `bin`, where the programs are, and `as_user`, who runs them.
    private static final String PROGRAMS = """
        set -e
        bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -n 1)
        [ -n "$bin" ] || bin=$(dirname "$(command -v pg_ctl)")
        as_user() {
            if [ "$(id -u)" = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else "$@"; fi
        }
        """;

    private static final String START = PROGRAMS + """
        [ "$(id -u)" != 0 ] || chown 65534 .
        as_user "$bin/initdb" -D data -U postgres -A trust -E UTF8 --locale=C -N
        settings="-c listen_addresses=localhost -c unix_socket_directories= -p $0"
        as_user "$bin/pg_ctl" start -D data -w -t 300 -l log -o "$settings"
        """;

    private static final String STOP = PROGRAMS + "as_user \"$bin/pg_ctl\" stop -D data -w -t 300 -m immediate";

    private final Path folder;
    private final int port;

    private MachinesPostgres(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /// Whether the machine has one.
    static boolean isThere() throws IOException, InterruptedException {
        return Launched.of(
                        Launched.PROJECT, "bash", "-c", "{ " + PROGRAMS + "\"$bin/pg_ctl\" --version; } 2>&1 || true")
                .out()
                .contains("PostgreSQL");
    }

    static MachinesPostgres started() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("postgres");
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Launched.of(folder, "bash", "-c", START, "" + port);
        return new MachinesPostgres(folder, port);
    }

    int port() {
        return port;
    }

    /// Runs `psql` in a folder.
    void query(Path where, String database, String sql) throws IOException, InterruptedException {
        Launched.of(
                where,
                "bash",
                "-c",
                "psql -h localhost -p \"$0\" -U postgres -d \"$1\" -v ON_ERROR_STOP=1 -c \"$2\"",
                "" + port,
                database,
                sql);
    }

    void stop() throws IOException, InterruptedException {
        Launched.of(folder, "bash", "-c", STOP);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
