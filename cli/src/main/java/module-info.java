/// The command line.
module slope.cli {
    // For `slope shell` alone, whose start adds it.
    requires static jdk.jshell;
    requires static org.jspecify;
    requires slope.core;
    requires slope.onnx;
    requires slope.report;
    requires slope.run;
    requires slope.serve;
    requires slope.tables;
    requires info.picocli;
    requires org.jline.terminal;
    requires tools.jackson.core;
    requires tools.jackson.jr.ob;

    // picocli fills the fields of the commands by reflection.
    opens slope.cli to
            info.picocli;
    opens slope.cli.compare to
            info.picocli;
    opens slope.cli.lesson to
            info.picocli;
    opens slope.cli.model to
            info.picocli;
    opens slope.cli.serve to
            info.picocli;
    opens slope.cli.studio to
            info.picocli;
    opens slope.cli.text to
            info.picocli;
    opens slope.cli.train to
            info.picocli;
}
