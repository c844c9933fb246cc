package slope.cli.lesson;

import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Size;
import slope.report.lesson.Walk;
import slope.report.text.Wrapping;

/// The pages of a walk as screens: a page that is taller than the terminal becomes several, each under its title.
///
/// @param places where each screen belongs, in order
record WalkScreens(Walk walk, int width, int height, List<Place> places) {
    static final String HELP = "→ or Enter: next    ←: back    q: quit";

    /// What a terminal has that does not tell its size.
    private static final int USUAL_WIDTH = 80;

    private static final int USUAL_HEIGHT = 24;

    /// The help, and an empty line above it.
    private static final int BELOW = 2;

    WalkScreens {
        places = List.copyOf(places);
    }

    /// Some lines of a page.
    ///
    /// @param page from 0
    /// @param part of the page, from 0
    /// @param parts that it has
    record Place(int page, int part, int parts, List<String> lines) {
        Place {
            lines = List.copyOf(lines);
        }
    }

    /// @param terminal its size, zeros if it is not known
    static WalkScreens of(Walk walk, Size terminal) {
        return of(walk, terminal.getColumns(), terminal.getRows());
    }

    static WalkScreens of(Walk walk, int width, int height) {
        int columns = columns(width);
        int rows = height > 0 ? height : USUAL_HEIGHT;
        List<Place> places = new ArrayList<>();
        for (int page = 0; page < walk.pages().size(); page++) {
            List<String> lines = wrapped(walk.pages().get(page).body().stripTrailing(), columns);
            // A page of several parts says so in its first line, which may then be wrapped.
            int above = wrapped(walk.heading(page, part(8, 9)), columns).size();
            int room = Math.max(1, rows - above - BELOW);
            int parts = Math.ceilDiv(lines.size(), room);
            for (int part = 0; part < parts; part++) {
                List<String> some = lines.subList(part * room, Math.min(lines.size(), (part + 1) * room));
                places.add(new Place(page, part, parts, some));
            }
        }
        return new WalkScreens(walk, width, height, places);
    }

    /// A screen, without a line break at its end.
    String text(int index) {
        Place place = places.get(index);
        List<String> lines = wrapped(
                walk.heading(place.page(), place.parts() == 1 ? "" : part(place.part(), place.parts())),
                columns(width));
        return String.join("\n", lines) + "\n" + String.join("\n", place.lines()) + "\n\n" + HELP;
    }

    /// Whether they are those of a terminal of this size.
    boolean fit(Size terminal) {
        return width == terminal.getColumns() && height == terminal.getRows();
    }

    private static int columns(int width) {
        return width > 0 ? width : USUAL_WIDTH;
    }

    /// The screen that shows the beginning of a page.
    int first(int page) {
        int index = 0;
        while (places.get(index).page() < page) {
            index++;
        }
        return index;
    }

    private static String part(int part, int parts) {
        return " · part %s of %s".formatted(part + 1, parts);
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.addAll(Wrapping.hanging(line, width, "    "));
        }
        return lines;
    }
}
