package slope.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What killed processes leave is removed, and what living ones are at is not.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ScratchFolderTest {
    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endAll() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void theNextFileThatIsWrittenRemovesWhatAKilledProcessLeft() throws Exception {
        Process killed = writing("killed.txt");
        assertThat(hidden()).hasSize(1);

        assertEnds(killed.destroyForcibly());
        WholeFile.write(folder.resolve("another.txt"), part -> Files.writeString(part, "new"));

        assertThat(names()).containsExactly("another.txt");
    }

    @Test
    void whatALivingProcessIsAtStays() throws Exception {
        Process living = writing("living.txt");
        Process killed = writing("living.txt");
        assertEnds(killed.destroyForcibly());
        assertThat(hidden()).hasSize(2);

        WholeFile.write(folder.resolve("living.txt"), part -> Files.writeString(part, "new"));
        assertThat(hidden()).hasSize(1);
        try (ScratchFolder scratch = ScratchFolder.beside(folder.resolve("living.txt"))) {
            assertThat(hidden()).hasSize(2);
            assertThat(scratch.file("x").getParent()).isDirectory();
        }

        living.getOutputStream().close(); // It goes on to its end.
        assertEnds(living);
        assertThat(living.exitValue()).isZero();
        assertThat(folder.resolve("living.txt")).hasContent("whole");
        assertThat(names()).containsExactly("living.txt");
    }

    @Test
    void whatIsNotSlopesStays() throws Exception {
        Files.createDirectory(folder.resolve(".film.part"));
        Files.writeString(folder.resolve(".a.x1-0.part"), "a file");
        Path full = Files.createDirectory(folder.resolve(".b.x1-0.part"));
        Files.writeString(full.resolve("content"), "of a folder that nobody ever locked");

        WholeFile.write(folder.resolve("new.txt"), part -> Files.writeString(part, "new"));

        assertThat(names()).containsExactly(".a.x1-0.part", ".b.x1-0.part", ".film.part", "new.txt");
    }

    @Test
    void whatALeftoverLinksToStays() throws Exception {
        Path precious = Files.createDirectory(folder.resolve("precious"));
        Files.writeString(precious.resolve("file"), "");
        Path leftover = Files.createDirectory(folder.resolve(".b.x1-0.part"));
        Files.createFile(leftover.resolve("slope.lock"));
        Files.createSymbolicLink(leftover.resolve("link"), precious);

        WholeFile.write(folder.resolve("new.txt"), part -> Files.writeString(part, "new"));

        assertThat(names()).containsExactly("new.txt", "precious");
        assertThat(precious.resolve("file")).exists();
    }

    @Test
    void threadsWriteTheSameFileAtOnce() throws Exception {
        List<Thread> threads = Stream.generate(() -> Thread.ofPlatform().unstarted(() -> {
                    for (int round = 0; round < 20; round++) {
                        WholeFile.write(folder.resolve("file"), part -> Files.writeString(part, "whole"));
                    }
                }))
                .limit(4)
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            assertThat(thread.join(Duration.ofMinutes(5))).isTrue();
        }

        assertThat(names()).containsExactly("file");
        assertThat(folder.resolve("file")).hasContent("whole");
    }

    private static void assertEnds(Process process) throws InterruptedException {
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    }

    /// A process that is in the middle of writing a file.
    private Process writing(String name) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--class-path",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Writer.class.getName(),
                        folder.resolve(name).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        assertThat(process.getInputStream().read()).isEqualTo('.');
        return process;
    }

    /// Writes half a file, says so, waits for the end of its input, and writes the rest.
    static final class Writer {
        public static void main(String[] arguments) {
            WholeFile.write(Path.of(arguments[0]), part -> {
                Files.writeString(part, "half");
                System.out.print('.');
                System.out.flush();
                System.in.readAllBytes();
                Files.writeString(part, "whole");
            });
        }
    }

    private List<String> hidden() throws IOException {
        return names().stream().filter(name -> name.startsWith(".")).toList();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
