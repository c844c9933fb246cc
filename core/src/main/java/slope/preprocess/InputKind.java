package slope.preprocess;

/// The kinds of inputs, which decide how a network's first layer takes them.
public enum InputKind {
    /// Numbers on a scale: close values have similar meanings, so they may be embedded.
    NUMBER,
    /// Flags and one-hot inputs: they pass through unchanged.
    PASS_THROUGH,
    /// The code of a category, from 0: it selects a row of an embedding and has no meaning as a
    /// number.
    CATEGORY
}
