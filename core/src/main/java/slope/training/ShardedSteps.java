package slope.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import slope.internal.random.SplitRandom;
import slope.layer.Architecture;
import slope.loss.Loss;
import slope.loss.LossMeter;
import slope.network.Pass;
import slope.optimizer.OptimizerState;
import slope.optimizer.UpdateRule;
import slope.training.TrainingOptions.LastBatch;

/// Steps of an [UpdateRule] whose rows lie in shards, and these in several processes.
///
/// A step takes the next rows of every shard, in proportion to its size. Gradients, losses and weights
/// are added by a binary tree over all shards, of which each worker has a subtree, so that 1, 2 or 4
/// workers get the same bits.
final class ShardedSteps implements Steps {
    private final Trainer settings;
    private final Shards shards;
    private final Architecture architecture;
    private final int members;
    private final Pass pass;
    private final LossMeter meter;
    private final Batch batch;
    private final int stepsOfEpoch;
    private final ParameterUpdate update;
    private final List<Optional<EpochRows>> epochRows; // of each shard
    private final int[][] orders; // of each shard, in this epoch
    private final Tree tree;
    private final float[] gradient;
    private double weight;

    /// @param allRows of all shards and workers
    ShardedSteps(Trainer settings, UpdateRule rule, Shards shards, long allRows, Workspace workspace) {
        this.settings = settings;
        this.shards = shards;
        this.architecture = workspace.architecture();
        this.members = architecture.members();
        this.pass = workspace.pass();
        this.meter = workspace.meter();
        this.batch = workspace.batch();
        this.stepsOfEpoch = stepsOfEpoch(settings, allRows);
        this.update = new ParameterUpdate(settings, rule, workspace, stepsOfEpoch);
        int count = shards.ofWorker().size();
        this.epochRows = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            long seed = SplitRandom.name(settings.seed(), shards.first() + index);
            epochRows.add(shards.ofWorker()
                    .get(index)
                    .map(examples -> new EpochRows(examples.rows(), settings.order(), seed, members)));
        }
        this.orders = new int[count][];
        int parameters = architecture.parameterLayout().length();
        this.tree = new Tree(count, parameters);
        this.gradient = new float[parameters];
    }

    private static int stepsOfEpoch(Trainer settings, long rows) {
        boolean dropped = settings.trainingOptions().lastBatch() == LastBatch.DROPPED;
        long steps = dropped ? rows / settings.batchSize() : Math.ceilDiv(rows, (long) settings.batchSize());
        return Math.toIntExact(Math.max(1, steps));
    }

    /// The maximum rows of a shard in a step, of each ensemble member.
    static int blockRows(Trainer settings, Shards shards, long allRows) {
        return Math.ceilDiv(shards.mostRows(), stepsOfEpoch(settings, allRows)) + 1;
    }

    @Override
    public int ofEpoch() {
        return stepsOfEpoch;
    }

    @Override
    public void startEpoch(int epoch) {
        for (int shard = 0; shard < orders.length; shard++) {
            orders[shard] =
                    epochRows.get(shard).map(rows -> rows.arrange(epoch)).orElseGet(() -> new int[0]);
        }
    }

    @Override
    public int[] rows(int number) {
        throw new UnsupportedOperationException("the rows of a step lie in several processes");
    }

    /// The gradient is computed as well: the memory of a pass is needed for the next shard.
    @Override
    public double measure(float[] parameters, int number, long stepsBefore) {
        for (int shard = 0; shard < orders.length; shard++) {
            measureShard(parameters, shard, number, stepsBefore);
        }
        shards.exchange().add(tree.total(), tree.sums());
        weight = tree.sums()[1];
        float scale = weight == 0 ? 0 : (float) (1 / loss().divisor(weight, outputs()));
        for (int index = 0; index < gradient.length; index++) {
            gradient[index] = tree.total()[index] * scale;
        }
        return tree.sums()[0];
    }

    private void measureShard(float[] parameters, int shard, int number, long stepsBefore) {
        Optional<Examples> examples = shards.ofWorker().get(shard);
        int count = examples.map(Examples::rows).orElse(0);
        int first = (int) ((long) count * number / stepsOfEpoch);
        int rows = (int) ((long) count * (number + 1) / stepsOfEpoch) - first;
        if (rows == 0) {
            tree.addNothing(shard);
            return;
        }
        batch.gather(examples.orElseThrow(), orders[shard], first, rows, members, count);
        long random = SplitRandom.name(BatchSteps.random(settings, stepsBefore), shards.first() + shard);
        float[] outputs = pass.forwardToTrain(
                parameters, batch.inputs(), 0, rows * members, random, update.dropoutShare(stepsBefore));
        double sum = meter.measure(
                outputs, batch.targets(), batch.weights(), batch.offsets(), pass.outputGradient(), rows * members);
        float[] leaf = tree.leaf();
        pass.backward(leaf);
        float divisor = (float) loss().divisor(meter.weight(), outputs());
        for (int index = 0; index < leaf.length; index++) {
            leaf[index] *= divisor;
        }
        tree.add(shard, sum, meter.weight());
    }

    private Loss loss() {
        return settings.loss();
    }

    private int outputs() {
        return architecture.outputs();
    }

    @Override
    public double weight() {
        return weight;
    }

    @Override
    public void differentiate() {}

    @Override
    public float[] gradient() {
        return gradient;
    }

    @Override
    public double move(float[] parameters, double rateMultiplier, long stepsBefore) {
        return update.move(parameters, gradient, rateMultiplier, stepsBefore);
    }

    @Override
    public float[] averageOr(float[] parameters) {
        return update.averageOr(parameters);
    }

    @Override
    public OptimizerState state() {
        return update.state();
    }

    @Override
    public void restore(OptimizerState state) {
        update.restore(state);
    }

    @Override
    public void forgetAllBut(float[] parameters) {
        update.forgetAllBut(parameters);
    }

    /// The sums of a worker's shards, added as they come: like a counter in binary, each level keeps
    /// the sum of a whole subtree until the one beside it is there.
    private static final class Tree {
        private final float[][] levels; // of 1, 2, 4, … shards × parameters; the last is the total
        private final double[][] sums; // of the same: loss and weight
        private float[] leaf;
        private double[] leafSums = new double[2];

        Tree(int shards, int parameters) {
            int depth = Integer.numberOfTrailingZeros(shards) + 1;
            levels = new float[depth][parameters];
            sums = new double[depth][2];
            leaf = new float[parameters];
        }

        /// To be filled with the gradient of the next shard.
        float[] leaf() {
            return leaf;
        }

        void addNothing(int shard) {
            Arrays.fill(leaf, 0);
            add(shard, 0, 0);
        }

        /// Adds the leaf, which is the shard of this number.
        void add(int shard, double loss, double weight) {
            leafSums[0] = loss;
            leafSums[1] = weight;
            int level = 0;
            for (; (shard >> level & 1) == 1; level++) {
                for (int index = 0; index < leaf.length; index++) {
                    leaf[index] = levels[level][index] + leaf[index];
                }
                leafSums[0] += sums[level][0];
                leafSums[1] += sums[level][1];
            }
            float[] free = levels[level];
            levels[level] = leaf;
            leaf = free;
            double[] freeSums = sums[level];
            sums[level] = leafSums;
            leafSums = freeSums;
        }

        float[] total() {
            return levels[levels.length - 1];
        }

        double[] sums() {
            return sums[sums.length - 1];
        }
    }
}
