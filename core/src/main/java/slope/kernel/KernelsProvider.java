package slope.kernel;

/// A provider of kernels that core does not know by name: [java.util.ServiceLoader] finds it.
///
/// A provider that cannot work on this machine fails when it is made, with a message that says why.
public interface KernelsProvider {

    /// What the kernels run on, in a few words: "vector 512 bits".
    String name();

    /// New kernels, for one owner.
    Kernels create();

    /// Makes ready for long work, as a training is: what would otherwise be slow at first. It takes some
    /// time once, and none later.
    default void prepare() {}
}
