package slope.onnx;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import slope.conformal.AbsoluteResidual;
import slope.conformal.AdaptiveSet;
import slope.conformal.AnscombeResidual;
import slope.conformal.ConformalQuantile;
import slope.conformal.ConformalScore;
import slope.conformal.Coverage;
import slope.conformal.Difficulty;
import slope.conformal.DrawnRows;
import slope.conformal.GroupQuantiles;
import slope.conformal.LeastAmbiguousSet;
import slope.conformal.NormalizedResidual;
import slope.conformal.QuantileDistance;
import slope.conformal.RowHash;
import slope.conformal.SplitConformal;
import slope.internal.random.SplitRandom;
import slope.layer.Activation;
import slope.layer.Architecture;
import slope.layer.BatchEnsembleAdapter;
import slope.layer.BinEdges;
import slope.layer.CategoryEmbedding;
import slope.layer.Dense;
import slope.layer.Dropout;
import slope.layer.EnsembleHeads;
import slope.layer.FeatureEmbeddings;
import slope.layer.Initializer;
import slope.layer.LayerNorm;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;
import slope.layer.ParametricActivation;
import slope.layer.PassThrough;
import slope.layer.PeriodicEmbedding;
import slope.layer.PiecewiseLinearEmbedding;
import slope.layer.Residual;
import slope.layer.Scale;
import slope.linear.LinearPart;
import slope.model.FittedNetwork;
import slope.model.Model;
import slope.network.Network;
import slope.preprocess.BooleanEncoder;
import slope.preprocess.ColumnEncoder;
import slope.preprocess.DateEncoder;
import slope.preprocess.ExactValueEncoder;
import slope.preprocess.MissingIndicator;
import slope.preprocess.NumberEncoder;
import slope.preprocess.OneHotEncoder;
import slope.preprocess.OrdinalEncoder;
import slope.preprocess.Scaler;
import slope.preprocess.TableEncoder;
import slope.table.Level;
import slope.target.Amounts;
import slope.target.Classes;
import slope.target.DecisionRule;
import slope.target.Exposure;
import slope.target.Labels;
import slope.target.Numbers;
import slope.target.Quantiles;
import slope.target.Target;
import slope.target.TargetScale;
import slope.target.TemperatureScaling;
import slope.target.Threshold;

/// Models of every kind of column, layer and target, and rows with everything that is awkward in them.
final class Cases {
    private Cases() {}

    static final Target TWO = new Classes("target", List.of("no", "yes"));
    static final Target TWO_FROM_A_THRESHOLD = new Classes("target", List.of("no", "yes")).with(new Threshold(0.375));
    static final Target MANY = new Classes("target", List.of("ä", "b c", "d\"e", "漢"));
    private static final List<Double> WEIGHTS = List.of(0.25, 1.0, 3.0, 2.0);
    static final Target LABELS =
            new Labels(List.of(new Classes("first", List.of("0", "1")), new Classes("second", List.of("no", "yes"))));
    static final Target NUMBER = new Numbers(List.of(free("target", 1234.5, 78.25)));
    static final Target NUMBERS =
            new Numbers(List.of(free("far", -1e6, 3), new TargetScale("bounded", 0.5, 2, -0.25, 1.5)));
    static final Target QUANTILES = new Quantiles(free("target", 10, 2), List.of(0.05, 0.5, 0.95));
    static final Target COUNT = new Amounts("target", 1, 0.125, Optional.empty());
    static final Target COUNT_OF_EXPOSED = new Amounts("target", 1, 2.5, Optional.of(new Exposure("exposure", 0.01)));

    static final Target GAMMA = new Amounts("target", 2, 250, Optional.empty());
    static final Target TWEEDIE_OF_EXPOSED =
            new Amounts("target", 1.6, 80, Optional.of(new Exposure("exposure", 0.01)));

    static final List<Target> TARGETS = List.of(
            TWO,
            TWO_FROM_A_THRESHOLD,
            MANY,
            LABELS,
            NUMBER,
            NUMBERS,
            QUANTILES,
            COUNT,
            COUNT_OF_EXPOSED,
            GAMMA,
            TWEEDIE_OF_EXPOSED);

    private static TargetScale free(String column, double mean, double standardDeviation) {
        return new TargetScale(column, mean, standardDeviation, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    static final List<Activation> ACTIVATIONS = List.of(
            Activation.SIGMOID,
            Activation.RELU,
            Activation.TANH,
            Activation.IDENTITY,
            Activation.LEAKY_RELU,
            new Activation.LeakyRelu(0.3),
            Activation.ELU,
            new Activation.Elu(0.7),
            Activation.SELU,
            Activation.GELU,
            Activation.GELU_TANH,
            Activation.SILU,
            Activation.MISH);

    /// Every kind of encoding, some in several ways, in an order that parts those of a kind.
    static List<ColumnEncoder> columns() {
        List<ColumnEncoder> columns = new ArrayList<>(List.of(
                new NumberEncoder("plain", 0.5, new Scaler.Standard(0.25, 2)),
                OneHotEncoder.oneHot("colour", Level.named("blau", "grün", "rot"), OneHotEncoder.OtherInput.PRESENT),
                new NumberEncoder("year", 2011, new Scaler.Standard(2010.3, 0.125)),
                new MissingIndicator("year", 1, 0),
                new BooleanEncoder("truth", 1, -1, 0),
                new NumberEncoder("constant", 7, new Scaler.Standard(7, 0)),
                new NumberEncoder("bent", 3, new Scaler.Robust(3.5, 0.25)),
                new NumberEncoder("bent constant", 3, new Scaler.Robust(3, 0)),
                OneHotEncoder.oneHot("label", Level.named("1", "2", "3"), OneHotEncoder.OtherInput.ABSENT),
                OneHotEncoder.binary("sign", new Level("a", List.of()), new Level("b", List.of())),
                new NumberEncoder("tiny", 1e-20, new Scaler.Standard(2e-20, 3e-21)),
                new NumberEncoder("", 1e20, new Scaler.Robust(-2e20, 3e19)),
                new BooleanEncoder("value", 0.5f, -0.25f, 0.125f),
                new OrdinalEncoder("code", Level.named("x", "y", "z")),
                new NumberEncoder(
                        "ranked",
                        1005,
                        new Scaler.Normal(
                                List.of(1000.0, 1001.5, 1001.5, 1001.5, 1010.0, 1100.0),
                                Scaler.Normal.Precision.FLOAT)),
                new NumberEncoder(
                        "ranked constant", 1, new Scaler.Normal(List.of(1.0, 1.0), Scaler.Normal.Precision.FLOAT)),
                OneHotEncoder.oneHot(
                        "many",
                        Level.named(IntStream.range(0, 40)
                                .mapToObj(level -> "level " + level)
                                .toArray(String[]::new)),
                        OneHotEncoder.OtherInput.PRESENT)));
        for (DateEncoder.Part part : DateEncoder.Part.values()) {
            columns.add(new DateEncoder(
                    "day", part, 0.25, new Scaler.Robust(part == DateEncoder.Part.YEAR ? 1990 : 0.1, 2)));
        }
        columns.add(new DateEncoder("day", DateEncoder.Part.DAYS, 10_000, new Scaler.Standard(10_000.3, 7000)));
        columns.add(new MissingIndicator("day", 0.75f, -0.5f));
        columns.add(new NumberEncoder(
                "ranked finely",
                20_240_103,
                new Scaler.Normal(
                        List.of(20_240_101.0, 20_240_102.0, 20_240_102.0, 20_240_105.0),
                        Scaler.Normal.Precision.DOUBLE)));
        columns.add(new ExactValueEncoder("gain", List.of(-2.5, 0.0, 2174.0, 0.1 + 7688)));
        return columns;
    }

    static Model model(List<ColumnEncoder> columns, Target target, Activation hidden, long seed) {
        TableEncoder encoding = new TableEncoder(columns);
        Architecture architecture = Architecture.inputs(encoding.width())
                .dense(12, hidden)
                .denseWithoutBias(8, hidden)
                .dense(target.minimumOutputs(), Activation.IDENTITY);
        return new Model(encoding, target, network(architecture, seed));
    }

    /// Three networks of different shapes, as of folds.
    static Model folds(List<ColumnEncoder> columns, Target target) {
        return new Model(List.of(
                model(columns, target, Activation.RELU, 11).members().getFirst(),
                model(columns.reversed(), target, Activation.SILU, 12).members().getFirst(),
                model(columns.subList(0, 5), target, Activation.TANH, 13)
                        .members()
                        .getFirst()));
    }

    /// Three networks that count differently, as selected ones do.
    static Model weighted(List<ColumnEncoder> columns, Target target) {
        return new Model(folds(columns, target).members(), List.of(3, 1, 7));
    }

    /// Models that were too sure of themselves, or not sure enough: of one network, and of several.
    static Stream<Model> calibrated() {
        return Stream.of(
                model(columns(), TWO, Activation.RELU, 61).with(new TemperatureScaling(List.of(0.25), 0.01)),
                model(columns(), TWO_FROM_A_THRESHOLD, Activation.RELU, 61)
                        .with(new TemperatureScaling(List.of(0.25), 0.01)),
                model(columns(), MANY, Activation.RELU, 62).with(new TemperatureScaling(List.of(3.5), 0.002)),
                folds(columns(), MANY).with(new TemperatureScaling(List.of(0.75), 0)),
                folds(columns(), MANY)
                        .with(new TemperatureScaling(List.of(1.25), 0.01, WEIGHTS))
                        .with(DecisionRule.of(WEIGHTS)),
                folds(columns(), LABELS).with(new TemperatureScaling(List.of(0.5, 2.0), 0.125)));
    }

    /// Models of every kind of interval and set: of all rows, and by the categories of a column that is an input or
    /// is not; with too few rows as well.
    static Stream<Model> conformal() {
        ConformalScore absolute = new AbsoluteResidual();
        ConformalScore normalized = new NormalizedResidual(
                new Difficulty(List.of(1150.0, 1200.0, 1234.5, 1300.0), List.of(5.0, 0.25, 12.0, 3.0)));
        ConformalScore flat = new NormalizedResidual(new Difficulty(List.of(0.5), List.of(0.25)));
        ConformalScore set = new LeastAmbiguousSet();
        return Stream.of(
                model(columns(), NUMBER, Activation.RELU, 81).with(conformal(List.of(absolute), 40.25)),
                model(columns(), NUMBER, Activation.RELU, 81).with(conformal(List.of(normalized), 1.75)),
                folds(columns(), NUMBER).with(grouped(List.of(normalized), "colour", 1.75)),
                model(columns(), NUMBERS, Activation.TANH, 82).with(conformal(List.of(absolute, flat), 0.5)),
                model(columns(), NUMBERS, Activation.TANH, 82).with(grouped(List.of(flat, absolute), "no input", 2)),
                model(columns(), QUANTILES, Activation.RELU, 83).with(quantiles(-0.5)),
                folds(columns(), QUANTILES).with(quantiles(1.25)),
                model(columns(), COUNT, Activation.RELU, 84).with(conformal(List.of(new AnscombeResidual(1)), 2)),
                model(columns(), GAMMA, Activation.RELU, 85).with(conformal(List.of(new AnscombeResidual(2)), 0.75)),
                model(columns(), TWEEDIE_OF_EXPOSED, Activation.RELU, 86)
                        .with(grouped(List.of(new AnscombeResidual(1.6)), "colour", 0.5)),
                model(columns(), TWO_FROM_A_THRESHOLD, Activation.RELU, 87)
                        .with(new TemperatureScaling(List.of(0.25), 0.01))
                        .with(conformal(List.of(set), 0.625)),
                model(columns(), MANY, Activation.RELU, 88).with(grouped(List.of(set), "no input", 0.75)),
                folds(columns(), MANY).with(grouped(List.of(adaptive("bent", "colour")), "no input", 0.875)),
                model(columns(), MANY, Activation.RELU, 88).with(conformal(List.of(adaptive()), 0.5)),
                folds(columns(), LABELS).with(conformal(List.of(set, set), 0.5)),
                model(columns(), LABELS, Activation.RELU, 89)
                        .with(conformal(List.of(set, set), Double.POSITIVE_INFINITY)),
                model(columns(), NUMBER, Activation.RELU, 81)
                        .with(conformal(List.of(normalized), Double.POSITIVE_INFINITY)));
    }

    /// Adaptive sets whose hash is of these columns, of words and of others.
    private static AdaptiveSet adaptive(String... columns) {
        return new AdaptiveSet(new RowHash(Stream.of(columns)
                .map(column -> new RowHash.Part(
                        column, 98_765.4321, column.equals("colour") ? Level.named("blau", "rot") : List.of()))
                .toList()));
    }

    private static SplitConformal conformal(List<ConformalScore> scores, double quantile) {
        return new SplitConformal(
                Coverage.of(0.9), DrawnRows.AT_RANDOM, scores, same(scores, quantile), Optional.empty(), List.of());
    }

    private static List<ConformalQuantile> same(List<ConformalScore> scores, double quantile) {
        return scores.stream()
                .map(score -> new ConformalQuantile(quantile, 9, Double.isInfinite(quantile) ? 8 : 9))
                .toList();
    }

    private static SplitConformal grouped(List<ConformalScore> scores, String column, double quantile) {
        List<GroupQuantiles.Group> groups = List.of(
                new GroupQuantiles.Group(new Level("blau", List.of("bleu")), same(scores, quantile / 2)),
                new GroupQuantiles.Group(new Level("rot", List.of()), same(scores, Double.POSITIVE_INFINITY)));
        return new SplitConformal(
                Coverage.of(0.95),
                DrawnRows.GROUPS,
                scores,
                same(scores, quantile),
                Optional.of(new GroupQuantiles(column, groups)),
                List.of());
    }

    private static SplitConformal quantiles(double quantile) {
        List<ConformalScore> scores = List.of(new QuantileDistance(3));
        return new SplitConformal(
                Coverage.of(0.8),
                DrawnRows.LATEST,
                scores,
                same(scores, quantile),
                Optional.empty(),
                List.of(
                        new ConformalQuantile(0.5, 1, 20),
                        new ConformalQuantile(-1.25, 10, 20),
                        new ConformalQuantile(Double.POSITIVE_INFINITY, 21, 20)));
    }

    /// The networks of a model with linear parts of the columns of [#ensembleColumns].
    static Model withLinearPart(Model model, long seed) {
        TableEncoder encoding = new TableEncoder(List.of(
                new NumberEncoder("bent", 1, new Scaler.Standard(0.5, 2)),
                new NumberEncoder("bent", 1, new Scaler.SignedLogarithm(new Scaler.Standard(0.25, 0.75))),
                new NumberEncoder("ranked", 1005, new Scaler.SignedLogarithm(new Scaler.Standard(7, 0))),
                new DateEncoder("day", DateEncoder.Part.DAYS, 10_000, new Scaler.Standard(10_000.3, 7000)),
                new MissingIndicator("day", 1, 0),
                new BooleanEncoder("truth", 1, 0, 0),
                new OrdinalEncoder("code", Level.named("x", "y", "z"))));
        List<FittedNetwork> members = new ArrayList<>();
        for (FittedNetwork member : model.members()) {
            List<TargetScale> scales = switch (member.target()) {
                case Numbers numbers -> numbers.scales();
                case Quantiles quantiles -> List.of(quantiles.scale());
                default -> List.of();
            };
            int outputs = scales.isEmpty() ? member.network().architecture().outputs() : scales.size();
            Architecture architecture = Architecture.inputs(encoding.width())
                    .with(new FeatureEmbeddings(List.of(new PassThrough(6), new CategoryEmbedding(4, outputs))))
                    .dense(outputs, Activation.IDENTITY);
            LinearPart linear = new LinearPart(encoding, network(architecture, seed + members.size()), scales, 10);
            members.add(new FittedNetwork(member.encoding(), member.target(), member.network(), Optional.of(linear)));
        }
        return new Model(members);
    }

    /// A network with every kind of layer and part.
    static Model layered(Target target) {
        List<ColumnEncoder> columns = layeredColumns();
        Architecture architecture = Architecture.inputs(7)
                .with(new FeatureEmbeddings(List.of(
                        new PeriodicEmbedding(2, 5, 3, 0.5),
                        new PiecewiseLinearEmbedding(List.of(BinEdges.of(-1, -0.5f, 0.25f, 2), BinEdges.of(0, 1)), 4),
                        new PassThrough(1),
                        new CategoryEmbedding(4, 3),
                        new CategoryEmbedding(3, 2))))
                .with(new Scale())
                .dense(9, Activation.IDENTITY)
                .with(new ParametricActivation(Activation.MISH))
                .with(new Dropout(0.25))
                .dense(6, Activation.SELU)
                .with(new ParametricActivation(Activation.RELU))
                .dense(target.minimumOutputs(), Activation.IDENTITY);
        return new Model(new TableEncoder(columns), target, network(architecture, 21));
    }

    /// A network with layer norms and a residual block, whose factors and biases are those of a trained one.
    static Model normalized(Target target) {
        List<ColumnEncoder> columns = layeredColumns().subList(0, 5);
        Architecture architecture = Architecture.inputs(5)
                .with(new LayerNorm(0.01))
                .dense(9, Activation.RELU)
                .with(new LayerNorm())
                .with(new Residual(List.of(
                        new LayerNorm(0.1, Activation.MISH),
                        new Dense(7, Activation.SELU, Dense.Bias.PRESENT),
                        new Scale(),
                        new Residual(List.of(new Dropout(0.3), new Dense(7, Activation.TANH, Dense.Bias.ABSENT))),
                        new Dense(9, Activation.IDENTITY, Dense.Bias.PRESENT))))
                .dense(target.minimumOutputs(), Activation.IDENTITY);
        return new Model(new TableEncoder(columns), target, network(architecture, 51));
    }

    /// Five networks that share all but factors on their inputs and their last layers, as the ensemble recipe's.
    static Model ensemble(Target target, long seed) {
        TableEncoder encoding = new TableEncoder(ensembleColumns());
        Architecture architecture = Architecture.inputs(encoding.width())
                .with(new FeatureEmbeddings(List.of(
                        new PiecewiseLinearEmbedding(
                                List.of(
                                        BinEdges.of(-2, -0.5f, 0, 0.25f, 2),
                                        BinEdges.of(-1, 1),
                                        BinEdges.of(0, 0.5f, 2)),
                                4),
                        new PassThrough(2),
                        new CategoryEmbedding(4, 3))))
                .with(new BatchEnsembleAdapter(List.of(4, 4, 4, 2, 3), BatchEnsembleAdapter.Start.NORMAL))
                .members(5)
                .dense(8, Activation.RELU)
                .with(new Dropout(0.1))
                .dense(6, Activation.RELU)
                .with(new EnsembleHeads(target.minimumOutputs()));
        return new Model(encoding, target, network(architecture, seed));
    }

    /// Two such ensembles of other rows, and one of members that differ in their columns' signs.
    static Model foldsOfEnsembles(Target target) {
        TableEncoder encoding = new TableEncoder(columns());
        Architecture signs = Architecture.inputs(encoding.width())
                .with(new BatchEnsembleAdapter(List.of(encoding.width()), BatchEnsembleAdapter.Start.SIGNS))
                .members(3)
                .dense(8, Activation.TANH)
                .with(new EnsembleHeads(target.minimumOutputs()));
        return new Model(List.of(
                ensemble(target, 31).members().getFirst(),
                ensemble(target, 32).members().getFirst(),
                new FittedNetwork(encoding, target, network(signs, 33))));
    }

    static List<ColumnEncoder> ensembleColumns() {
        return List.of(
                new NumberEncoder("bent", 1, new Scaler.Robust(0.5, 2)),
                new DateEncoder("day", DateEncoder.Part.DAYS, 10_000, new Scaler.Standard(10_000.3, 7000)),
                new NumberEncoder(
                        "ranked",
                        1005,
                        new Scaler.Normal(List.of(1000.0, 1001.5, 1010.0, 1100.0), Scaler.Normal.Precision.FLOAT)),
                new MissingIndicator("day", 0.75f, -0.5f),
                new BooleanEncoder("truth", 1, -1, 0),
                new OrdinalEncoder("code", Level.named("x", "y", "z")));
    }

    static List<ColumnEncoder> layeredColumns() {
        return List.of(
                new NumberEncoder("a", 1, new Scaler.Robust(0.5, 2)),
                new NumberEncoder("b", 2, new Scaler.Robust(0.25, 1)),
                new NumberEncoder("c", 0.5, new Scaler.Robust(0.125, 0.5)),
                new NumberEncoder("d", 0.25, new Scaler.Standard(0, 1)),
                new MissingIndicator("a", 1, -1),
                new OrdinalEncoder("e", Level.named("x", "y", "z")),
                new OrdinalEncoder("f", Level.named("x", "y")));
    }

    private static final Set<ParameterLayout.Role> TRAINED =
            EnumSet.of(ParameterLayout.Role.BIAS, ParameterLayout.Role.NORM_WEIGHTS, ParameterLayout.Role.NORM_BIAS);

    /// A network whose biases are not zero, as a trained one's.
    static Network network(Architecture architecture, long seed) {
        float[] values =
                Parameters.start(architecture, Initializer.GLOROT, seed).toArray();
        SplitRandom random = SplitRandom.of(seed, 99);
        for (ParameterLayout.Block block : architecture.parameterLayout().blocks()) {
            if (TRAINED.contains(block.role())) {
                for (int index = 0; index < block.length(); index++) {
                    values[block.offset() + index] = (float) random.nextGaussian() * 0.3f;
                }
            }
        }
        return Network.of(architecture, Parameters.of(architecture.parameterLayout(), values));
    }

    /// Rows of values that training saw, and of ones it did not. Numbers are floats, as the file takes them.
    static List<Map<String, @Nullable Object>> rows(List<ColumnEncoder> columns, int count, long seed) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            SplitRandom random = SplitRandom.of(seed, row);
            Map<String, @Nullable Object> cells = new HashMap<>();
            for (ColumnEncoder column : columns) {
                if (!(column instanceof MissingIndicator)) {
                    cells.put(column.column(), cell(column, random));
                }
            }
            cells.put("exposure", random.nextFloat());
            cells.put("no input", NO_INPUT.get(row % NO_INPUT.size()));
            rows.add(cells);
        }
        return rows;
    }

    private static final List<String> NO_INPUT = List.of("rot", "blau", "", "bleu", "grün");

    private static @Nullable Object cell(ColumnEncoder column, SplitRandom random) {
        if (random.nextInt(8) == 0) {
            return null;
        }
        return switch (column) {
            case NumberEncoder number
            when number.scaling() instanceof Scaler.Normal(List<Double> _, Scaler.Normal.Precision precision)
                    && precision == Scaler.Normal.Precision.DOUBLE -> number.imputed() + random.nextInt(-3, 4);
            case NumberEncoder number -> number(number.imputed(), random);
            case DateEncoder _ -> Instant.ofEpochSecond(random.nextLong(-9_000_000_000L, 9_000_000_000L));
            case BooleanEncoder _ -> random.nextBoolean();
            case OneHotEncoder category -> word(spellings(category.levels()), random);
            case OrdinalEncoder code -> word(spellings(code.levels()), random);
            case ExactValueEncoder code ->
                random.nextInt(4) == 0
                        ? (Object) number(0, random)
                        : code.values().get(random.nextInt(code.values().size()));
            case MissingIndicator _ -> throw new AssertionError("another encoding of the column gives its cells");
        };
    }

    private static List<String> spellings(List<Level> levels) {
        return levels.stream().flatMap(Level::spellings).toList();
    }

    /// A number like the usual one, or an awkward one.
    static float number(double usual, SplitRandom random) {
        return switch (random.nextInt(16)) {
            case 0 -> Float.POSITIVE_INFINITY;
            case 1 -> Float.NEGATIVE_INFINITY;
            case 2 -> Float.MAX_VALUE;
            case 3 -> -Float.MAX_VALUE;
            case 4 -> -0f;
            default -> (float) (usual + random.nextGaussian() * Math.min(1, Math.abs(usual)));
        };
    }

    /// One of the words, a new one, or none.
    static String word(List<String> words, SplitRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> "never seen";
            case 1 -> "";
            default -> words.get(random.nextInt(words.size()));
        };
    }
}
