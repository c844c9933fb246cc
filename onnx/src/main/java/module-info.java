/// Models to ONNX files and back, in plain Java: no native code and no library but Slope's own.
@org.jspecify.annotations.NullMarked
module slope.onnx {
    requires static org.jspecify;
    requires transitive slope.core;

    exports slope.onnx;
}
