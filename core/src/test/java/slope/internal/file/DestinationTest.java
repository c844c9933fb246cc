package slope.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import slope.table.DataException;

/// What a name leads to, and what stays as it was when a result is written there.
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DestinationTest {
    @TempDir
    private Path folder;

    @Test
    void aNewFileGetsWhatTheSystemGives() throws Exception {
        Path usual = Files.writeString(folder.resolve("usual"), "");
        write(folder.resolve("new"));

        assertThat(mode("new")).isEqualTo(mode("usual"));
        assertThat(names()).containsExactlyInAnyOrder("new", "usual");
        assertThat(usual).isEmptyFile();
    }

    @Test
    void aFileThatIsReplacedKeepsItsMode() throws Exception {
        for (String mode : new String[] {"rw-------", "rw-r-----", "rw-rw-rw-", "r--r--r--", "rwxr-x--x"}) {
            Path file = Files.writeString(folder.resolve(mode), "old");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

            write(file);

            assertThat(mode(mode)).isEqualTo(mode);
            assertThat(file).hasContent("new");
        }
    }

    @Test
    void aFileThatIsReplacedKeepsItsOwnerWhereThatIsPermitted() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "old");
        assumeThat((int) Files.getAttribute(folder, "unix:uid"))
                .as("root gives files away")
                .isZero();
        Files.setAttribute(file, "unix:uid", 12345);
        Files.setAttribute(file, "unix:gid", 54321);

        write(file);

        assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(12345);
        assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(54321);
    }

    @Test
    void whileAFileIsWrittenNobodyElseReadsIt() {
        WholeFile.write(folder.resolve("secret"), part -> {
            Files.writeString(part, "new");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(part.getParent())))
                    .isEqualTo("rwx------");
        });
    }

    @Test
    void theEndOfALinkIsReplacedAndTheLinkStays() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path target = Files.writeString(elsewhere.resolve("target"), "old");
        Path near = Files.createSymbolicLink(elsewhere.resolve("near"), Path.of("target"));
        Path far = Files.createSymbolicLink(folder.resolve("far"), Path.of("elsewhere/near"));

        write(far);

        assertThat(target).hasContent("new").isRegularFile();
        assertThat(Files.isSymbolicLink(target)).isFalse();
        assertThat(Files.readSymbolicLink(near)).isEqualTo(Path.of("target"));
        assertThat(Files.readSymbolicLink(far)).isEqualTo(Path.of("elsewhere/near"));
    }

    @Test
    void aLinkIntoALinkedFolderIsFollowedAsTheSystemDoes() throws Exception {
        Path deep = Files.createDirectories(folder.resolve("a/b"));
        Files.createSymbolicLink(folder.resolve("short"), deep);
        Files.createSymbolicLink(deep.resolve("link"), Path.of("../target"));

        write(folder.resolve("short/link"));

        assertThat(folder.resolve("a/target")).hasContent("new");
    }

    @Test
    void aLinkToNothingLeadsToANewFile() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("new"));

        write(link);

        assertThat(folder.resolve("new")).hasContent("new");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void otherNamesOfAFileKeepWhatItHad() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Path other = Files.createLink(folder.resolve("other"), file);

        write(file);

        assertThat(file).hasContent("new");
        assertThat(other).hasContent("old");
    }

    @Test
    void whatNothingCanBeWrittenToIsRefused() throws Exception {
        Files.createSymbolicLink(folder.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
        Files.createSymbolicLink(folder.resolve("lost"), Path.of("no/file"));
        Files.createSymbolicLink(folder.resolve("up"), folder);

        assertRefused("a", "is a link that leads in a circle");
        assertRefused("lost", "there is no folder");
        assertRefused("up", "is a folder");
        assertRefused("", "is a folder");
        assertRefused("x".repeat(300), "File name too long");
        assertThatThrownBy(() -> Destination.named("a\0b")).hasMessageContaining("cannot be the name of a file");
    }

    /// Root may write to every file of an ordinary disk, but not to one in an archive that is open to be read.
    @Test
    void aReadOnlyFileIsRefused() throws Exception {
        Path archive = folder.resolve("files.zip");
        try (FileSystem files = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Files.writeString(files.getPath("/model.onnx"), "before");
        }
        try (FileSystem files = FileSystems.newFileSystem(archive, Map.of("accessMode", "readOnly"))) {
            Path file = files.getPath("/model.onnx");

            assertThatThrownBy(() -> Destination.of(file))
                    .isInstanceOf(DataException.class)
                    .hasMessage("\"/model.onnx\" is read-only; allow writing to it, or name another file");
        }
    }

    @Test
    void aFileWithoutPermissionToWriteIsRefusedAndStays() throws Exception {
        Path file = Files.writeString(folder.resolve("model.onnx"), "before");
        assumeThat(file.toFile().setReadOnly() && !Files.isWritable(file))
                .as("not root")
                .isTrue();

        assertThatThrownBy(() -> write(file)).hasMessageContaining("is read-only; ");
        assertThat(file).hasContent("before");
    }

    @Test
    void aLongNameIsWritten() {
        Path file = folder.resolve("ü".repeat(127));

        write(file);

        assertThat(file).hasContent("new");
    }

    @Test
    void aSocketIsRefused() throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
            assertRefused("socket", "is a socket");
        }
    }

    @Test
    void throughAPipePassesWhatIsWritten() throws Exception {
        Path pipe = pipe();
        Files.createSymbolicLink(folder.resolve("link"), Path.of("pipe"));
        for (Path named : new Path[] {pipe, folder.resolve("link")}) {
            CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> contentOf(pipe));

            Destination.of(named).write(bytes -> bytes.write("new".getBytes(StandardCharsets.UTF_8)));

            assertThat(read.get(2, TimeUnit.MINUTES)).isEqualTo("new");
            assertThat(Files.readAttributes(pipe, "isOther")).containsEntry("isOther", true);
        }
    }

    @Test
    void aPipeIsNoFile() throws Exception {
        Path pipe = pipe();

        assertThatThrownBy(() -> write(pipe))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("is a pipe; what is written there has to be a file");
        assertThatThrownBy(() -> Destination.of(pipe).requireFile("a model"))
                .hasMessageContaining("is a pipe; a model has to be a file: name a new one, or one to replace");
    }

    @Test
    void aDeviceStaysOne() throws Exception {
        Path device = folder.resolve("device");
        assumeThat(run("mknod", device.toString(), "c", "1", "3"))
                .as("devices may be made")
                .isZero();
        assumeThat(Files.isWritable(device)).as("and written to").isTrue();

        Destination.of(device).write(bytes -> bytes.write(1));
        assertThatThrownBy(() -> write(device)).hasMessageContaining("is a device");

        assertThat(Files.readAttributes(device, "isOther")).containsEntry("isOther", true);
    }

    @Test
    void standardOutputHasManyNames() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/dev/stdout"));
        assumeThat(Path.of("/dev/fd/1")).exists();
        for (String name : new String[] {"-", "/dev/stdout", "/dev/fd/1", link.toString()}) {
            assertThat(Destination.named(name)).as(name).isInstanceOf(Destination.StandardOutput.class);
        }
        assertThat(Destination.named(folder + "/-")).isInstanceOf(Destination.File.class);
        assertThat(Destination.named("./-")).isInstanceOf(Destination.File.class);
    }

    @Test
    void aDescriptorThatIsNotOpenIsRefused() {
        assumeThat(Path.of("/dev/fd")).exists();
        assertThatThrownBy(() -> Destination.named("/dev/fd/98765"))
                .hasMessage("\"/dev/fd/98765\" is no open file descriptor; name a file to write");
    }

    @Test
    void aFullDiskLeavesTheEarlierFile() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(full).as("a disk that is always full").exists();
        Path file = Files.writeString(folder.resolve("file"), "old");

        assertThatThrownBy(() -> WholeFile.write(file, part -> {
                    Files.createSymbolicLink(part, full);
                    Files.writeString(part, "new");
                }))
                .isInstanceOf(DataException.class)
                .hasMessage("\"%s\" cannot be written: the disk is full; make room and try again".formatted(file));
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void oneFileOfTwoNamesIsTheSame() throws Exception {
        Files.createSymbolicLink(folder.resolve("link"), Path.of("new"));
        Destination file = Destination.of(folder.resolve("new"));

        assertThat(file.isSame(Destination.of(folder.resolve("link")))).isTrue();
        assertThat(file.isSame(Destination.of(folder.resolve("other")))).isFalse();
    }

    private static void write(Path file) {
        WholeFile.write(file, part -> Files.writeString(part, "new"));
    }

    private void assertRefused(String name, String sentence) {
        assertThatThrownBy(() -> Destination.of(folder.resolve(name)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(sentence);
    }

    private Path pipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeThat(run("mkfifo", pipe.toString())).as("pipes may be made").isZero();
        return pipe;
    }

    private static int run(String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command).start();
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } catch (IOException _) {
            return -1; // There is no such program.
        }
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private String mode(String name) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve(name), LinkOption.NOFOLLOW_LINKS));
    }

    private String[] names() {
        return folder.toFile().list();
    }
}
