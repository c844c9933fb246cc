package slope.loss;

/// A custom loss, defined by the user.
///
///     record LogCosh() implements CustomLoss {
///         public String title() { return "log-cosh loss"; }
///         public void measure(Kernels kernels, LossBatch batch, int start, int end) { … }
///     }
///
/// [Loss#measure] gets rows `start` to `end` of a batch and writes two arrays of it: `losses`, rows
/// × targets, and `gradient`, rows × outputs, which is the derivative of a row's losses with
/// respect to the output, times `scale`. It writes every number of these rows and none of others,
/// and changes nothing else: several threads call it at once. The loss of the batch is the sum of
/// `losses` over [Loss#divisor], by default the mean over rows and outputs; weights of rows are
/// multiplied in afterwards. The same inputs must give the same bits on every machine:
/// `StrictMath.exp`, not `Math.exp`.
///
/// It is for training alone. A saved model holds no loss; the double engine, whose formulas are its
/// own, refuses to trace it.
public non-sealed interface CustomLoss extends Loss {}
