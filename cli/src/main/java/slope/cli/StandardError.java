package slope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Optional;

/// The real error stream. The launcher filters the JVM's error stream, to drop a warning of the
/// JVM, and filtered text may arrive after the process has ended. So the launcher passes the real
/// stream under another descriptor.
final class StandardError {
    /// Set by the launcher to the number of the real error stream.
    private static final String DESCRIPTOR = "slope.errors.descriptor";

    private StandardError() {}

    static OutputStream ofProcess() {
        return Optional.ofNullable(Integer.getInteger(DESCRIPTOR))
                .flatMap(StandardError::numbered)
                .<OutputStream>map(FileOutputStream::new)
                .orElse(System.err);
    }

    /// Java has a constructor for it, which the launcher opens to this module. The public way,
    /// `dup2` as a foreign function, would cost each start a tenth of a second.
    private static Optional<FileDescriptor> numbered(int number) {
        try {
            Constructor<FileDescriptor> constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(number));
        } catch (ReflectiveOperationException | InaccessibleObjectException _) {
            return Optional.empty(); // then all goes the way that is read along
        }
    }
}
