package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import slope.rules.Checkout.Ran;

/// What a release has to download: it runs where there is no Maven, no network and (the image) no Java, and a build in
/// another folder has the same bytes.
@Tag("long")
@EnabledOnOs(OS.LINUX)
class DistributionTest {
    @TempDir
    private Path folder;

    @Test
    void itRunsWhereNothingIsAndRepeatsToTheByte() throws Exception {
        Checkout first = Checkout.built();
        Checkout second = first.copied(folder.resolve("another name"), "cp -a");
        Checkout.run(second.root(), "bash", "-c", "rm -rf target */target").succeeded();
        List<String> shown = shown();
        // Maven's jar plugin writes which Java Maven ran on: the one that the launcher gives it.
        Checkout.run(
                        second.root(),
                        "bash",
                        "-c",
                        "umask 027; export TZ=Pacific/Auckland JAVA_HOME=$0; " + shown.getLast(),
                        System.getProperty("java.home"))
                .succeeded();
        Path built = second.root().resolve("dist/target");
        String version = Files.readString(first.product().resolve("version")).strip();
        Path zip = built.resolve("slope-" + version + ".zip");

        assertThat(jarsThatDiffer(zip, "slope-" + version, first.product())).isEmpty();

        Path unpacked = folder.resolve("unpacked");
        Files.createDirectories(unpacked);
        Checkout.run(unpacked, "bash", "-c", "tar -xzf \"$0\"/slope-*.tar.gz", built.toString())
                .succeeded();
        Path image = unpacked.resolve("slope-" + version);
        assertThat(image.resolve("slope.cdx.json")).content().contains("pkg:maven/org.duckdb/duckdb_jdbc@");
        assertThat(image.resolve("licenses/duckdb.txt")).isNotEmptyFile();
        trains(image, "");

        // The zip takes the machine's JDK.
        Path place = Files.createDirectories(folder.resolve("a place"));
        Files.copy(zip, place.resolve(zip.getFileName()));
        String lines = shown.getFirst().replace("0.1.0", version) + "slope --version\n";
        Ran installed = alone(place, System.getProperty("java.home"), "bash", "-ec", lines)
                .succeeded();
        assertThat(installed.out()).contains("accuracy").endsWith("\nslope " + version + "\n");
        Path unzipped = place.resolve("slope-" + version);
        assertThat(alone(unzipped, "", "bin/slope", "--version").err())
                .startsWith("Slope needs a JDK 25 and found none");

        // JUnit warns of each link that leads out of the folder it removes.
        Checkout.run(folder, "rm", "-r", "tools").succeeded();
    }

    private void trains(Path product, String java) throws Exception {
        // As after its first start, whose caches others try.
        Files.writeString(product.resolve("cached"), "");
        Ran ran = alone(
                product,
                java,
                "bin/slope",
                "train",
                "examples/penguins.csv",
                "--target=species",
                "--recipe=plain",
                "--epochs=2",
                "--out=penguins.onnx");
        assertThat(ran.succeeded().out()).contains("accuracy");
        assertThat(alone(product, java, "bin/slope", "inspect", "penguins.onnx")
                        .succeeded()
                        .out())
                .contains("species");
    }

    /// The boxes of the guide: the zip is unpacked and run, a container is made, which no machine here can, and all is
    /// built.
    private static List<String> shown() throws IOException {
        List<String> boxes = Pattern.compile("(?s)```sh\n(.*?)```")
                .matcher(Files.readString(SourceTree.ofThisBuild().root().resolve("docs/how-to/install.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(boxes).hasSize(3);
        assertThat(boxes.get(1).lines()).allMatch(line -> line.startsWith("docker "));
        return boxes;
    }

    /// On a path with the system's tools, but no Maven and no Java; with no network where this machine can take it
    /// away.
    private Ran alone(Path place, String java, String... command) throws Exception {
        Path tools = folder.resolve("tools");
        if (!Files.exists(tools)) {
            Files.createDirectories(tools);
            String link = "for tool in /bin/* /usr/bin/*; do case ${tool##*/} in mvn* | java*) ;;"
                    + " *) ln -sf \"$tool\" . ;; esac; done";
            Checkout.run(tools, "bash", "-c", link).succeeded();
        }
        List<String> line = new ArrayList<>(List.of("env", "-i", "PATH=" + tools, "HOME=" + folder));
        line.add("SLOPE_JVM_FOLDERS=");
        line.add("SLOPE_JAVA_HOME=" + java);
        if (Checkout.run(folder, "unshare", "-rn", "true").exitCode() == 0) {
            line.addAll(List.of("unshare", "-rn"));
        }
        line.addAll(List.of(command));
        return Checkout.run(place, line.toArray(String[]::new));
    }

    /// Names of Slope's jars in a zip that are not, byte by byte, those that the launcher built elsewhere.
    private static List<String> jarsThatDiffer(Path zip, String name, Path product) throws IOException {
        List<String> different = new ArrayList<>();
        int compared = 0;
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                if (entry.getName().matches(".*/lib/(vector/)?slope-.*\\.jar")) {
                    Path other = product.resolve(entry.getName().substring(name.length() + 1));
                    try (InputStream bytes = file.getInputStream(entry)) {
                        if (!Arrays.equals(bytes.readAllBytes(), Files.readAllBytes(other))) {
                            different.add(entry.getName());
                        }
                    }
                    compared++;
                }
            }
        }
        assertThat(compared).as("jars in %s", zip).isGreaterThan(8);
        return different;
    }
}
