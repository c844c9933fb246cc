package slope.spark;

import java.io.Serializable;

/// What a worker sends to the driver: the first one the trained state, or why there is none, the others
/// nothing.
///
/// @param state a checkpoint's bytes; empty where there is none
/// @param failure a sentence; empty where there is none
record Outcome(byte[] state, String failure) implements Serializable {
    static final Outcome NOTHING = new Outcome(new byte[0], "");

    static Outcome of(byte[] state) {
        return new Outcome(state, "");
    }

    static Outcome failed(String sentence) {
        return new Outcome(new byte[0], sentence);
    }
}
