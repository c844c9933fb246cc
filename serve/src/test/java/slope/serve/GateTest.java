package slope.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import slope.serve.ServeSettings.Limits;
import slope.serve.http.HttpException;
import slope.serve.http.Request;
import slope.serve.http.Response;

class GateTest {
    private final Gate gate = new Gate(Limits.USUAL);

    private static final class Sent implements Request {
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
        public byte[] body(int most) {
            return bytes;
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

    @Test
    void nobodyIsLetInWhenItCloses() {
        gate.close();
        assertThatThrownBy(() -> gate.pass(new Sent(1), body -> Response.error(400, "done")))
                .isInstanceOf(HttpException.class)
                .hasMessageContaining("going down");
    }
}
