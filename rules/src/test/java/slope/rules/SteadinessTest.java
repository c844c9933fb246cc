package slope.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteadinessTest {
    private final SourceTree tree = SourceTree.ofThisBuild();

    @Test
    void noTestDependsOnTimeOrLuck() throws Exception {
        List<String> complaints = new ArrayList<>();
        for (Path file : tree.testJavaFiles()) {
            String name = tree.relative(file);
            if (!name.contains("/slope/rules/Steadiness")) { // which name what they forbid
                Steadiness.ofTest(name, Files.readString(file)).forEach(complaints::add);
            }
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"slope", "dist/build.bash", ".ci/run"})
    void noScriptNeedsProgramsThatOnlySomeSystemsHave(String script) throws Exception {
        assertThat(Steadiness.ofScript(script, Files.readString(tree.root().resolve(script))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thread.sleep(20);",
                "long seed = System.nanoTime();",
                "var today = LocalDate.now();",
                "Random random = new Random();",
                "@Property\nvoid holds(@ForAll int n) {}",
                "@Property(tries = 10)\nvoid holds(@ForAll int n) {}",
                "process.waitFor();",
                "String line = reader.readLine();",
                "process.getInputStream().readAllBytes()",
                "process.inputReader()",
                "@Timeout(20)",
                "@Timeout(value = 4, unit = TimeUnit.MINUTES)",
                "new ProcessBuilder(\"timeout\", \"5\", \"java\")"
            })
    void whatWouldBeUnsteadyIsFound(String code) {
        assertThat(Steadiness.ofTest("A.java", code)).singleElement().asString().startsWith("A.java has \"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "process.waitFor(5, TimeUnit.MINUTES);",
                "new Random(7)",
                "@Timeout(value = 5, unit = TimeUnit.MINUTES)",
                "@Property(tries = 10, seed = \"1\")",
                "// as Thread.sleep(20) would",
                "new ProcessBuilder(\"bash\", launcher)"
            })
    void whatIsSteadyIsNot(String code) {
        assertThat(Steadiness.ofTest("A.java", code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"real=$(readlink -f \"$0\")", "sed -i s/a/b/ file", "timeout 5 java"})
    void whatOnlySomeSystemsHaveIsFound(String line) {
        assertThat(Steadiness.ofScript("run", line)).singleElement().asString().startsWith("run has \"");
    }
}
