package slope.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void eachMemberDoesEachTaskOnce(int size) {
        AtomicIntegerArray done = new AtomicIntegerArray(size);
        try (Threads threads = new Threads(size)) {
            for (int task = 1; task <= 1000; task++) {
                threads.run(done::incrementAndGet);
                for (int member = 0; member < size; member++) {
                    assertThat(done.get(member)).isEqualTo(task);
                }
            }
        }
    }

    @Test
    void sleepingMembersAreWoken() {
        AtomicIntegerArray done = new AtomicIntegerArray(2);
        try (Threads threads = new Threads(2)) {
            for (int task = 0; task < 5; task++) {
                threads.run(done::incrementAndGet);
                awaitSleep();
            }
        }
        assertThat(done.get(1)).isEqualTo(5);
    }

    @Test
    void aFailureOfAnotherThreadReachesTheCaller() {
        try (Threads threads = new Threads(2)) {
            assertThatThrownBy(() -> threads.run(ThreadsTest::failUnlessCaller))
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("member 1");

            threads.run(_ -> {}); // and the others go on
        }
    }

    @Test
    void noneOutlivesTheClose() {
        try (Threads threads = new Threads(3)) {
            threads.run(_ -> {});
            assertThat(runningThreads()).isGreaterThanOrEqualTo(2);
        }
        assertThat(runningThreads()).isZero();
    }

    @Test
    void withoutTasksNoneIsStarted() {
        try (Threads threads = new Threads(3)) {
            assertThat(threads.size()).isEqualTo(3);
            assertThat(runningThreads()).isZero();
        }
    }

    @Test
    void closedThreadsRefuseTasks() {
        Threads threads = new Threads(2);
        threads.close();

        assertThatThrownBy(() -> threads.run(_ -> {})).hasMessage("the engine is closed");
    }

    private static void failUnlessCaller(int member) {
        if (member != 0) {
            throw new IllegalArgumentException("member " + member);
        }
    }

    /// Every member goes to sleep when there is nothing to do; how soon is the machine's affair.
    private static void awaitSleep() {
        while (!running().allMatch(thread -> thread.getState() == Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
    }

    private static long runningThreads() {
        return running().count();
    }

    private static Stream<Thread> running() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("slope-"));
    }
}
