package slope.network;

import slope.kernel.Kernels;
import slope.kernel.Team;

/// One part of features at work, between its columns of the inputs and its columns of the outputs.
sealed interface PartPass permits LookupPass, PeriodicPass, PiecewiseLinearPass, PlainPass {

    /// Where a part's columns stand.
    ///
    /// @param inputWidth inputs of the whole network
    /// @param firstInput the part's first
    /// @param outputWidth outputs of all parts
    /// @param firstOutput the part's first
    record Place(int inputWidth, int firstInput, int outputWidth, int firstOutput) {}

    /// The memory and code of a part.
    static PartPass of(Team team, Part part, Place place, ParameterLayout layout, int number, int batchSize) {
        return switch (part) {
            case Part.Plain(int inputs) -> new PlainPass(team, place, inputs);
            case Part.Periodic settings -> new PeriodicPass(team, place, settings, layout, number, batchSize);
            case Part.PiecewiseLinear settings -> new PiecewiseLinearPass(team, place, settings, layout, number);
            case Part.Lookup settings -> new LookupPass(team, place, settings, layout, number);
        };
    }

    /// Numbers of memory that a part makes besides its outputs.
    static long numbers(Part part) {
        return switch (part) {
            case Part.Plain _, Part.Periodic _, Part.Lookup _ -> 0;
            case Part.PiecewiseLinear lines -> 2L * lines.bins() * lines.dimension();
        };
    }

    /// Numbers of memory that a part makes for each thread, for so many rows.
    static long numbersOfThread(Part part, int rows) {
        return switch (part) {
            case Part.Periodic(int _, int frequencies, int mixtures, double _) ->
                rows * (1L + 3L * frequencies + mixtures);
            case Part.Plain _, Part.Lookup _, Part.PiecewiseLinear _ -> 0;
        };
    }

    /// Computes the part's outputs of each row.
    ///
    /// @param parameters those of the whole network
    /// @param inputs rows × inputWidth, from `inputsOffset` on
    /// @param outputs rows × outputWidth, of which only the part's columns are written
    void forward(float[] parameters, float[] inputs, int inputsOffset, int rows, float[] outputs);

    /// Writes some shares of the part's gradient by its parameters, for the rows of the last forward, out
    /// of as many shares as the team has threads.
    ///
    /// @param outputGradient rows × outputWidth
    /// @param gradient by the parameters of the whole network
    void gradient(int member, Kernels kernels, int firstShare, int endShare, float[] outputGradient, float[] gradient);

    /// What all shares of [#gradient] cost, in multiply-adds.
    long gradientCost();
}
