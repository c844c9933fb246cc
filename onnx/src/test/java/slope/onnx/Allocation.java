package slope.onnx;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// What the running thread has allocated so far: more than it ever held at once.
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// What reading any small file may allocate.
    static final long MOST = 400L << 20;

    private Allocation() {}

    static long bytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
