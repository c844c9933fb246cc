/// Random numbers that repeat: the same seed gives the same numbers on every machine, in every
/// thread order.
///
/// [slope.internal.random.MersenneTwister] is NumPy's legacy generator, which the notebook's lessons start
/// from. [slope.internal.random.SplitRandom] is what everything else uses: a generator named by a seed and a
/// path such as (epoch, batch, layer), so that no number depends on who asks first. Both are plain
/// [java.util.random.RandomGenerator]s. This package depends on nothing.
@NullMarked
package slope.internal.random;

import org.jspecify.annotations.NullMarked;
