package slope.cli.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slope.report.lesson.Lesson;
import slope.report.lesson.LessonSettings;
import slope.report.lesson.Walk;
import slope.report.text.DisplayWidth;

/// Each page of a walk fits each terminal, under its title.
class WalkScreensTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everyScreenFitsUnderItsTitle(int lesson) {
        Walk walk = Walk.of(Lesson.of(LessonSettings.usual(lesson)), 1);
        for (int height = 10; height <= 60; height++) {
            for (int width : new int[] {80, 200}) {
                WalkScreens screens = WalkScreens.of(walk, width, height);
                for (int index = 0; index < screens.places().size(); index++) {
                    List<String> lines = screens.text(index).lines().toList();
                    int page = screens.places().get(index).page();
                    assertThat(lines).hasSizeLessThanOrEqualTo(height);
                    assertThat(lines).allMatch(line -> DisplayWidth.of(line) <= 80);
                    assertThat(lines.getFirst())
                            .contains(
                                    "%s of %s".formatted(page + 1, walk.pages().size()));
                    assertThat(lines.get(1)).isEqualTo(walk.pages().get(page).title());
                    assertThat(lines.getLast()).isEqualTo(WalkScreens.HELP);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 24, 60})
    void noLineOfAPageIsLost(int height) {
        Walk walk = Walk.of(Lesson.of(LessonSettings.usual(2)), 1);
        WalkScreens screens = WalkScreens.of(walk, 80, height);

        String shown = screens.places().stream()
                .flatMap(place -> place.lines().stream())
                .collect(Collectors.joining("\n"));

        assertThat(shown)
                .isEqualTo(walk.pages().stream()
                        .map(page -> page.body().stripTrailing())
                        .collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 60})
    void narrowTerminalsGetTheirTitlesToo(int width) {
        Walk walk = Walk.of(Lesson.of(LessonSettings.usual(2)), 1);
        WalkScreens screens = WalkScreens.of(walk, width, 24);
        for (int index = 0; index < screens.places().size(); index++) {
            assertThat(screens.text(index).lines().count()).isLessThanOrEqualTo(24);
            assertThat(screens.first(screens.places().get(index).page())).isLessThanOrEqualTo(index);
        }
    }
}
