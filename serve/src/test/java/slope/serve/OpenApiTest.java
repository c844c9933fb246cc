package slope.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import slope.serve.http.Routes.Route;
import slope.serve.model.ServedModels;
import tools.jackson.jr.ob.JSON;

class OpenApiTest {
    private static TestServer server;
    private static Map<String, Object> document;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        document = TestServer.json(server.get("/openapi.json"));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void itHasThePathsThatThereAre() {
        Set<String> routes = new HashSet<>();
        try (ServedModels models = new ServedModels(Map.of(), Optional.empty())) {
            Endpoints endpoints =
                    new Endpoints(models, new Gate(ServeSettings.Limits.USUAL), ServeSettings.Limits.USUAL);
            for (Route route : endpoints.routes().all()) {
                routes.add(route.method() + " " + route.pattern());
            }
        }
        Set<String> documented = new HashSet<>();
        ((Map<?, ?>) document.get("paths"))
                .forEach((path, methods) -> ((Map<?, ?>) methods)
                        .keySet()
                        .forEach(method -> documented.add(method.toString().toUpperCase(Locale.ROOT) + " " + path)));
        assertThat(documented).isEqualTo(routes);
    }

    @Test
    void eachNameInAPathIsAParameterAndEachOperationHasItsOwnName() {
        Set<Object> operations = new HashSet<>();
        ((Map<?, ?>) document.get("paths"))
                .forEach((path, methods) -> ((Map<?, ?>) methods).values().forEach(each -> {
                    Map<?, ?> operation = (Map<?, ?>) each;
                    assertThat(operations.add(operation.get("operationId"))).isTrue();
                    assertThat(operation.get("summary")).asString().isNotBlank();
                    Set<Object> names = new HashSet<>();
                    if (operation.get("parameters") instanceof Collection<?> parameters) {
                        for (Object parameter : parameters) {
                            if (((Map<?, ?>) parameter).get("in").equals("path")) {
                                names.add("{" + ((Map<?, ?>) parameter).get("name") + "}");
                            }
                        }
                    }
                    assertThat(Set.copyOf(Pattern.compile("\\{\\w+\\}")
                                    .matcher(path.toString())
                                    .results()
                                    .map(found -> found.group())
                                    .toList()))
                            .isEqualTo(names);
                }));
    }

    @Test
    void eachReferenceLeadsSomewhere() {
        Set<String> references = new HashSet<>();
        collect(document, references);
        assertThat(references).isNotEmpty();
        for (String reference : references) {
            Object found = document;
            for (String key : reference.substring(2).split("/", -1)) {
                found = ((Map<?, ?>) found).get(key);
                assertThat(found).as(reference).isNotNull();
            }
        }
    }

    private static void collect(Object value, Set<String> references) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((key, each) -> {
                if (key.equals("$ref")) {
                    references.add(each.toString());
                } else {
                    collect(each, references);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, references));
        }
    }

    @Test
    void answersAreAsItSays() throws Exception {
        String row = "{\"height\": 0.25, \"colour\": \"red\", \"big\": true, \"day\": null}";
        String infer = """
            {"id": "1", "inputs": [
                {"name": "height", "shape": [1], "datatype": "FP64", "data": [null]},
                {"name": "colour", "shape": [1, 1], "datatype": "BYTES", "data": [["red"]]},
                {"name": "big", "shape": [1], "datatype": "BOOL", "data": [true]},
                {"name": "day", "shape": [1], "datatype": "BYTES", "data": ["2026-03-01"]}
            ], "outputs": [{"name": "prediction", "parameters": {"binary_data": false}}]}\
            """;
        check("Server", server.get("/v2").body());
        check("Health", server.get("/v2/health/ready").body());
        check("ModelReady", server.get("/v2/models/kinds/ready").body());
        check("Model", server.get("/v2/models/kinds").body());
        check("Error", server.get("/v2/models/none").body());
        check("InferRequest", infer);
        check("InferResponse", server.post("/v2/models/kinds/infer", infer).body());
        check("Row", row);
        for (Object predicted :
                JSON.std.listFrom(server.post("/predict/kinds", row).body())) {
            check("PredictedRow", JSON.std.asString(predicted));
        }
    }

    private static void check(String schema, String json) throws Exception {
        Map<String, Object> whole = new HashMap<>(document);
        whole.put("$ref", "#/components/schemas/" + schema);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(JSON.std.asString(whole))
                        .validate(json, InputFormat.JSON))
                .as("%s: %s", schema, json)
                .isEmpty();
    }
}
