package slope.recipe;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slope.internal.table.RequiredColumns;
import slope.kernel.Engine;
import slope.layer.Architecture;
import slope.layer.Layer;
import slope.loss.Loss;
import slope.model.FittedNetwork;
import slope.network.Network;
import slope.optimizer.Lbfgs;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.NumberEncoder;
import slope.preprocess.Scaler;
import slope.preprocess.TableEncoder;
import slope.table.Column;
import slope.table.DataException;
import slope.table.NumberColumn;
import slope.table.Place;
import slope.table.Remedy;
import slope.table.Table;
import slope.table.profile.ColumnFinding.Kind;
import slope.table.profile.ColumnSelection;
import slope.table.profile.InputColumns;
import slope.target.Target;
import slope.target.TargetChoice;
import slope.training.Examples;
import slope.training.Trainer;

/// Fine-tunes a given network, which Slope or another program trained. Its layers, encoder and
/// target stay; its training is that of [PlainMlp].
///
/// Its columns are found by name. A network from another program takes numbers as they are and has
/// no column names: where the table lacks them, its inputs are the table's columns in order,
/// without targets and columns with another role, and their number has to match.
public final class FineTune extends Recipe {
    private final FittedNetwork given;

    FineTune(FittedNetwork given, Map<Setting<?>, Object> chosen) {
        super(chosen);
        this.given = given;
    }

    @Override
    public String title() {
        return "fine-tune";
    }

    @Override
    public String summary() {
        return "fine-tunes a given network";
    }

    @Override
    public Optional<FittedNetwork> start() {
        return Optional.of(given);
    }

    @Override
    Recipe choosing(Map<Setting<?>, Object> choices) {
        return new FineTune(given, choices);
    }

    @Override
    void decide(Settings.Decisions decisions, Settings.Circumstances circumstances) {
        PlainMlp.decideTraining(decisions, circumstances, Integer.MAX_VALUE, "");
        if (decisions.optimizer() instanceof Lbfgs
                && given.network().architecture().layers().stream().anyMatch(Layer::isRandom)) {
            throw new DataException(
                    "the optimizer lbfgs needs the same loss each time, but the given network has dropout",
                    new Remedy.LeaveOutSetting(Setting.OPTIMIZER.title()));
        }
    }

    /// The given network with the table's column names.
    @Override
    public FineTune suited(TargetChoice target, Set<String> others, Table table) {
        Set<String> apart = new HashSet<>(others);
        apart.addAll(target.columns());
        target.exposure().ifPresent(apart::add);
        TableEncoder encoder = encoder(given.encoding(), target, apart, table);
        for (String input : names(encoder)) {
            if (target.columns().contains(input)) {
                throw new DataException(("column \"%s\" is an input of the network and cannot be predicted from itself;"
                                + " predict another column")
                        .formatted(input));
            }
        }
        FittedNetwork suited = renamed(encoder, target.renamed(given.target(), table));
        return new FineTune(suited, choices());
    }

    private FittedNetwork renamed(TableEncoder encoder, Target target) {
        return new FittedNetwork(
                encoder, target, given.network(), given.linear().map(part -> part.renamed(target.columns())));
    }

    @Override
    public TargetChoice.Fitted target(TargetChoice choice, Table rows) {
        return new TargetChoice.Fitted(given.target(), Optional.empty());
    }

    @Override
    public InputColumns columns(
            Table training, Set<String> targets, Set<String> otherRoles, ColumnSelection selection) {
        List<String> used = names(given.encoding());
        Set<String> known = new HashSet<>(used);
        known.addAll(given.target().columns());
        List<InputColumns.LeftOut> leftOut = training.names().stream()
                .filter(name -> !known.contains(name))
                .map(name -> new InputColumns.LeftOut(name, List.of(Kind.NO_INPUT.finding())))
                .toList();
        return new InputColumns(used, leftOut, List.of(), List.of());
    }

    @Override
    public TableEncoder encoder(Table training) {
        return given.encoding();
    }

    @Override
    Target fitted(Target found, Table training) {
        return given.target();
    }

    @Override
    Architecture architecture(Settings settings, TableEncoder encoder, Target target, Table training) {
        return given.network().architecture();
    }

    @Override
    public Network start(Settings settings, Architecture architecture, Examples training, long seed, Engine engine) {
        return given.network();
    }

    @Override
    public Trainer trainer(Settings settings, Loss loss) {
        return PlainMlp.oneRate(settings, loss);
    }

    /// The distinct column names, in the order of the inputs.
    private static List<String> names(TableEncoder encoding) {
        return List.copyOf(new LinkedHashSet<>(
                encoding.columns().stream().map(ColumnEncoder::column).toList()));
    }

    private static TableEncoder encoder(TableEncoder given, TargetChoice target, Set<String> apart, Table table) {
        List<String> wanted = names(given);
        if (!takesNumbersAsTheyAre(given)) {
            Set<String> asked = new LinkedHashSet<>(wanted);
            asked.addAll(target.columns());
            RequiredColumns.requireAll(asked, table.names());
            return given;
        }
        List<String> found = wanted.stream().allMatch(name -> table.find(name).isPresent())
                ? wanted
                : inOrder(wanted.size(), apart, table);
        found.forEach(name -> requireNumbers(table.column(name)));
        return new TableEncoder(found.stream()
                .<ColumnEncoder>map(name -> new NumberEncoder(name, 0, new Scaler.Unchanged()))
                .toList());
    }

    private static boolean takesNumbersAsTheyAre(TableEncoder encoding) {
        return encoding.columns().stream()
                .allMatch(column ->
                        column instanceof NumberEncoder number && number.scaling() instanceof Scaler.Unchanged);
    }

    private static List<String> inOrder(int wanted, Set<String> apart, Table table) {
        List<String> left =
                table.names().stream().filter(name -> !apart.contains(name)).toList();
        if (left.size() != wanted) {
            String problem = String.format(
                    Locale.ROOT,
                    "the network takes %,d input%s, but the table has %,d column%s to use%s",
                    wanted,
                    wanted == 1 ? "" : "s",
                    left.size(),
                    left.size() == 1 ? "" : "s",
                    left.isEmpty() ? "" : ": " + String.join(", ", left));
            throw left.size() > wanted
                    ? new DataException(problem, new Remedy.LeaveOutOthers(left.size() - wanted))
                    : new DataException(problem + "; it needs those it was trained on, in their order");
        }
        return left;
    }

    /// Nothing is known about the network's training, so there is no imputation value for a missing
    /// number.
    private static void requireNumbers(Column column) {
        if (!(column instanceof NumberColumn)) {
            throw DataException.at(
                    Place.ofColumn(column.name()),
                    column.kind().words(),
                    "the network takes numbers as they are",
                    new Remedy.LeaveOutColumn(column.name()));
        }
        for (int row = 0; row < column.rows(); row++) {
            if (column.isMissing(row)) {
                throw DataException.at(
                        Place.ofCell(column.name(), row),
                        "no number",
                        "the network takes numbers as they are, so fill it in");
            }
        }
    }
}
