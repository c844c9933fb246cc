package slope.kernel;

import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/// The choice of kernels, with its reason.
///
///     KernelsChoice choice = KernelsChoice.best();
///     Kernels kernels = choice.create();
///
/// Every choice gives the same bits; they differ in speed.
public final class KernelsChoice {
    private static final KernelsChoice SCALAR = plainJava(Cause.ASKED_FOR, "plain Java was asked for");
    private static final KernelsChoice SMALL = plainJava(Cause.SMALL_WORK, "the work is too small for vectors to pay");

    /// Multiply-adds from which vector kernels are quicker all in all. The JVM takes about a second
    /// to compile them, in which plain Java does some ten thousand million, already compiled or
    /// soon.
    private static final double VECTORS_PAY = 1e10;

    /// Set by `slope.args`, the argument file with the compiler flags that vector kernels need.
    private static final String FLAGS = "slope.vector.flags";

    private final String name;
    private final Cause cause;
    private final String reason;
    private final Supplier<Kernels> source;
    private final Runnable preparation;

    private KernelsChoice(String name, Cause cause, String reason, Supplier<Kernels> source, Runnable preparation) {
        this.name = name;
        this.cause = cause;
        this.reason = reason;
        this.source = source;
        this.preparation = preparation;
    }

    private static KernelsChoice plainJava(Cause cause, String reason) {
        return new KernelsChoice("scalar", cause, reason, Kernels::scalar, () -> {});
    }

    /// Why kernels were chosen.
    public enum Cause {
        /// The vector kernels are there.
        FOUND,
        /// Plain Java was asked for.
        ASKED_FOR,
        /// The work is too small for vectors to pay.
        SMALL_WORK,
        /// There are no vector kernels.
        NOT_ON_PATH,
        /// Java was started without the Vector API.
        NO_VECTOR_API,
        /// The vector kernels failed.
        FAILED
    }

    /// The fastest kernels on the module path or class path: the vector ones, or the scalar ones
    /// where those are missing or cannot work.
    public static KernelsChoice best() {
        return Best.CHOICE;
    }

    /// The kernels in plain Java.
    public static KernelsChoice scalar() {
        return SCALAR;
    }

    /// These, or plain Java where all the work there is would be done before vector kernels are
    /// compiled.
    ///
    /// @param multiplyAdds of the work
    KernelsChoice forWork(double multiplyAdds) {
        return isScalar() || multiplyAdds >= VECTORS_PAY ? this : SMALL;
    }

    /// Whether these are the kernels in plain Java, requested or for lack of others.
    public boolean isScalar() {
        return name.equals(SCALAR.name);
    }

    /// What the kernels run on: "scalar", "vector 512 bits".
    public String name() {
        return name;
    }

    /// The reason for the choice, for programs.
    public Cause cause() {
        return cause;
    }

    /// The reason for the choice, a clause.
    public String reason() {
        return reason;
    }

    /// Why these are slower than the machine allows, in one sentence: the vector kernels or their
    /// compiler flags are missing. Empty where plain Java was asked for, or the work is too small
    /// for vectors to pay.
    public Optional<String> remark() {
        if (cause == Cause.ASKED_FOR || cause == Cause.SMALL_WORK) {
            return Optional.empty();
        }
        if (isScalar()) {
            return Optional.of("the kernels in plain Java are used, which are slower: " + reason);
        }
        return System.getProperty(FLAGS) == null
                ? Optional.of("the vector kernels are slower without the compiler flags in slope.args;"
                        + " start Java with them: java @slope.args")
                : Optional.empty();
    }

    /// New kernels, for one owner.
    public Kernels create() {
        return source.get();
    }

    /// Makes ready for long work, see [KernelsProvider#prepare].
    void prepare() {
        preparation.run();
    }

    /// As in "vector 512 bits (found slope.vector)".
    @Override
    public String toString() {
        return name + " (" + reason + ")";
    }

    /// Chooses the first that a loader finds.
    static KernelsChoice from(ServiceLoader<KernelsProvider> loader) {
        try {
            for (KernelsProvider provider : loader) {
                return of(provider);
            }
            return plainJava(Cause.NOT_ON_PATH, "slope-vector is not on the path");
        } catch (ServiceConfigurationError | LinkageError failure) {
            return failed(failure);
        }
    }

    /// The kernels of a provider.
    static KernelsChoice of(KernelsProvider provider) {
        String found = "found " + provider.getClass().getPackageName();
        return new KernelsChoice(provider.name(), Cause.FOUND, found, provider::create, provider::prepare);
    }

    /// Plain Java, because of a provider's failure. On the class path the incubator module is missing unless
    /// it is asked for, and the provider's class does not link.
    private static KernelsChoice failed(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        boolean noVectorApi = cause.toString().replace('/', '.').contains("jdk.incubator.vector");
        return noVectorApi
                ? plainJava(
                        Cause.NO_VECTOR_API,
                        "Java was started without the Vector API; it needs the option --add-modules"
                                + " jdk.incubator.vector")
                : plainJava(Cause.FAILED, "the vector kernels failed: " + cause);
    }

    /// Searched once, at the first request: the path does not change.
    private static final class Best {
        static final KernelsChoice CHOICE =
                from(ServiceLoader.load(KernelsProvider.class, KernelsProvider.class.getClassLoader()));
    }
}
