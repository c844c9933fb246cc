package slope.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void eachMemberDoesEachTaskOnce(int size) {
        AtomicIntegerArray done = new AtomicIntegerArray(size);
        try (Team team = new Team(size)) {
            for (int task = 1; task <= 1000; task++) {
                team.run(done::incrementAndGet);
                for (int member = 0; member < size; member++) {
                    assertThat(done.get(member)).isEqualTo(task);
                }
            }
        }
    }

    @Test
    void sleepingMembersAreWoken() throws InterruptedException {
        AtomicIntegerArray done = new AtomicIntegerArray(2);
        try (Team team = new Team(2)) {
            for (int task = 0; task < 5; task++) {
                team.run(done::incrementAndGet);
                Thread.sleep(20);
            }
        }
        assertThat(done.get(1)).isEqualTo(5);
    }

    @Test
    void aFailureOfAnotherThreadReachesTheCaller() {
        try (Team team = new Team(2)) {
            assertThatThrownBy(() -> team.run(TeamTest::failUnlessCaller))
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("member 1");

            team.run(_ -> {}); // and the team goes on
        }
    }

    @Test
    void noThreadOutlivesItsTeam() {
        try (Team team = new Team(3)) {
            team.run(_ -> {});
            assertThat(threadsOfTeams()).isGreaterThanOrEqualTo(2);
        }
        assertThat(threadsOfTeams()).isZero();
    }

    @Test
    void aTeamWithoutTasksStartsNoThread() {
        try (Team team = new Team(3)) {
            assertThat(team.size()).isEqualTo(3);
            assertThat(threadsOfTeams()).isZero();
        }
    }

    @Test
    void aClosedTeamRefusesTasks() {
        Team team = new Team(2);
        team.close();

        assertThatThrownBy(() -> team.run(_ -> {})).hasMessage("the engine is closed");
    }

    private static void failUnlessCaller(int member) {
        if (member != 0) {
            throw new IllegalArgumentException("member " + member);
        }
    }

    private static long threadsOfTeams() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("slope-"))
                .count();
    }
}
