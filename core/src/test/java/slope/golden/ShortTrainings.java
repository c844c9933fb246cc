package slope.golden;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import slope.Slope;
import slope.fit.ClassWeights;
import slope.fit.Estimator;
import slope.fit.RowSelection;
import slope.kernel.Engine;
import slope.layer.Activation;
import slope.metric.Metric;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.optimizer.Optimizer;
import slope.recipe.LinearPartChoice;
import slope.recipe.Norm;
import slope.recipe.Recipe;
import slope.recipe.Setting;
import slope.table.Table;
import slope.target.NumberLoss;
import slope.target.TargetChoice;
import slope.target.TargetKind;

/// Small trainings on [Flats]: every recipe, kind of target and way to choose rows. The one place where
/// tests of whole trainings touch how they are asked for.
public final class ShortTrainings {
    public static final Table FLATS = Flats.of(150);

    private static final Set<String> TARGETS_AND_ROLES =
            Set.of("cheap", "style", "balcony", "garden", "price", "area", "visits", "days", "times", "owner", "sold");
    private static final RowSelection ONE = RowSelection.defaults().folds(1);

    private static final Recipe TUNED =
            Recipe.tuned().hidden(List.of(8, 6)).epochs(3).with(Setting.LINEAR_PART, LinearPartChoice.NEVER);
    private static final Recipe ENSEMBLE =
            Recipe.ensemble().hidden(List.of(8)).epochs(2).with(Setting.LINEAR_PART, LinearPartChoice.NEVER);
    private static final Recipe PLAIN = Recipe.plain().hidden(List.of(8)).epochs(3);

    private static final TargetChoice TWO_CLASSES = TargetChoice.of("cheap");
    private static final TargetChoice CLASSES = TargetChoice.of("style");
    private static final TargetChoice LABELS = TargetChoice.of("balcony", "garden");
    private static final TargetChoice NUMBER = TargetChoice.of("price");
    private static final TargetChoice NUMBERS = TargetChoice.of("price", "area");
    private static final TargetChoice QUANTILES = NUMBER.quantiles(List.of(0.1, 0.5, 0.9));
    private static final TargetChoice COUNTS = TargetChoice.of("visits").kind(TargetKind.COUNT);
    private static final TargetChoice EXPOSED = COUNTS.exposure("days");
    private static final TargetChoice GAMMA = NUMBER.kind(TargetKind.GAMMA);
    private static final TargetChoice TWEEDIE =
            TargetChoice.of("visits").kind(TargetKind.TWEEDIE).power(1.6).exposure("days");

    private final SequencedMap<String, Estimator> all = new TreeMap<>();

    private ShortTrainings() {}

    /// All of them by name.
    public static SequencedMap<String, Estimator> all() {
        ShortTrainings trainings = new ShortTrainings();
        Map.of("tuned", TUNED, "ensemble", ENSEMBLE, "plain", PLAIN).forEach(trainings::addTargetsAndRows);
        trainings.addTuned();
        trainings.addEnsemble();
        trainings.addPlain();
        trainings.addFineTuning();
        trainings.addLinearParts();
        return trainings.all;
    }

    private void addTargetsAndRows(String name, Recipe recipe) {
        add(name + "-two-classes", TWO_CLASSES, recipe, ONE);
        add(name + "-classes", CLASSES, recipe, ONE);
        add(name + "-labels", LABELS, recipe, ONE);
        add(name + "-number", NUMBER, recipe, ONE);
        add(name + "-numbers", NUMBERS, recipe, ONE);
        add(name + "-quantiles", QUANTILES, recipe, ONE);
        add(name + "-counts", COUNTS, recipe, ONE);
        add(name + "-counts-with-exposure", EXPOSED, recipe, ONE);
        add(name + "-gamma", GAMMA, recipe, ONE);
        add(name + "-tweedie-with-exposure", TWEEDIE, recipe, ONE);
        add(name + "-usual-folds", CLASSES, recipe, RowSelection.defaults());
        add(name + "-three-folds", NUMBERS, recipe, RowSelection.defaults().folds(3));
        add(name + "-weights", NUMBER, recipe, ONE.weight("times"));
        add(name + "-balanced-classes", CLASSES, recipe, ONE.classWeights(new ClassWeights.Balanced()));
        ClassWeights given = new ClassWeights.Given(Map.of("yes", 3.0, "no", 0.5));
        add(
                name + "-weights-of-rows-and-classes",
                TWO_CLASSES,
                recipe,
                ONE.weight("times").classWeights(given));
        add(name + "-groups", TWO_CLASSES, recipe, RowSelection.defaults().group("owner"));
        add(name + "-time", NUMBER, recipe, RowSelection.defaults().time("sold"));
        add(name + "-refit", LABELS, recipe, RowSelection.defaults().refit(RowSelection.Refit.ALL_ROWS));
    }

    private void addTuned() {
        Recipe longer = TUNED.epochs(16).with(Setting.SNAPSHOTS, 4);
        add("tuned-two-snapshots", TWO_CLASSES, longer, ONE);
        add("tuned-snapshots-number", NUMBER, longer, ONE);
        add("tuned-snapshots-refit", CLASSES, longer, ONE.refit(RowSelection.Refit.ALL_ROWS));
        add("tuned-label-smoothing", TWO_CLASSES, TUNED.with(Setting.LABEL_SMOOTHING, 0.1), ONE);
        add("tuned-huber", NUMBER, TUNED.with(Setting.LOSS, NumberLoss.HUBER), ONE);
        add("tuned-no-averages", NUMBER, TUNED.with(Setting.AVERAGED_EPOCHS, 0.0), ONE);
        all.put(
                "tuned-for-auc",
                trainer(TWO_CLASSES, TUNED, ONE).metric(Metric.AUC).seed(4));
    }

    private void addEnsemble() {
        add("ensemble-members", NUMBER, ENSEMBLE.with(Setting.MEMBERS, 3).with(Setting.DROPOUT, 0.3), ONE);
        add("ensemble-absolute-errors", NUMBER, ENSEMBLE.with(Setting.LOSS, NumberLoss.ABSOLUTE), ONE);
        all.put(
                "ensemble-for-accuracy",
                trainer(TWO_CLASSES, ENSEMBLE, ONE).metric(Metric.ACCURACY).seed(4));
    }

    private void addPlain() {
        add("plain-linear", NUMBER, PLAIN.hidden(List.of()), ONE);
        add("plain-sgd-tanh", CLASSES, PLAIN.optimizer(Optimizer.sgd()).activation(Activation.TANH), ONE);
        add(
                "plain-momentum-gelu",
                NUMBER,
                PLAIN.optimizer(Optimizer.momentum(0.9)).activation(Activation.GELU),
                ONE);
        add(
                "plain-nesterov-selu",
                LABELS,
                PLAIN.optimizer(Optimizer.nesterov(0.9)).activation(Activation.SELU),
                ONE);
        add(
                "plain-rmsprop",
                CLASSES,
                PLAIN.optimizer(Optimizer.rmsProp().centered().momentum(0.5)),
                ONE);
        Recipe searching = PLAIN.optimizer(Optimizer.lbfgs()).epochs(12);
        add("plain-lbfgs", NUMBER, searching, ONE.weight("times"));
        add(
                "plain-lbfgs-classes",
                CLASSES,
                searching.activation(Activation.TANH),
                RowSelection.defaults().folds(2));
        Recipe blocks = PLAIN.with(Setting.RESIDUAL, true).hidden(List.of(8, 8, 8));
        add("plain-layer-norm", CLASSES, PLAIN.with(Setting.NORM, Norm.LAYER), ONE);
        add("plain-residual-mish", NUMBER, blocks.activation(Activation.MISH), ONE);
        add("plain-residual-layer-norm", TWEEDIE, blocks.with(Setting.NORM, Norm.LAYER), ONE);
        add("plain-decay-silu", COUNTS, PLAIN.optimizer(Optimizer.adamW(0.1)).activation(Activation.SILU), ONE);
    }

    private void addLinearParts() {
        Recipe tuned = TUNED.with(Setting.LINEAR_PART, LinearPartChoice.ALWAYS);
        Recipe ensemble = ENSEMBLE.with(Setting.LINEAR_PART, LinearPartChoice.ALWAYS);
        add("linear-part-number", NUMBER, tuned, ONE.weight("times"));
        add("linear-part-quantiles", QUANTILES, tuned, ONE);
        add("linear-part-classes", CLASSES, tuned, RowSelection.defaults().folds(2));
        add("linear-part-labels", LABELS, PLAIN.with(Setting.LINEAR_PART, LinearPartChoice.ALWAYS), ONE);
        add("linear-part-counts-with-exposure", EXPOSED, ensemble, ONE);
        add("linear-part-numbers", NUMBERS, ensemble, RowSelection.defaults().refit(RowSelection.Refit.ALL_ROWS));
        add("linear-part-tried", NUMBER, TUNED.with(Setting.LINEAR_PART, LinearPartChoice.AUTO), ONE);
    }

    /// Networks of each recipe go on.
    private void addFineTuning() {
        addFineTuning("fine-tuned-plain", NUMBER, PLAIN);
        addFineTuning("fine-tuned-tuned", CLASSES, TUNED);
        addFineTuning("fine-tuned-ensemble", LABELS, ENSEMBLE);
        addFineTuning("fine-tuned-two-classes", TWO_CLASSES, ENSEMBLE);
    }

    private void addFineTuning(String name, TargetChoice target, Recipe first) {
        FittedNetwork start =
                trainer(target, first, ONE).fit(FLATS).model().members().getFirst();
        add(name, target, Recipe.fineTune(start).epochs(2), ONE.weight("times"));
    }

    private void add(String name, TargetChoice target, Recipe recipe, RowSelection rows) {
        all.put(name, trainer(target, recipe, rows));
    }

    private static Estimator trainer(TargetChoice target, Recipe recipe, RowSelection rows) {
        Set<String> ignored = new HashSet<>(TARGETS_AND_ROLES);
        ignored.removeAll(target.columns());
        target.exposure().ifPresent(ignored::remove);
        rows.weight().ifPresent(ignored::remove);
        rows.group().ifPresent(ignored::remove);
        rows.time().ifPresent(ignored::remove);
        return Slope.predict(target)
                .ignoring(ignored)
                .recipe(recipe)
                .rows(rows)
                .seed(3)
                .engine(Engine.scalar());
    }

    /// The model of one of them.
    static Model train(Estimator trainer) {
        return trainer.fit(FLATS).model();
    }
}
