/// Saved models over HTTP.
@org.jspecify.annotations.NullMarked
module slope.serve {
    requires static org.jspecify;
    requires transitive slope.core;
    requires slope.onnx;
    requires slope.report;
    requires slope.run;
    requires slope.tables;
    requires jdk.httpserver;
    requires tools.jackson.core;

    exports slope.serve;
}
