/// Slope's library: tables in, trained networks out, and every number on the way open to
/// inspection.
///
/// It depends on nothing but JSpecify's nullness annotations, prints nothing, starts no thread that
/// it does not end, and needs no native code. Start with `slope.Slope` for data,
/// `slope.reference.Trace` for insight.
@SuppressWarnings("module") // The modules that see the internal packages are built after this one.
@org.jspecify.annotations.NullMarked
module slope.core {
    requires static transitive org.jspecify;

    exports slope;
    exports slope.checkpoint;
    exports slope.conformal;
    exports slope.evaluation;
    exports slope.explain;
    exports slope.fit;
    exports slope.fit.selection;
    exports slope.kernel;
    exports slope.layer;
    exports slope.linear;
    exports slope.loss;
    exports slope.metric;
    exports slope.model;
    exports slope.network;
    exports slope.optimizer;
    exports slope.preprocess;
    exports slope.recipe;
    exports slope.reference;
    exports slope.slice;
    exports slope.split;
    exports slope.table;
    exports slope.table.profile;
    exports slope.target;
    exports slope.training;
    exports slope.training.diagnostics;

    // For Slope's own modules alone.
    exports slope.internal.file to
            slope.bench,
            slope.cli,
            slope.onnx,
            slope.report,
            slope.run,
            slope.serve,
            slope.tables,
            slope.vector;
    exports slope.internal.function to
            slope.bench,
            slope.cli,
            slope.onnx,
            slope.report,
            slope.run,
            slope.tables,
            slope.vector;
    exports slope.internal.random to
            slope.bench,
            slope.cli,
            slope.onnx,
            slope.report,
            slope.run,
            slope.serve,
            slope.tables,
            slope.vector;
    exports slope.internal.table to
            slope.bench,
            slope.cli,
            slope.onnx,
            slope.report,
            slope.run,
            slope.serve,
            slope.tables,
            slope.vector;
    exports slope.internal.text to
            slope.bench,
            slope.cli,
            slope.onnx,
            slope.report,
            slope.run,
            slope.serve,
            slope.tables,
            slope.vector;

    uses slope.kernel.KernelsProvider;
}
