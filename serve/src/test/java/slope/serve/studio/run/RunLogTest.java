package slope.serve.studio.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import slope.serve.studio.run.RunFacts.Standing;
import slope.serve.studio.run.RunFacts.State;

/// The history of a run, heard in pieces.
class RunLogTest {
    private static final int RUN = 3;

    private final RunLog log = new RunLog();

    private ToldNews since(String id) {
        return log.since(RUN, RunLog.Cursor.parse(id), Standing.at(State.RUNNING));
    }

    private void prepare() {
        log.add(Map.of("event", "prepared"));
    }

    private void start(int network, int epoch, boolean isTrial) {
        log.add(Map.of("event", "network-started", "network", network, "epoch", epoch, "trial", isTrial));
    }

    private void epochs(int network, int from, int to) {
        for (int epoch = from; epoch <= to; epoch++) {
            log.add(Map.of(
                    "event",
                    "epoch-ended",
                    "network",
                    network,
                    "epoch",
                    epoch,
                    "trainingLoss",
                    1.0 / epoch,
                    "best",
                    true));
        }
    }

    @Test
    void whoComesAgainHearsWhatWasMissedAndNothingTwice() {
        prepare();
        start(1, 1, false);
        epochs(1, 1, 5);
        ToldNews first = since("");
        assertThat(first.news().from().epochs()).isZero();
        assertThat(first.news().epochs().epoch()).isEqualTo(List.of(1, 2, 3, 4, 5));
        assertThat(first.news().events()).hasSize(2);
        epochs(1, 6, 7);
        log.add(Map.of("event", "scoring"));
        ToldNews second = since(first.id());
        assertThat(second.news().from()).isEqualTo(new RunNews.Before(5, 2));
        assertThat(second.news().epochs().epoch()).isEqualTo(List.of(6, 7));
        assertThat(second.news().events())
                .extracting(event -> event.get("event"))
                .containsExactly("scoring");
        assertThat(since(second.id()).news().epochs().size()).isZero();
        assertThat(since(first.id()).news().epochs().epoch()).isEqualTo(List.of(6, 7)); // as often as it asks
    }

    @Test
    void aPlaceOfAnotherRunOrOfNoneIsTheBeginning() {
        epochs(1, 1, 3);
        for (String id : List.of("", "2-0-3-0", "3-1-2-0", "3-0-9-0", "3-0-1-9", "a-b-c-d", "3-0-1", "-1-0-0-0")) {
            assertThat(since(id).news().from().epochs()).as(id).isZero();
            assertThat(since(id).news().epochs().size()).as(id).isEqualTo(3);
        }
        assertThat(since("3-0-1-0").news().from().epochs()).isEqualTo(1);
    }

    @Test
    void epochsAfterACheckpointAreForgottenWhenTheRunResumes() {
        prepare();
        start(1, 1, false);
        epochs(1, 1, 4);
        start(2, 1, false);
        epochs(2, 1, 6);
        String heard = since("").id();
        prepare();
        start(2, 4, false); // the checkpoint was after its third epoch
        epochs(2, 4, 4);
        RunNews all = since(heard).news();
        assertThat(all.from().epochs()).isZero(); // the client has epochs that are no more
        assertThat(all.epochs().network()).isEqualTo(List.of(1, 1, 1, 1, 2, 2, 2, 2));
        assertThat(all.epochs().epoch()).isEqualTo(List.of(1, 2, 3, 4, 1, 2, 3, 4));
    }

    @Test
    void aTrialTrainsTheSameNetworkAgainAndTakesNothingAway() {
        prepare();
        start(1, 1, false);
        epochs(1, 1, 3);
        start(1, 1, true);
        epochs(1, 1, 2);
        RunNews news = since("").news();
        assertThat(news.epochs().epoch()).isEqualTo(List.of(1, 2, 3, 1, 2));
        assertThat(news.events()).extracting(event -> event.get("epochsBefore")).containsExactly(null, 0, 3);
    }

    @Test
    void whatHasNoNumberIsNaN() {
        log.add(Map.of("event", "epoch-ended", "network", 1, "epoch", 1));
        assertThat(since("").news().epochs().losses().validation()).isEqualTo(List.of(Double.NaN));
    }
}
