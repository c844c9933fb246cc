package slope.kernel;

/// Which numbers of a block are dropped: whether a number is depends on the mask's two keys and the
/// number's place, and on nothing else, so any part of a block can be computed by any thread.
///
/// The place and the keys go through a hash of 32 bits (the constants are Chris Wellons's
/// `lowbias32`, 2018, whose two rounds leave each output bit with nearly no bias; the second key
/// goes in between, so that two masks are no shifted copies of each other). A number is dropped
/// where the upper 24 bits, read as a fraction of 2²⁴, are below the rate.
public final class DropoutMask {
    /// The first round's multiplier.
    public static final int FIRST = 0x7feb352d;

    /// The second round's multiplier.
    public static final int SECOND = 0x846ca68b;

    private static final int FRACTION_BITS = 24;

    private int firstKey;
    private int secondKey;
    private int threshold;
    private float scale = 1;

    /// A mask that drops nothing, until another is drawn.
    public DropoutMask() {}

    /// Draws another mask.
    ///
    /// @param name the upper and the lower half are the two keys
    /// @param rate the share of numbers to drop, from 0 to below 1
    public void draw(long name, double rate) {
        firstKey = (int) (name >>> 32);
        secondKey = (int) name;
        threshold = (int) Math.rint(rate * (1 << FRACTION_BITS));
        scale = (float) (1 / (1 - rate));
    }

    /// Whether the number in this place is dropped.
    public boolean drops(int place) {
        int hash = place + firstKey;
        hash = (hash ^ (hash >>> 16)) * FIRST;
        hash ^= secondKey;
        hash = (hash ^ (hash >>> 15)) * SECOND;
        hash ^= hash >>> 16;
        return (hash >>> (32 - FRACTION_BITS)) < threshold;
    }

    public int firstKey() {
        return firstKey;
    }

    public int secondKey() {
        return secondKey;
    }

    /// A place is dropped where its hash's upper 24 bits are below this.
    public int threshold() {
        return threshold;
    }

    /// What kept numbers are multiplied by: 1 / (1 − rate).
    public float scale() {
        return scale;
    }
}
