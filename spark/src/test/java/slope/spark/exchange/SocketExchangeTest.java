package slope.spark.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import slope.internal.random.SplitRandom;
import slope.table.DataException;

class SocketExchangeTest {
    private static final String HOST = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Secret SECRET = Secret.random();

    private interface Work<T> {
        T with(SocketExchange exchange) throws IOException;
    }

    private static <T> List<T> together(int workers, Work<T> work) throws Exception {
        return together(workers, Topology.TREE, work);
    }

    private static <T> List<T> together(int workers, Topology topology, Work<T> work) throws Exception {
        List<Meeting> meetings = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            meetings.add(Meeting.at(HOST, PortRange.any()));
            addresses.add(meetings.get(worker).address());
        }
        List<Callable<T>> all = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            int number = worker;
            all.add(() -> {
                try (Meeting meeting = meetings.get(number);
                        SocketExchange exchange = meeting.with(addresses, number, SECRET, PATIENCE, topology)) {
                    return work.with(exchange);
                }
            });
        }
        return results(all);
    }

    private static <T> List<T> results(List<Callable<T>> all) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(all.size())) {
            List<Future<T>> futures = all.stream().map(threads::submit).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(5, TimeUnit.MINUTES));
            }
            return results;
        }
    }

    private static float[] numbers(int worker, int call, int count) {
        SplitRandom random = SplitRandom.of(7, worker, call);
        float[] numbers = new float[count];
        for (int index = 0; index < count; index++) {
            numbers[index] = (float) random.nextDouble();
        }
        return numbers;
    }

    /// Also with more than fits into the buffers of a connection, at which both ends would wait if
    /// they sent before they received.
    @Test
    void theSumIsThatOfTheTree() throws Exception {
        int count = 1_000_000;
        List<float[]> sums = together(4, exchange -> {
            exchange.add(new float[0], new double[] {1});
            float[] own = numbers(exchange.worker(), 0, count);
            exchange.add(own, new double[2]);
            return own;
        });

        float[] expected = new float[count];
        float[][] of = {numbers(0, 0, count), numbers(1, 0, count), numbers(2, 0, count), numbers(3, 0, count)};
        for (int index = 0; index < count; index++) {
            expected[index] = (of[0][index] + of[1][index]) + (of[2][index] + of[3][index]);
        }
        assertThat(sums).allSatisfy(each -> assertThat(each).isEqualTo(expected));
    }

    @Test
    void sumsOfDoublesAreAddedToo() throws Exception {
        assertThat(together(2, exchange -> {
                    double[] sums = {exchange.worker() + 1, 0.5};
                    exchange.add(new float[] {1}, sums);
                    return sums;
                }))
                .allSatisfy(sums -> assertThat(sums).containsExactly(3, 1));
    }

    /// Each worker has the same bits, near to the sum; so has a part that is empty.
    @Test
    void theSumOfARingIsThatOfAllWorkers() throws Exception {
        for (int workers : List.of(1, 2, 4, 8)) {
            for (int count : List.of(0, 3, 1_001)) {
                List<float[]> all = together(workers, Topology.RING, exchange -> {
                    double[] sums = {exchange.worker() + 0.5};
                    exchange.add(new float[0], sums);
                    float[] own = numbers(exchange.worker(), 1, count);
                    exchange.add(own, new double[2]);
                    assertThat(sums).containsExactly(workers * workers / 2.0);
                    return own;
                });
                assertThat(all).allSatisfy(each -> assertThat(each).isEqualTo(all.getFirst()));
                for (int index = 0; index < count; index++) {
                    double expected = 0;
                    for (int worker = 0; worker < workers; worker++) {
                        expected += numbers(worker, 1, count)[index];
                    }
                    assertThat((double) all.getFirst()[index]).isCloseTo(expected, within(workers * workers * 0x1p-24));
                }
            }
        }
    }

    /// More than fits into the buffers of a connection, and a neighbour on either side.
    @Test
    void aRingIsNotLockedByLargeParts() throws Exception {
        List<float[]> all = together(4, Topology.RING, exchange -> {
            float[] own = new float[4_000_000];
            own[3_999_999] = exchange.worker() + 1;
            exchange.add(own, new double[2]);
            return own;
        });
        assertThat(all).allSatisfy(each -> assertThat(each[3_999_999]).isEqualTo(10));
    }

    @Test
    void aRingTellsBetweenWhomItIsBroken() {
        assertThatThrownBy(() -> together(4, Topology.RING, exchange -> {
                    if (exchange.worker() == 2) {
                        return 0;
                    }
                    exchange.add(new float[10], new double[2]);
                    return 1;
                }))
                .cause()
                .isInstanceOf(LostWorkerException.class)
                .hasMessageMatching("worker [013] lost worker \\d or \\d: the other worker has ended");
    }

    @Test
    void aWorkerThatIsGoneIsToldAtOnce() {
        assertThatThrownBy(() -> together(2, exchange -> {
                    if (exchange.worker() == 1) {
                        return 0;
                    }
                    exchange.add(new float[10], new double[2]);
                    return 1;
                }))
                .cause()
                .isInstanceOf(LostWorkerException.class)
                .hasMessage("worker 0 lost worker 1: the other worker has ended");
    }

    @Test
    void workersAtDifferentStepsAreRefused() {
        assertThatThrownBy(() -> together(2, exchange -> {
                    exchange.add(new float[2 - exchange.worker()], new double[1 + exchange.worker() / 2]);
                    return 1;
                }))
                .cause()
                .isInstanceOf(LostWorkerException.class);
    }

    @Test
    void aSilentWorkerIsGivenUp() throws Exception {
        try (Meeting meeting = Meeting.at(HOST, PortRange.any());
                ServerSocket silent = new ServerSocket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            List<String> addresses = List.of(HOST + ":" + silent.getLocalPort(), meeting.address());

            assertThatThrownBy(() -> meeting.with(addresses, 1, SECRET, Duration.ofMillis(50), Topology.TREE))
                    .isInstanceOf(LostWorkerException.class)
                    .hasMessageStartingWith("worker 1 cannot reach the one at " + addresses.getFirst())
                    .hasMessageEndingWith("the other worker was silent for 0 s");
            assertThatThrownBy(() -> meeting.with(
                            List.of(meeting.address(), ""), 0, SECRET, Duration.ofMillis(50), Topology.TREE))
                    .hasMessageStartingWith("worker 0 waited 0 s for another that did not come");
        }
    }

    /// A stranger gets no number, and keeps nobody from meeting.
    @Test
    void whoDoesNotKnowTheSecretIsTurnedAway() throws Exception {
        Meeting first = Meeting.at(HOST, PortRange.any());
        Meeting second = Meeting.at(HOST, PortRange.any());
        List<String> addresses = List.of(first.address(), second.address());
        assertThatThrownBy(() -> results(List.of(
                        () -> first.with(addresses, 0, SECRET, Duration.ofSeconds(1), Topology.TREE),
                        () -> second.with(addresses, 1, Secret.random(), Duration.ofSeconds(1), Topology.TREE))))
                .cause()
                .isInstanceOf(LostWorkerException.class);
        int port = Integer.parseInt(first.address().substring(HOST.length() + 1));
        try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
            stranger.getOutputStream().write(new byte[64]);
            List<SocketExchange> met = results(List.of(
                    () -> first.with(addresses, 0, SECRET, PATIENCE, Topology.TREE),
                    () -> second.with(addresses, 1, SECRET, PATIENCE, Topology.TREE)));
            for (SocketExchange exchange : met) {
                assertThat(exchange.workers()).isEqualTo(2);
                exchange.close();
            }
        }
        first.close();
        second.close();
    }

    /// One stranger who says nothing, and one who never comes to the end of a handshake.
    @Test
    void strangersWhoKeepTheLineBusyKeepNobodyWaiting() throws Exception {
        try (Meeting first = Meeting.at(HOST, PortRange.any());
                Meeting second = Meeting.at(HOST, PortRange.any());
                Socket silent = stranger(first);
                Socket dripping = stranger(first)) {
            dripping.getOutputStream().write(1);
            List<String> addresses = List.of(first.address(), second.address());
            List<SocketExchange> met = results(List.of(
                    () -> first.with(addresses, 0, SECRET, PATIENCE, Topology.TREE),
                    () -> second.with(addresses, 1, SECRET, PATIENCE, Topology.TREE)));
            for (SocketExchange exchange : met) {
                assertThat(exchange.workers()).isEqualTo(2);
                exchange.close();
            }
            assertThat(silent.isConnected()).isTrue();
        }
    }

    private static Socket stranger(Meeting meeting) throws IOException {
        int port = Integer.parseInt(meeting.address().substring(HOST.length() + 1));
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    @Test
    void aHostThatIsNoneOfThisMachineIsToldApartFromAPortThatIsTaken() {
        assertThatThrownBy(() -> Meeting.at("192.0.2.1", PortRange.any())) // RFC 5737: no machine has it
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("this machine cannot listen at 192.0.2.1: ");
        assertThatThrownBy(() -> Meeting.at("no.such.host.invalid", PortRange.any()))
                .isInstanceOf(DataException.class)
                .hasMessage("the host no.such.host.invalid has no address that this machine knows");
    }

    @Test
    void portsAreThoseOfTheRange() throws Exception {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> Meeting.at(HOST, new PortRange(port, port)))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("no port of %s to %s is free at %s; ".formatted(port, port, HOST));
        }
        assertThat(PortRange.of("40000-40100")).isEqualTo(new PortRange(40_000, 40_100));
        for (String text : List.of("7", "5-4", "0-9", "1-70000", "a-b")) {
            assertThatThrownBy(() -> PortRange.of(text)).isInstanceOf(DataException.class);
        }
    }
}
