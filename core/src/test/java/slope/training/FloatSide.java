package slope.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import slope.golden.Batch;
import slope.golden.Descent;
import slope.golden.Measured;
import slope.golden.Step;
import slope.kernel.Engine;
import slope.kernel.Team;
import slope.layer.Architecture;
import slope.layer.Parameters;
import slope.loss.Loss;
import slope.loss.LossMeter;
import slope.network.Network;
import slope.network.Pass;
import slope.optimizer.OptimizerMemory;
import slope.optimizer.UpdateRule;
import slope.training.Checkpointer.Moment;

/// The float engine as the tests of published numbers ask for it.
public final class FloatSide {
    private FloatSide() {}

    public static Measured measure(Architecture architecture, double[] parameters, Loss loss, Batch batch) {
        int rows = batch.inputs().length;
        int width = architecture.outputs();
        try (Team team = Engine.scalar().start()) {
            Pass pass = new Pass(team, architecture, rows);
            LossMeter meter = new LossMeter(team, loss, width, rows);
            float[] gradient = new float[parameters.length];
            float[] outputs = Arrays.copyOf(
                    pass.forwardToTrain(floats(parameters), floats(batch.inputs()), 0, rows, 0, 0), rows * width);
            double sum = meter.measure(outputs, floats(batch.targets()), pass.outputGradient(), rows);
            pass.backward(gradient);
            return new Measured(doubles(outputs), meter.loss(sum, rows), doubles(gradient));
        }
    }

    public static Measured measure(
            Architecture architecture, double[] parameters, double[][] inputs, double[] byOutputs) {
        try (Team team = Engine.scalar().start()) {
            Pass pass = new Pass(team, architecture, inputs.length);
            float[] outputs = Arrays.copyOf(
                    pass.forwardToTrain(floats(parameters), floats(inputs), 0, inputs.length, 0, 0), byOutputs.length);
            System.arraycopy(floats(byOutputs), 0, pass.outputGradient(), 0, byOutputs.length);
            float[] gradient = new float[parameters.length];
            pass.backward(gradient);
            return new Measured(doubles(outputs), Double.NaN, doubles(gradient));
        }
    }

    public static Measured loss(Loss loss, double[] outputs, int width, double[] targets) {
        int rows = outputs.length / width;
        try (Team team = Engine.scalar().start()) {
            LossMeter meter = new LossMeter(team, loss, width, rows);
            float[] gradient = new float[outputs.length];
            double sum = meter.measure(floats(outputs), floats(targets), gradient, rows);
            return new Measured(outputs, meter.loss(sum, rows), doubles(gradient));
        }
    }

    public static List<double[]> descend(Descent descent, double[] start, double[][] gradients, double[] rates) {
        List<double[]> after = new ArrayList<>();
        try (Team team = Engine.scalar().start()) {
            OptimizerMemory memory =
                    new OptimizerMemory(team, descent.optimizer(), descent.groups(), 0, descent.layout());
            float[] parameters = floats(start);
            for (int step = 0; step < gradients.length; step++) {
                memory.step(parameters, floats(gradients[step]), rates[step], 1, step);
                after.add(doubles(parameters));
            }
        }
        return after;
    }

    public static List<Step> train(Trainer trainer, Architecture architecture, double[] start, List<Batch> batches) {
        return architecture.members() == 1
                ? trainRun(trainer, architecture, start, batches)
                : trainMembers(trainer, architecture, start, batches);
    }

    /// One epoch of a whole run, in which each batch is one of the epoch's.
    private static List<Step> trainRun(
            Trainer trainer, Architecture architecture, double[] start, List<Batch> batches) {
        double[][] inputs =
                batches.stream().flatMap(batch -> Arrays.stream(batch.inputs())).toArray(double[][]::new);
        double[][] targets = batches.stream()
                .flatMap(batch -> Arrays.stream(batch.targets()))
                .toArray(double[][]::new);
        Examples examples = Examples.of(floats(inputs), inputs[0].length, floats(targets), targets[0].length);
        Trainer asGiven = trainer.batchSize(batches.getFirst().inputs().length)
                .order(Trainer.RowOrder.AS_GIVEN)
                .stopping(Stopping.after(1))
                .engine(Engine.scalar());
        Kept kept = new Kept();
        asGiven.train(
                Network.of(architecture, Parameters.of(architecture.parameterLayout(), floats(start))),
                examples,
                examples,
                _ -> 0,
                TrainingCallbacks.<TrainingState>by(TrainingListener.silent()).checkpointer(kept));
        return kept.steps.subList(0, batches.size());
    }

    /// The state after each batch; those of the validation rows follow.
    private static final class Kept implements Checkpointer<TrainingState> {
        private final List<Step> steps = new ArrayList<>();

        @Override
        public boolean wants(Moment moment) {
            return moment == Moment.AFTER_BATCH;
        }

        @Override
        public void save(TrainingState state) {
            steps.add(new Step(
                    state.place().lastLoss(),
                    doubles(state.current().parameters().toArray())));
        }
    }

    /// What a run does with batches, where each member's rows are given: a run draws them.
    private static List<Step> trainMembers(
            Trainer trainer, Architecture architecture, double[] start, List<Batch> batches) {
        List<Step> steps = new ArrayList<>();
        TrainingOptions trainingOptions = trainer.trainingOptions();
        try (Team team = Engine.scalar().start()) {
            OptimizerMemory memory = new OptimizerMemory(
                    team,
                    (UpdateRule) trainer.optimizer(),
                    trainingOptions.parameterGroups(),
                    0,
                    architecture.parameterLayout());
            GradientClipping limit = new GradientClipping(team, trainingOptions.maximumGradientNorm(), start.length);
            float[] parameters = floats(start);
            for (Batch batch : batches) {
                double progress = (double) steps.size() / batches.size();
                Measured measured = measure(architecture, doubles(parameters), trainer.loss(), batch);
                float[] gradient = floats(measured.gradient());
                limit.clip(gradient);
                memory.step(
                        parameters,
                        gradient,
                        trainer.learningRate().at(progress),
                        trainingOptions.decay().at(progress),
                        steps.size());
                steps.add(new Step(measured.loss(), doubles(parameters)));
            }
        }
        return steps;
    }

    private static float[] floats(double[][] rows) {
        return floats(Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
    }

    private static float[] floats(double[] doubles) {
        float[] floats = new float[doubles.length];
        for (int index = 0; index < floats.length; index++) {
            floats[index] = (float) doubles[index];
        }
        return floats;
    }

    private static double[] doubles(float[] floats) {
        double[] doubles = new double[floats.length];
        Arrays.setAll(doubles, index -> floats[index]);
        return doubles;
    }
}
