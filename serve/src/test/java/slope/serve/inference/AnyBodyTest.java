package slope.serve.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import slope.serve.TestModel;
import slope.serve.http.HttpException;
import slope.serve.model.ServedModel;
import slope.serve.rows.RowReader;
import slope.table.DataException;

/// Bodies that were changed somewhere are read, or refused in one sentence.
class AnyBodyTest {
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "null",
        "-1",
        "1e999",
        "\"shape\"",
        "\"data\"",
        "[2,1]",
        "true",
        "\\",
        "\u0000",
        "9".repeat(30)
    };
    private static final String BODY = """
        {"id": "1", "inputs": [
            {"name": "height", "shape": [2], "datatype": "FP64", "data": [0.5, null]},
            {"name": "colour", "shape": [2, 1], "datatype": "BYTES", "data": [["red"], ["blue"]]},
            {"name": "big", "shape": [2], "datatype": "BOOL", "data": [true, false]},
            {"name": "day", "shape": [2], "datatype": "BYTES", "data": ["2026-03-01", ""]}
        ], "outputs": [{"name": "prediction", "parameters": {"binary_data": true}}]}\
        """;
    private static final String ROWS = """
        [{"height": 0.5, "colour": "red", "big": true, "day": "2026-03-01"},
         {"height": null, "colour": "blue", "big": null}]\
        """;
    private static final ServedModel MODEL = model();

    private static ServedModel model() {
        try {
            return ServedModel.load("kinds", TestModel.file(), Optional.empty());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static byte[] changed(String body, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(body);
        for (int change = random.nextInt(4); change >= 0; change--) {
            int begin = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), begin + random.nextInt(12));
            text.replace(begin, end, random.nextInt(3) == 0 ? "" : PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void read(Runnable reading) {
        try {
            reading.run();
        } catch (HttpException refusal) {
            assertThat(refusal.status()).isIn(400, 413);
            assertThat(refusal.getMessage()).isNotBlank().doesNotContain("\n");
        } catch (DataException refusal) {
            assertThat(refusal.getMessage()).isNotBlank().doesNotContain("\n");
        }
    }

    @Property(seed = "11")
    void aTensorBodyIsReadOrRefused(@ForAll long seed) {
        read(() -> new InferReader(MODEL, 1000).read(changed(BODY, seed), Optional.empty()));
    }

    @Property(seed = "12")
    void binaryBytesAreReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] body =
                changed(BODY.replace("\"data\": [0.5, null]", "\"parameters\": {\"binary_data_size\": 16}"), seed);
        byte[] whole = Arrays.copyOf(body, body.length + random.nextInt(40));
        read(() -> new InferReader(MODEL, 1000).read(whole, Optional.of(Integer.toString(body.length))));
    }

    @Property(seed = "13")
    void rowsAreReadOrRefused(@ForAll long seed) {
        read(() -> assertThat(new RowReader(MODEL.columns(), MODEL.reading(), 1000)
                        .ofJson(changed(ROWS, seed))
                        .rows())
                .isPositive());
    }

    @Property(seed = "14")
    void csvIsReadOrRefused(@ForAll long seed) {
        byte[] csv = changed("height,colour,big,day\n0.5,red,true,2026-03-01\n,,,\n1,\"blue\",false,\n", seed);
        read(() -> assertThat(new RowReader(MODEL.columns(), MODEL.reading(), 1000).ofCsv(csv))
                .isNotEmpty());
    }
}
