package slope.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import slope.serve.ServeSettings.Limits;
import slope.serve.http.HttpException;
import slope.serve.http.Request;
import slope.serve.http.Response;

class GateTest {
    private final Gate gate = new Gate(Limits.USUAL);

    private static class Sent implements Request {
        private final byte[] bytes;

        Sent(int length) {
            this.bytes = new byte[length];
        }

        @Override
        public String method() {
            return "POST";
        }

        @Override
        public List<String> path() {
            return List.of();
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }

        @Override
        public Map<String, String> query() {
            return Map.of();
        }

        @Override
        public OptionalLong bodyLength() {
            return OptionalLong.of(bytes.length);
        }

        @Override
        public void copyBody(OutputStream target, long most, IntConsumer arriving) throws IOException {
            for (int start = 0; start < bytes.length; start += 1000) {
                arriving.accept(Math.min(1000, bytes.length - start));
            }
            target.write(bytes);
        }
    }

    /// Whether the work on a body of so many bytes is done by a virtual thread, if one takes it.
    private boolean isVirtual(int bytes) throws Exception {
        List<Boolean> virtual = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Response response = threads.submit(() -> gate.pass(new Sent(bytes), body -> {
                        virtual.add(Thread.currentThread().isVirtual());
                        return Response.error(400, "done");
                    }))
                    .get(5, TimeUnit.MINUTES);
            assertThat(response).isNotNull();
        }
        return virtual.getFirst();
    }

    @Test
    void aLargeRequestHoldsUpNoSmallOnes() throws Exception {
        assertThat(isVirtual(1000)).isTrue();
        assertThat(isVirtual(100_000)).isFalse();
    }

    @Test
    void aLargeRequestFailsAsASmallOneDoes() {
        for (int bytes : new int[] {10, 100_000}) {
            assertThatThrownBy(() -> gate.pass(new Sent(bytes), body -> {
                        throw new HttpException(400, "of " + body.length);
                    }))
                    .isInstanceOf(HttpException.class)
                    .hasMessage("of " + bytes);
        }
        assertThat(gate.inside()).isZero();
    }

    /// Ten clients announce 32 MB each and send nothing: more than there is memory for bodies.
    @Test
    void whoOnlyAnnouncesABodyShutsNobodyOut() throws Exception {
        Gate narrow = new Gate(new Limits(32 << 20, 10, 1, Limits.USUAL.time()));
        CountDownLatch waiting = new CountDownLatch(100);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < 100; client++) {
                Future<Response> _ = threads.submit(() -> narrow.pass(
                        new Sent(0) {
                            @Override
                            public OptionalLong bodyLength() {
                                return OptionalLong.of(32 << 20);
                            }

                            @Override
                            public byte[] body(int most, IntConsumer arriving) {
                                waiting.countDown();
                                awaitEnd(end);
                                return new byte[0];
                            }
                        },
                        body -> Response.error(400, "done")));
            }
            assertThat(waiting.await(5, TimeUnit.MINUTES)).isTrue();
            assertThat(narrow.pass(new Sent(20_000), body -> Response.error(400, "passed"))
                            .status())
                    .isEqualTo(400);
            end.countDown();
        }
    }

    @Test
    void moreRequestsThanAreHeldAtOnceComeAgain() throws Exception {
        Gate narrow = new Gate(new Limits(1000, 10, 1, Limits.USUAL.time()));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Response> _ = threads.submit(() -> narrow.pass(new Sent(10), body -> {
                inside.countDown();
                awaitEnd(end);
                return Response.error(400, "done");
            }));
            assertThat(inside.await(5, TimeUnit.MINUTES)).isTrue();
            assertThatThrownBy(() -> narrow.pass(new Sent(10), body -> Response.error(400, "done")))
                    .isInstanceOfSatisfying(
                            HttpException.class,
                            refused -> assertThat(refused.status()).isEqualTo(429));
            end.countDown();
        }
    }

    private static void awaitEnd(CountDownLatch end) {
        try {
            assertThat(end.await(5, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void bodiesThatHaveComeFillTheMemory() {
        Gate gate = new Gate(Limits.USUAL);
        long memory = Runtime.getRuntime().maxMemory() / 8 + (64 << 10);
        assertThatThrownBy(() -> gate.pass(
                        new Sent(0) {
                            @Override
                            public byte[] body(int most, IntConsumer arriving) {
                                for (long sent = 0; sent < Math.max(memory, 33L << 20); sent += 1 << 20) {
                                    arriving.accept(1 << 20);
                                }
                                return new byte[0];
                            }
                        },
                        body -> Response.error(400, "done")))
                .isInstanceOf(HttpException.class)
                .hasMessageContaining("fill the memory");
        assertThat(gate.inside()).isZero();
    }

    @Test
    void nobodyIsLetInWhenItCloses() {
        gate.close();
        assertThatThrownBy(() -> gate.pass(new Sent(1), body -> Response.error(400, "done")))
                .isInstanceOf(HttpException.class)
                .hasMessageContaining("going down");
    }
}
