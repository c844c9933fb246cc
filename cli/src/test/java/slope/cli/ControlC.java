package slope.cli;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Ctrl-C, as the processes that the tests start meet it.
///
/// A shell makes what it runs in the background ignore Ctrl-C, processes inherit that from each other,
/// and Java then ignores it too. So before it starts others this process stops ignoring it, by POSIX's
/// `signal`, since no shell can and `env` cannot everywhere.
final class ControlC {
    private static final int SIGINT = 2;
    private static final long IGNORED = 1; // SIG_IGN; 0 is SIG_DFL
    private static final int SIGACTION_BYTES = 256; // more than any system's; the handler comes first

    private ControlC() {}

    /// Makes processes that are started from now on end by Ctrl-C.
    @SuppressWarnings("restricted")
    static void isHeeded() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment action = arena.allocate(SIGACTION_BYTES, 8);
            FunctionDescriptor asks = FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
            int failed = (int) function("sigaction", asks).invokeExact(SIGINT, MemorySegment.NULL, action);
            if (failed == 0 && action.get(ValueLayout.JAVA_LONG, 0) == IGNORED) {
                FunctionDescriptor sets =
                        FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
                MemorySegment _ = (MemorySegment) function("signal", sets).invokeExact(SIGINT, MemorySegment.NULL);
            }
        } catch (Throwable cause) {
            throw new AssertionError("POSIX's signals are there", cause);
        }
    }

    /// Sends it, by the shell's own `kill`, which is everywhere.
    static void send(Process process) throws Exception {
        Process kill = new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start();
        if (Patience.exitCode(kill) != 0) {
            throw new AssertionError("the process is not there any more");
        }
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
    }
}
