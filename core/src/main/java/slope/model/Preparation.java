package slope.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import slope.data.Column;
import slope.data.DataException;
import slope.data.Folds;
import slope.data.InputColumns;
import slope.data.Likeness;
import slope.data.NearestName;
import slope.data.Split;
import slope.data.Table;
import slope.data.TargetRows;
import slope.evaluation.Metric;

/// Decides about a table what comes before the first step: rows, task, columns and settings.
final class Preparation {
    private final ModelTrainer trainer;
    private final Table table;

    private Preparation(ModelTrainer trainer, Table table) {
        this.trainer = trainer;
        this.table = table;
    }

    static PreparedTraining of(ModelTrainer trainer, Table table) {
        return new Preparation(trainer, table).prepared();
    }

    private PreparedTraining prepared() {
        UsableRows rows = new UsableRows(table, usableRows());
        Table usable = rows.table();
        Optional<Member> given = trainer.recipe().start().map(start -> GivenNetwork.fitted(start, trainer, usable));
        TaskFinder.Found found = given.map(member -> new TaskFinder.Found(Task.of(member.target()), Optional.empty()))
                .orElseGet(() -> TaskFinder.find(trainer.target(), usable));
        Metric metric = metric(found.task());
        List<Split> splits = splits(found.task(), usable);
        InputColumns columns = given.map(member -> GivenNetwork.columns(member, usable))
                .orElseGet(() ->
                        InputColumns.choose(usable.select(splits.getFirst().training()), wishes()));
        int learning = splits.getFirst().training().length;
        Settings settings = Settings.of(trainer.recipe(), new Settings.Circumstances(found.task(), learning, metric));
        List<PreparedMember> members = new ArrayList<>();
        for (Split split : splits) {
            members.add(new PreparedMember(trainer, found.task(), metric, settings, columns, given, usable, split));
        }
        members.getFirst().architecture(); // what is wrong with the table is told before anything is trained
        FoldPlan plan = trainer.rows().folds().isEmpty() && splits.size() > 1
                ? FoldRules.plan(settings.get(Setting.EPOCHS), splits.size(), learning)
                : new FoldPlan.Exactly(splits.size());
        Optional<PreparedMember> ofAllRows = switch (trainer.rows().refit()) {
            case NONE -> Optional.empty();
            case ALL_ROWS -> Optional.of(members.getFirst().refit());
        };
        return new PreparedTraining(
                trainer, rows, found.task(), found.note(), metric, settings, columns, plan, members, ofAllRows);
    }

    /// Rows that have everything they need: what to predict, and what says how they count.
    private int[] usableRows() {
        NearestName.requireAll(partsOfTraining(), table.names());
        List<Column> needed = new ArrayList<>();
        trainer.target().columns().forEach(name -> needed.add(table.column(name)));
        trainer.rows().time().ifPresent(name -> needed.add(table.column(name)));
        int[] rows = TargetRows.of(needed);
        Optional<Column> weight = trainer.rows().weight().map(table::column);
        return weight.isEmpty()
                ? rows
                : Arrays.stream(rows)
                        .filter(row -> RowWeights.of(weight.get(), row) > 0)
                        .toArray();
    }

    /// The columns that somebody gave a part: to be predicted, or to say how rows count.
    private Set<String> partsOfTraining() {
        Set<String> parts = new LinkedHashSet<>(trainer.target().columns());
        Stream.of(
                        trainer.rows().time(),
                        trainer.rows().group(),
                        trainer.target().exposure(),
                        trainer.rows().weight())
                .flatMap(Optional::stream)
                .forEach(parts::add);
        return parts;
    }

    private Metric metric(Task task) {
        if (trainer.metric().isPresent()
                && !task.metrics().contains(trainer.metric().get())) {
            throw new DataException("%s cannot be judged by %s; its metrics are %s"
                    .formatted(
                            task.title(),
                            trainer.metric().get().title(),
                            String.join(
                                    ", ",
                                    task.metrics().stream().map(Metric::title).toList())));
        }
        return trainer.metric().orElse(task.metrics().getFirst());
    }

    private List<Split> splits(Task task, Table usable) {
        RowChoice choice = trainer.rows();
        int[] rows = TargetRows.of(
                trainer.target().columns().stream().map(usable::column).toList());
        long seed = trainer.seed();
        if (choice.time().isPresent()) {
            return List.of(Split.ofTime(rows, usable.column(choice.time().get()), choice.validationShare()));
        }
        if (choice.group().isPresent()) {
            Column group = usable.column(choice.group().get());
            int folds = folds(Likeness.groups(rows, group).size());
            return folds > 1
                    ? Folds.grouped(rows, group, folds, seed)
                    : List.of(Split.grouped(rows, group, choice.validationShare(), seed));
        }
        Column target = Targets.forSplit(trainer.target(), task, usable);
        Likeness likeness = Targets.likeness(task);
        int folds = folds(rows.length);
        return folds > 1
                ? Folds.stratified(rows, target, likeness, folds, seed)
                : List.of(Split.stratified(rows, target, likeness, choice.validationShare(), seed));
    }

    /// How many parts the rows are shared among, each of which may be kept apart from a network.
    ///
    /// @param units rows, or groups of them, that stay together
    private int folds(int units) {
        RowChoice choice = trainer.rows();
        boolean mayBeSeveral = switch (trainer.recipe().kind()) {
            case TUNED, ENSEMBLE -> choice.refit() == RowChoice.Refit.NONE;
            case PLAIN -> false;
        };
        return choice.folds().orElseGet(() -> mayBeSeveral ? FoldRules.folds(choice.validationShare(), units) : 1);
    }

    /// What is known of columns beforehand. Those of weights and groups have another part than to predict
    /// from; a column of exposures is an input besides, because counts need not grow in proportion to it.
    private InputColumns.Wishes wishes() {
        Set<String> parts = new LinkedHashSet<>();
        Stream.of(trainer.rows().weight(), trainer.rows().group())
                .flatMap(Optional::stream)
                .forEach(parts::add);
        ColumnChoice choice = trainer.columns();
        return new InputColumns.Wishes(
                Set.copyOf(trainer.target().columns()), choice.ignored(), parts, choice.kept(), choice.leaks());
    }
}
