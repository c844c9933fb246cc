package slope.training;

import java.util.Optional;
import slope.optimizer.OptimizerState;

/// The steps of a training: which rows each sees, how it moves the parameters, and what it
/// remembers. A step is a [#measure], a [#differentiate] and a [#move].
sealed interface Steps permits BatchSteps, FullBatchSteps, ShardedSteps {

    /// How many steps each epoch has.
    int ofEpoch();

    /// Chooses the rows of each step of an epoch.
    void startEpoch(int epoch);

    /// The numbers of the rows of a step, those of one ensemble member after those of another.
    ///
    /// @param number of the step in its epoch, from 0
    int[] rows(int number);

    /// The summed loss of the rows of a step, with the parameters as they are.
    ///
    /// @param number of the step in its epoch, from 0
    /// @param stepsBefore in all epochs
    double measure(float[] parameters, int number, long stepsBefore);

    /// The weight of the measured rows.
    double weight();

    /// Computes the gradient of the measured loss.
    void differentiate();

    /// The gradient, of which this always is the array.
    float[] gradient();

    /// Moves the parameters.
    ///
    /// @param rateMultiplier below 1 after a recovery from divergence
    /// @param stepsBefore in all epochs
    /// @return the learning rate, or the length of the step
    double move(float[] parameters, double rateMultiplier, long stepsBefore);

    /// Why further steps would move nothing; empty while they move.
    default Optional<Ending> rest() {
        return Optional.empty();
    }

    /// The parameters to score and keep.
    default float[] averageOr(float[] parameters) {
        return parameters;
    }

    /// What helps where steps are too large.
    ///
    /// @param lastRate the learning rate of the last one, or its length
    default String adviceAgainstDivergence(double lastRate) {
        return DivergedException.smallerRate(lastRate);
    }

    /// A copy of what is remembered.
    OptimizerState state();

    void restore(OptimizerState state);

    /// Starts again from these parameters.
    void forgetAllBut(float[] parameters);
}
