/// Facts about trainings, models and predictions, for people and for programs.
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // Modules that see its texts are built after this one.
module slope.report {
    requires static org.jspecify;
    requires transitive slope.core;
    requires transitive slope.onnx;
    requires transitive slope.run;
    requires slope.tables;
    requires org.jline.terminal;
    requires tools.jackson.jr.ob;

    exports slope.report.card;
    exports slope.report.comparison;
    exports slope.report.crossvalidation;
    exports slope.report.drift;
    exports slope.report.evaluation;
    exports slope.report.explanation;
    exports slope.report.json;
    exports slope.report.lesson;
    exports slope.report.model;
    exports slope.report.page to
            slope.serve;
    exports slope.report.prediction;
    exports slope.report.table;
    exports slope.report.text to
            slope.cli;
    exports slope.report.trace;
    exports slope.report.training;
    exports slope.report.tuning;
}
