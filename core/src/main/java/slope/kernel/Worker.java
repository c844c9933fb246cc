package slope.kernel;

/// A thread of a [Team], for what it computes.
///
/// @param number from 0, for memory of its own
/// @param kernels this thread's
public record Worker(int number, Kernels kernels) {}
