package slope.cli.train;

import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Layout;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// The options of `slope train` in its help: `--help` shows those that people use first, `--help-all`
/// all of them in groups.
final class TrainHelp {
    private static final String ALL = "--help-all";

    private static final Group FIRST = new Group(
            "The options people use first (" + ALL + " shows the others):",
            List.of(
                    "--target",
                    "--task",
                    "--ignore",
                    "--time",
                    "--metric",
                    "--test-share",
                    "--time-limit",
                    "--out",
                    "--predictions",
                    "--json"));

    private static final List<Group> GROUPS = List.of(
            new Group(
                    "The table:",
                    List.of(
                            "--query",
                            "--table",
                            "--sheet",
                            "--format",
                            "--driver-path",
                            "--missing",
                            "--categorical",
                            "--numeric",
                            "--ignore-spaces",
                            "--decimal",
                            "--thousands",
                            "--day-first",
                            "--month-first",
                            "--year-first",
                            "--delimiter",
                            "--no-header",
                            "--skip-bad-lines",
                            "--partitions")),
            new Group(
                    "The target:",
                    List.of(
                            "--target",
                            "--task",
                            "--positive",
                            "--threshold",
                            "--quantiles",
                            "--power",
                            "--exposure",
                            "--metric")),
            new Group("The inputs:", List.of("--ignore", "--keep", "--drop-leaks")),
            new Group(
                    "The rows:",
                    List.of(
                            "--validation",
                            "--test-share",
                            "--test",
                            "--test-query",
                            "--group",
                            "--time",
                            "--validation-column",
                            "--weight",
                            "--class-weights",
                            "--coverage",
                            "--by",
                            "--sets",
                            "--folds",
                            "--refit")),
            new Group(
                    "The model:",
                    List.of(
                            "--recipe",
                            "--start-from",
                            "--hidden",
                            "--activation",
                            "--norm",
                            "--residual",
                            "--linear-part",
                            "--calibration",
                            "--dropout",
                            "--members",
                            "--snapshots",
                            "--averaged-epochs")),
            new Group(
                    "The training:",
                    List.of(
                            "--optimizer",
                            "--learning-rate",
                            "--weight-decay",
                            "--batch",
                            "--epochs",
                            "--patience",
                            "--loss",
                            "--label-smoothing",
                            "--recover",
                            "--seed")),
            new Group(
                    "The run:",
                    List.of(
                            "--time-limit",
                            "--threads",
                            "--checkpoint",
                            "--checkpoint-every",
                            "--resume",
                            "--request",
                            "--like")),
            new Group(
                    "The output:",
                    List.of(
                            "--out",
                            "--predictions",
                            "--escape-formulas",
                            "--json",
                            "--events",
                            "--explain-settings",
                            "--print-request",
                            "--help",
                            ALL,
                            "--version")));

    private TrainHelp() {}

    /// Options under a heading.
    ///
    /// @param options their longest names
    private record Group(String heading, List<String> options) {
        String text(Help help) {
            CommandSpec command = help.commandSpec();
            List<OptionSpec> specs = options.stream()
                    .map(name -> Objects.requireNonNull(command.findOption(name), name))
                    .toList();
            Layout layout = help.createDefaultLayout(specs, List.of(), help.colorScheme());
            layout.addOptions(specs, help.parameterLabelRenderer());
            return "%n%s%n%s".formatted(heading, layout);
        }
    }

    /// Every option once, in the order of the groups.
    static List<String> options() {
        return GROUPS.stream().flatMap(group -> group.options.stream()).toList();
    }

    /// Lays the options of the command out in groups, and adds the one that shows all.
    static void install(CommandSpec command) {
        command.addOption(OptionSpec.builder(ALL)
                .usageHelp(true)
                .type(boolean.class)
                .description("Show all options, in groups.")
                .build());
        command.usageMessage().sectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, TrainHelp::text);
    }

    private static String text(Help help) {
        boolean isAll = Boolean.TRUE.equals(help.commandSpec().findOption(ALL).getValue());
        List<Group> shown = isAll ? GROUPS : List.of(FIRST);
        StringBuilder text = new StringBuilder();
        shown.forEach(group -> text.append(group.text(help)));
        return text.toString();
    }
}
