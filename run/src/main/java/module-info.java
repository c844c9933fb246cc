/// One training as a value: what is asked, what happens, and what comes of it.
@org.jspecify.annotations.NullMarked
module slope.run {
    requires static org.jspecify;
    requires transitive slope.core;
    requires transitive slope.onnx;
    requires transitive slope.tables;
    requires tools.jackson.core;
    requires tools.jackson.jr.ob;

    exports slope.run;
    exports slope.run.tuning;
}
