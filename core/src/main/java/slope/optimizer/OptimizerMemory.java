package slope.optimizer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import slope.kernel.Team;
import slope.kernel.Worker;
import slope.layer.ParameterLayout;
import slope.layer.Parameters;

/// The memory of an [UpdateRule] between steps: its moments, the parameter groups, the average of
/// the parameters.
public final class OptimizerMemory {
    private static final float[] NONE = {};

    /// Numbers of an array are shared in whole vectors of the widest hardware.
    private static final int GRAIN = 16;

    /// What a parameter costs, in multiply-adds: several numbers read and written, a root, a
    /// division.
    private static final int PARAMETER_COST = 24;

    private final Team team;
    private final Team.Part<Update> step = this::step;
    private final UpdateRule optimizer;
    private final ParameterLayout layout;
    private final ParameterGroup[] groups;
    private final float[][] moments; // moments × parameters
    private final double[] betaPowers; // for each moment β^t after t steps, 1 where it is not corrected
    private final float[] average; // of the parameters after the last steps, one for each
    private final int averagedSteps;
    private final Update update;

    /// @param averagedSteps over how many steps the parameters are averaged; 0 for no average
    public OptimizerMemory(
            Team team, UpdateRule optimizer, ParameterGroups groups, int averagedSteps, ParameterLayout layout) {
        this.team = team;
        this.optimizer = optimizer;
        this.layout = layout;
        this.groups = groups.of(layout);
        this.moments = new float[optimizer.moments().size()][layout.length()];
        this.betaPowers = new double[moments.length];
        Arrays.fill(betaPowers, 1);
        this.average = averagedSteps > 0 ? new float[layout.length()] : NONE;
        this.averagedSteps = averagedSteps;
        this.update = new Update(moments, betaPowers);
    }

    /// A copy of the state.
    public OptimizerState state() {
        List<Parameters> all =
                arrays().map(moment -> Parameters.of(layout, moment)).toList();
        return new OptimizerState(all, Arrays.stream(betaPowers).boxed().toList());
    }

    /// Replaces the memory by the state of an optimizer with the same settings.
    ///
    /// @throws IllegalArgumentException if its settings were others
    public void restore(OptimizerState state) {
        List<float[]> own = arrays().toList();
        if (state.moments().size() != own.size() || state.numbers().size() != betaPowers.length) {
            throw new IllegalArgumentException("the optimizer has %s moments for each parameter, not %s"
                    .formatted(own.size(), state.moments().size()));
        }
        for (int index = 0; index < own.size(); index++) {
            System.arraycopy(state.moments().get(index).toArray(), 0, own.get(index), 0, layout.length());
        }
        Arrays.setAll(betaPowers, moment -> state.numbers().get(moment));
    }

    /// Resets the memory, except the parameters that training continues from.
    public void forgetAllBut(float[] parameters) {
        for (float[] moment : moments) {
            Arrays.fill(moment, 0);
        }
        System.arraycopy(parameters, 0, average, 0, average.length);
        Arrays.fill(betaPowers, 1);
    }

    private Stream<float[]> arrays() {
        return Stream.concat(Arrays.stream(moments), averagedSteps > 0 ? Stream.of(average) : Stream.empty());
    }

    /// Updates the parameters by a gradient.
    ///
    /// @param parameters changed in place
    /// @param gradient as many numbers as parameters
    /// @param rate the learning rate of this step
    /// @param decayShare the schedule's share of the weight decay
    /// @param stepsBefore the number of steps before this one
    public void step(float[] parameters, float[] gradient, double rate, double decayShare, long stepsBefore) {
        float averageShare = averagedSteps > 0 ? (float) (1.0 / Math.min(stepsBefore + 1, averagedSteps)) : 0;
        update.fill(parameters, gradient, rate, decayShare, averageShare);
        for (int moment = 0; moment < betaPowers.length; moment++) {
            betaPowers[moment] *= optimizer.correctedBeta(moment); // StrictMath.pow allocates
        }
        team.share(step, update, parameters.length, GRAIN, (long) parameters.length * PARAMETER_COST);
    }

    /// The parameters to score and keep: their average, or themselves where there is none.
    ///
    /// The average is the mean of the parameters after each step; once there are more steps than
    /// its length, it is an exponential moving average with the weight of the mean's last step.
    public float[] averageOr(float[] parameters) {
        return averagedSteps > 0 ? average : parameters;
    }

    private void step(Worker worker, Update update, int start, int end) {
        for (ParameterGroup group : groups) {
            int from = Math.max(start, group.offset());
            int to = Math.min(end, group.offset() + group.length());
            if (from < to) {
                optimizer.step(worker.kernels().steps(), update, group, from, to - from);
                average(update, from, to);
            }
        }
    }

    private void average(Update update, int start, int end) {
        if (averagedSteps > 0) {
            float[] parameters = update.parameters();
            float share = update.averageShare();
            for (int index = start; index < end; index++) {
                average[index] = Math.fma(share, parameters[index] - average[index], average[index]);
            }
        }
    }
}
