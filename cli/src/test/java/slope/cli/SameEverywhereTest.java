package slope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The same bytes in every country and time zone: digits are others in Egypt, a point is a comma in Germany, an I has
/// no
/// dot in Turkey, the year is another one in Thailand, and a day begins at another time in Apia.
class SameEverywhereTest {
    private static final List<String> MADE = List.of("model.onnx", "predicted.csv", "predicted.parquet", "report.html");

    private final Locale country = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTables() throws IOException {
        StringBuilder rows = new StringBuilder("TITLE,when,moment,wide,FLAG,price\n");
        for (int row = 0; row < 1200; row++) {
            rows.append("%s,2024-%s-%s,2024-03-10T%s:30:00+05:45,%s,%s,%s\n"
                    .formatted(
                            List.of("INIT", "ılık", "istanbul", "I").get(row % 4),
                            List.of("01", "06", "12").get(row % 3),
                            10 + row % 19,
                            10 + row % 13,
                            row * 1234.5 % 10007,
                            row % 5 == 0 ? "TRUE" : "false",
                            1e6 + (row * 7919) % 1009 * 1000.25));
        }
        Files.writeString(folder.resolve("rows.CSV"), rows);
        Files.writeString(folder.resolve("bad.csv"), "TITLE,price\n".repeat(1) + "a,1\n".repeat(1500) + "b,\u221e\n");
    }

    @AfterEach
    void goHome() {
        Locale.setDefault(country);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Asia/Kathmandu",
        "de-DE, America/St_Johns",
        "ar-EG, Pacific/Apia",
        "hi-IN-u-nu-deva, Asia/Kathmandu",
        "th-TH-u-ca-buddhist-nu-thai, Pacific/Apia"
    })
    void everyByteIsThatOfRootAndUtc(String language, String place) throws IOException {
        Map<String, String> usual = all(Locale.ROOT, "UTC");

        Map<String, String> elsewhere = all(Locale.forLanguageTag(language), place);

        assertThat(elsewhere).isEqualTo(usual);
    }

    /// Everything that is printed and written, by command and file.
    private Map<String, String> all(Locale here, String place) throws IOException {
        Locale.setDefault(here);
        TimeZone.setDefault(TimeZone.getTimeZone(place));
        Map<String, String> all = new LinkedHashMap<>();
        String train = "train ROWS --target price --recipe plain --epochs 3 --threads 1 --missing INIT,I --categorical"
                + " FLAG --seed 3 --validation 0.25";
        run(all, train + " --out model.onnx");
        run(all, train + " --json");
        run(all, train + " --explain-settings");
        run(all, "train ROWS --target price --quantiles 0.1,0.5,0.9 --recipe plain --epochs 2 --time when");
        run(all, "inspect model.onnx");
        run(all, "inspect model.onnx --json");
        run(all, "trace model.onnx ROWS --row 1007 --target");
        run(all, "trace model.onnx ROWS --row 1000000");
        run(all, "predict model.onnx ROWS --out predicted.csv");
        run(all, "predict model.onnx ROWS --keep when,moment --out predicted.parquet");
        run(all, "predict model.onnx predicted.parquet");
        run(all, "evaluate model.onnx ROWS --report report.html");
        run(all, "verify model.onnx --data ROWS");
        run(all, "train bad.csv --target price");
        run(all, "train ROWS --target price --folds 5000");
        run(all, "train ROWS --target pric");
        run(all, "lesson 2 --iterations 1000");
        for (String made : MADE) {
            all.put(made, HexFormat.of().formatHex(Files.readAllBytes(folder.resolve(made))));
            Files.delete(folder.resolve(made));
        }
        return all;
    }

    private void run(Map<String, String> all, String line) {
        String[] words = line.replace("ROWS", "rows.CSV").split(" ", -1);
        for (int index = 0; index < words.length; index++) {
            if (words[index].matches("(rows|bad|model|predicted|report)\\..*")) {
                words[index] = folder.resolve(words[index]).toString();
            }
        }
        Ran ran = Ran.slope(words);
        // How long things take is another matter each time.
        String text = (ran.exitCode() + "\n" + ran.out() + ran.err())
                .replaceAll("(, at most)? ([0-9]+ (min|h) )?[0-9.]+ (s|min)\\b( left)?", "");
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(text);
        all.put(line, line.endsWith("--json") && line.startsWith("train") ? withoutSeconds(text) : text);
    }

    private static String withoutSeconds(String json) {
        return json.replaceAll("\"(seconds|milliseconds)[A-Za-z]*\" : [0-9.E-]+", "");
    }
}
