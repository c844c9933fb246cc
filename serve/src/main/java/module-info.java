/// Saved models over HTTP, and the studio.
@org.jspecify.annotations.NullMarked
module slope.serve {
    requires static org.jspecify;
    requires transitive slope.core;
    requires slope.onnx;
    requires transitive slope.report;
    requires transitive slope.run;
    requires transitive slope.tables;
    requires jdk.httpserver;
    requires tools.jackson.core;
    requires tools.jackson.jr.ob;

    exports slope.serve;
    exports slope.serve.studio;

    // Reports are read by reflection.
    exports slope.serve.studio.data to
            slope.report;
    exports slope.serve.studio.json to
            slope.report;
    exports slope.serve.studio.model to
            slope.report;
    exports slope.serve.studio.run to
            slope.report;
}
