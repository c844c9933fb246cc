package slope.preprocess;

/// What the inputs of an encoding are to a network, which decides how its first layer takes them.
public enum InputKind {
    /// Numbers on a scale: near values mean near things, so they may be embedded.
    NUMBER,
    /// Flags and the inputs of one-hot categories: they enter as they are.
    PLAIN,
    /// One number from 0, the code of a level: it stands for a row of a lookup table and means nothing
    /// as a number.
    CODE
}
