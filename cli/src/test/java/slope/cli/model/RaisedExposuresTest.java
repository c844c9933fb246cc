package slope.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Ran;
import tools.jackson.jr.ob.JSON;

/// Exposures below the least one count as that, and each command says so.
class RaisedExposuresTest {
    /// A tenth of the smallest exposure above 0: no event occurs in rows of exposure 0.
    private static final String RAISED =
            " in \"years\" are below 0.05, the least that training rows allow, and count as that";

    @TempDir
    private Path folder;

    @Test
    void eachCommandCountsThem() throws Exception {
        String rows = IntStream.range(0, 60)
                .mapToObj(row -> "%s,%s,%s\n".formatted(row % 7, row % 10 == 0 ? "0" : "0.5", row % 4 == 1 ? 1 : 0))
                .collect(Collectors.joining());
        String table = file("t.csv", "age,years,claims\n" + rows);
        String model = folder.resolve("m.onnx").toString();
        String[] train = {
            "train",
            table,
            "--target",
            "claims",
            "--exposure",
            "years",
            "--recipe",
            "plain",
            "--epochs",
            "1",
            "-o",
            model
        };

        assertThat(Ran.slope(train).out()).contains("check: 6 exposures" + RAISED);
        assertThat(Ran.slope("evaluate", model, table).out().replaceAll("\\s+", " "))
                .contains(" 6 exposures" + RAISED + ". ");
        String one = file("one.csv", "age,years\n3,0.01\n2,1\n");
        assertThat(Ran.slope("predict", model, one).err())
                .contains("1 exposure in \"years\" is below 0.05, the least that training rows allow, and counts");
        Map<?, ?> json =
                JSON.std.mapFrom(Ran.slope("evaluate", model, table, "--json").out());
        assertThat(json.get("rows")).extracting("predicted.raised.rows").isEqualTo(6);
        assertThat(Ran.slope("predict", model, file("two.csv", "age,years\n2,1\n"))
                        .err())
                .doesNotContain("exposure");
    }

    private String file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
