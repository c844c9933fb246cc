package slope.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/// The schemas of reports under `docs/reference`.
public final class ReportSchemas {
    private static final String REWRITE =
            "./mvnw -pl report -am test -Dtest='*ReportTest' -Dsurefire.failIfNoSpecifiedTests=false -Dschemas";

    private ReportSchemas() {}

    /// The documented schema is that of the report's record, and the report's JSON is valid. With `-Dschemas` the
    /// schema is written.
    public static void check(Report report) throws IOException {
        Path kept = Path.of("../docs/reference/%s-report.schema.json".formatted(report.report()));
        String schema = text(RecordSchema.of(report));
        if (System.getProperty("schemas") != null) {
            Files.writeString(kept, schema);
        }
        assertThat(Files.readString(kept))
                .as("%s; `%s` rewrites it", kept, REWRITE)
                .isEqualTo(schema);
        String json = JsonText.of(report);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(json, InputFormat.JSON))
                .as(json)
                .isEmpty();
    }

    private static String text(Map<String, ?> schema) throws IOException {
        return JSON.builder().enable(JSON.Feature.PRETTY_PRINT_OUTPUT).build().asString(schema) + "\n";
    }
}
