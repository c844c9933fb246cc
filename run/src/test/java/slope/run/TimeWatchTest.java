package slope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import slope.table.DataException;

class TimeWatchTest {
    private final Cancellation cancellation = new Cancellation();

    private TimeWatch watch(Duration passed, Duration limit) {
        return new TimeWatch(new Stopwatch(passed::toNanos, 0), Optional.of(limit), cancellation);
    }

    private static String forever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("it was left to itself");
    }

    @Test
    void workThatNeverEndsIsGivenUp() {
        TimeWatch watch = watch(Duration.ofSeconds(10), Duration.ofMillis(10_010));

        assertThatThrownBy(() -> watch.within(TimeWatchTest::forever, () -> false, () -> "too long"))
                .isInstanceOf(DataException.class)
                .hasMessage("too long");
    }

    @Test
    void whereNoTimeIsLeftNothingIsBegun() {
        TimeWatch watch = watch(Duration.ofSeconds(10), Duration.ofSeconds(9));
        AtomicBoolean begun = new AtomicBoolean();

        assertThatThrownBy(() -> watch.within(() -> begun.getAndSet(true), () -> true, () -> "too long"))
                .hasMessage("too long");
        assertThat(begun).isFalse();
    }

    @Test
    void workThatEndsByItselfIsWaitedFor() {
        TimeWatch watch = watch(Duration.ofSeconds(10), Duration.ofMillis(10_001));
        CountDownLatch isPast = new CountDownLatch(1);

        String done = watch.within(
                () -> {
                    awaitQuietly(isPast);
                    return "done";
                },
                () -> {
                    isPast.countDown();
                    return true;
                },
                () -> "too long");
        assertThat(done).isEqualTo("done");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void failuresAreThoseOfTheWork() {
        TimeWatch watch = watch(Duration.ZERO, Duration.ofHours(1));
        DataException failure = new DataException("the file is missing");

        assertThatThrownBy(() -> watch.within(
                        () -> {
                            throw failure;
                        },
                        () -> false,
                        () -> ""))
                .isSameAs(failure);
    }

    @Test
    void asManyRowsAreScoredAsFitIn() {
        TimeWatch watch = watch(Duration.ofSeconds(10), Duration.ofSeconds(25)).before(Duration.ofSeconds(5));

        assertThat(watch.rowsThatFit(Duration.ofNanos(100_000))).isEqualTo(80_000);
        assertThat(watch.rowsThatFit(Duration.ofSeconds(3))).isEqualTo(1_000);
        assertThat(watch.unlimited().rowsThatFit(Duration.ofSeconds(3))).isEqualTo(Integer.MAX_VALUE);
    }

    /// Reading a table or scoring it may take minutes.
    @Test
    void whatIsCancelledIsNotWaitedFor() {
        TimeWatch watch = watch(Duration.ZERO, Duration.ofHours(1)).unlimited();
        cancellation.ask();

        assertThatThrownBy(() -> watch.within(TimeWatchTest::forever, () -> true, () -> ""))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void whatIsNearlyDoneWhenItIsCancelledEndsByItself() {
        cancellation.ask();

        assertThat(watch(Duration.ZERO, Duration.ofHours(1))
                        .patient(() -> true)
                        .within(() -> "done", () -> true, () -> ""))
                .isEqualTo("done");
    }
}
