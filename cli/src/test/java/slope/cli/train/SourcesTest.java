package slope.cli.train;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slope.cli.Penguins;
import slope.cli.Ran;

/// Tables that are no file: a database, SQL over files, standard input.
class SourcesTest {
    private static final String QUERY = "select * from penguins";

    @TempDir
    private Path folder;

    private String address;

    @BeforeEach
    void fillDatabase() throws Exception {
        address = "jdbc:h2:" + folder.resolve("zoo").toAbsolutePath();
        try (Connection connection = DriverManager.getConnection(address, "keeper", "swordfish");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE penguins AS SELECT * FROM CSVREAD('../examples/penguins.csv')");
            for (String name : List.of("BILL_LENGTH_MM", "BILL_DEPTH_MM", "FLIPPER_LENGTH_MM", "BODY_MASS_G")) {
                statement.execute("UPDATE penguins SET %1$s = NULL WHERE %1$s = ''".formatted(name));
                statement.execute("ALTER TABLE penguins ALTER COLUMN %s DOUBLE PRECISION".formatted(name));
            }
        }
        address += ";USER=keeper;PASSWORD=swordfish";
    }

    private static Ran train(String... words) {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(List.of(words));
        all.addAll(List.of("--recipe", "plain", "--epochs", "5", "--hidden", "4"));
        return Ran.slope(all.toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aDatabaseIsTrainedFromAndPredictedInto() throws Exception {
        String model = path("m.onnx");
        Ran trained = train(
                address,
                "--query",
                QUERY,
                "--target",
                "SPECIES",
                "--out",
                model,
                "--events",
                path("events.jsonl"),
                "--json",
                "--test-query",
                QUERY + " where island = 'Dream'");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(trained.out()).contains("zoo");

        Ran into = Ran.slope(
                "predict", model, address, "--query", QUERY, "-o", address, "--table", "scores", "--keep", "ISLAND");
        assertThat(into.exitCode()).as(into.err()).isZero();
        Ran scores = Ran.slope(
                "predict",
                model,
                address,
                "--query",
                "select p.* from penguins p where exists (select 1 from \"scores\" s where s.ISLAND = p.ISLAND)");
        assertThat(scores.out().lines()).hasSize(345);
        Ran.slope("predict", model, address, "--query", QUERY, "-o", address, "--table", "scores")
                .assertRefused("the table scores is there already; name another, or append to it");
        assertThat(Ran.slope(
                                "predict",
                                model,
                                address,
                                "--query",
                                QUERY,
                                "-o",
                                address,
                                "--table",
                                "scores",
                                "--append")
                        .exitCode())
                .isZero();

        assertThat(Ran.slope("evaluate", model, address, "--table", "penguins").out())
                .contains("accuracy");
        assertThat(Ran.slope("trace", model, address, "--query", QUERY, "--row", "3")
                        .out())
                .contains("Adelie");
        Ran verified = Ran.slope("verify", model, "--data", address, "--query", QUERY);
        assertThat(verified.out()).as(verified.err()).endsWith("byte for byte\n");

        Ran inspected = Ran.slope("inspect", model, "--json");
        assertThat(inspected.out()).contains(QUERY);
        String all = trained.out()
                + trained.err()
                + into
                + inspected.out()
                + Files.readString(Path.of(path("events.jsonl")))
                + new String(Files.readAllBytes(Path.of(model)), ISO_8859_1);
        assertThat(all).doesNotContain("swordfish").doesNotContain("keeper");
    }

    @Test
    void secretsAreNeitherPrintedNorTold() {
        Ran printed = train(address, "--query", QUERY, "--target", "SPECIES", "--print-request");
        assertThat(printed.out())
                .contains("jdbc:h2:", QUERY)
                .doesNotContain("swordfish")
                .doesNotContain("keeper");
        Ran wrong = train(address.replace("swordfish", "herring"), "--query", QUERY, "--target", "SPECIES");
        wrong.assertRefused("refuses the login");
        assertThat(wrong.err())
                .contains("SLOPE_DB_PASSWORD")
                .doesNotContain("herring")
                .doesNotContain("keeper");
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        train("--target", "y").assertRefused("names no table");
        train(address, "--target", "SPECIES").assertRefused("choose rows with --query 'select …', or name a --table");
        train(address, "--target", "SPECIES", "--query", "delete from penguins").assertRefused("one SELECT is wanted");
        train(address, "--target", "SPECIES", "--query", QUERY, "--table", "penguins")
                .assertRefused("a query and a table are two choices");
        train("jdbc:nothing:x", "--target", "SPECIES", "--query", QUERY)
                .assertRefused("there is no driver for jdbc:nothing: (name its jar, or the folder of it, with"
                        + " --driver-path)");
        train("postgresql://me:swordfish@host/db", "--target", "SPECIES", "--query", QUERY)
                .assertRefused(
                        "\"postgresql://…\" is an address, and only files are read; a database is named by its JDBC");
        train("-", "--target", "y", "--query", QUERY).assertRefused("standard input");
        train(Penguins.FILE, "--target", "species", "--sheet", "first").assertRefused("has no sheets");
        train(Penguins.FILE, "--target", "species", "--format", "xml").assertRefused("there is no format \"xml\"");
        Ran.slope("predict", "m.onnx").assertRefused("slope predict needs MODEL and FILE");
        Ran.slope("predict", "m.onnx", "t.csv", "-o", address).assertRefused("needs --table NAME");
        Ran.slope("predict", "m.onnx", "t.csv", "--append").assertRefused("--append is for a table of a database");
    }

    @Test
    void aQueryNamesItsFiles() {
        String model = path("m.onnx");
        String query = "select * from '../examples/penguins.csv' where island <> 'Torgersen'";
        Ran trained = train("--query", query, "--target", "species", "--out", model);
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(Ran.slope("predict", model, "--query", query).out().lines()).hasSizeGreaterThan(200);
        assertThat(Ran.slope("inspect", model, "--json").out()).contains("island <> 'Torgersen'");
        Ran verified = Ran.slope("verify", model, "--query", query);
        assertThat(verified.out()).as(verified.err()).endsWith("byte for byte\n");
        Ran like = Ran.slope("train", Penguins.FILE, "--like", model);
        assertThat(like.exitCode()).as(like.err()).isZero();
        Ran.slope("train", "--like", model).assertRefused("names no table");
    }

    private static Ran given(byte[] bytes, String... words) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(bytes));
        try {
            return train(words);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void standardInputIsATable() throws Exception {
        byte[] csv = Files.readAllBytes(Path.of(Penguins.FILE));
        String ofFile = path("file.onnx");
        train(Penguins.FILE, "--target", "species", "--out", ofFile);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(csv);
        }
        byte[] tabs = new String(csv, ISO_8859_1).replace(',', '\t').getBytes(ISO_8859_1);
        assertSame(ofFile, given(csv, "-", "--target", "species", "--out", path("a.onnx")), "a.onnx");
        assertSame(ofFile, given(packed.toByteArray(), "-", "--target", "species", "--out", path("b.onnx")), "b.onnx");
        assertSame(
                ofFile, given(tabs, "-", "--format", "tsv", "--target", "species", "--out", path("c.onnx")), "c.onnx");
        assertThat(given("{\"x\": 1, \"y\": [2]}\n".getBytes(ISO_8859_1), "-", "--format", "jsonl", "--target", "y")
                        .err())
                .contains("standard input:1");
        assertThat(given(new byte[0], "-", "--target", "y").err()).contains("standard input");
    }

    private void assertSame(String model, Ran trained, String other) {
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(Path.of(path(other))).hasSameBinaryContentAs(Path.of(model));
    }
}
