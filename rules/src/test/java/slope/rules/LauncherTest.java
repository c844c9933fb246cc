package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What `slope` says on a machine that cannot run it, before any Java is there to say it.
class LauncherTest {
    @TempDir
    private Path javas;

    @BeforeEach
    void onlyJava17IsInstalled() throws Exception {
        Path home = javas.resolve("java-17");
        Files.createDirectories(home.resolve("bin"));
        // The launcher reads this file and starts no Java while it searches, so this is all of a
        // JDK that it needs.
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"17.0.15\"\n");
        Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nexit 99\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        knownPackage("none");
    }

    /// Of what Debian's `apt-cache policy` says, all that the launcher asks.
    private void knownPackage(String name) throws Exception {
        String script = """
            #!/bin/sh
            [ "$2" != %s ] || printf '%%s:\\n  Installed: (none)\\n  Candidate: 25.0.3\\n' "$2"
            """.formatted(name);
        Path aptCache = Files.writeString(javas.resolve("java-17/bin/apt-cache"), script);
        assertThat(aptCache.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void noFittingJavaIsToldInOneSentence() throws Exception {
        Answer answer = launch("");
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text())
                .startsWith(
                        "Slope needs a JDK 25 and found none (looked in JAVA_HOME, PATH and " + javas + "): install")
                .endsWith("or set SLOPE_JAVA_HOME.\n")
                .hasLineCount(1);
    }

    /// Debian 12 has no JDK 25 among its packages, Ubuntu has.
    @Test
    void aPackageIsNamedWhereTheSystemHasIt() throws Exception {
        assertThat(launch("").text()).doesNotContain("openjdk-25-jdk");
        knownPackage("temurin-25-jdk");
        assertThat(launch("").text()).contains(": install one with `apt install temurin-25-jdk`, or from https://ad");
    }

    @Test
    void itTellsTheJavaThatItTakes() throws Exception {
        Files.writeString(javas.resolve("java-17/release"), "JAVA_VERSION=\"25.0.1\"\n");
        Answer answer = launch("", "--java-home");
        assertThat(answer).isEqualTo(new Answer(0, javas + "/java-17\n"));
    }

    @Test
    @EnabledOnOs(OS.LINUX) // which has a disk that is always full
    void whatCannotBePrintedIsTold() throws Exception {
        Files.writeString(javas.resolve("java-17/release"), "JAVA_VERSION=\"25.0.1\"\n");
        Answer answer = launch("", "--java-home", "/dev/full");
        assertThat(answer).isEqualTo(new Answer(2, "slope: standard output cannot be written\n"));
    }

    /// As somebody types it who is used to `sh script`.
    @Test
    void anotherShellHandsItToBash() throws Exception {
        Files.writeString(javas.resolve("java-17/release"), "JAVA_VERSION=\"25.0.1\"\n");
        assertThat(launch("sh", "", "--java-home", "&1").text()).isEqualTo(javas + "/java-17\n");
    }

    @Test
    void aChosenJavaThatIsTooOldIsRefused() throws Exception {
        Answer answer = launch(javas.resolve("java-17").toString());
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text())
                .startsWith("SLOPE_JAVA_HOME is " + javas + "/java-17, which is not a JDK 25 or newer")
                .hasLineCount(1);
    }

    /// Only a server, and only where the system can do that.
    @Test
    void aServersThreadsKeepTheirCoreALittleLonger() throws Exception {
        assertThat(run("chrt() { [ \"$*\" = \"-b 0 true\" ]; }", "serve")).isEqualTo("chrt -b 0 there/bin/java\n");
        assertThat(run("chrt() { return 1; }", "serve")).isEqualTo("there/bin/java\n");
        assertThat(run("chrt() { :; }", "predict")).isEqualTo("there/bin/java\n");
    }

    /// What the launcher runs in the end, without its flags.
    private String run(String before, String command) throws Exception {
        String launcher = Files.readString(SourceTree.ofThisBuild().root().resolve("slope"));
        String choice = launcher.substring(launcher.indexOf("run=("), launcher.lastIndexOf("# shellcheck"));
        String script = before + "\njava_home=there\n" + choice + "\necho \"${run[*]}\"";
        return answer(new ProcessBuilder("bash", "-c", script, "slope", command))
                .text();
    }

    /// The launcher of Windows, which no test can start here, gives the vector kernels to the same commands.
    @Test
    void bothLaunchersTrainAlike() throws Exception {
        Path root = SourceTree.ofThisBuild().root();
        Matcher here = Pattern.compile("(train \\|[a-z |]+)\\) kind=training")
                .matcher(Files.readString(root.resolve("slope")));
        Matcher windows = Pattern.compile("for %%c in \\((train [a-z ]+)\\)")
                .matcher(Files.readString(root.resolve("slope.cmd")));
        assertThat(here.find() && windows.find()).isTrue();
        assertThat(windows.group(1).split(" ")).containsExactly(here.group(1).split(" \\| "));
    }

    /// There `java_home` is `JAVA_HOME`: to empty the one empties the other.
    @Test
    void noVariableOfWindowsIsSpelledInTwoWays() throws Exception {
        String launcher = Files.readString(SourceTree.ofThisBuild().root().resolve("slope.cmd"));
        List<String> names = Pattern.compile("(?<!%)%(\\w+)(?::[^%]*)?%|\\bset \"?(\\w+)=|\\bdefined (\\w+)")
                .matcher(launcher)
                .results()
                .flatMap(found -> Stream.of(1, 2, 3).map(found::group).filter(Objects::nonNull))
                .distinct()
                .toList();
        assertThat(names).contains("SLOPE_JAVA_HOME", "JAVA_HOME", "product", "version");
        assertThat(names).map(name -> name.toLowerCase(Locale.ROOT)).doesNotHaveDuplicates();
    }

    private Answer launch(String slopeJavaHome) throws Exception {
        return launch(slopeJavaHome, "--version");
    }

    private Answer launch(String slopeJavaHome, String argument) throws Exception {
        return launch(slopeJavaHome, argument, "&1");
    }

    private Answer launch(String slopeJavaHome, String argument, String out) throws Exception {
        return launch("bash", slopeJavaHome, argument, out);
    }

    private Answer launch(String shell, String slopeJavaHome, String argument, String out) throws Exception {
        Path launcher = SourceTree.ofThisBuild().root().resolve("slope");
        String line = shell + " \"$0\" \"$1\" >" + out;
        var builder = new ProcessBuilder("bash", "-c", line, launcher.toString(), argument);
        var environment = builder.environment();
        environment.put("SLOPE_JAVA_HOME", slopeJavaHome);
        environment.put("SLOPE_JVM_FOLDERS", javas.toString());
        environment.put("JAVA_HOME", "");
        // The old `java` comes first and hides the one that a machine may have on its path.
        environment.put("PATH", javas + "/java-17/bin:" + environment.get("PATH"));
        return answer(builder);
    }

    private Answer answer(ProcessBuilder builder) throws Exception {
        Path said = javas.resolve("said.txt");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("the launcher ended").isTrue();
        return new Answer(process.exitValue(), Files.readString(said));
    }

    private record Answer(int exitCode, String text) {}
}
