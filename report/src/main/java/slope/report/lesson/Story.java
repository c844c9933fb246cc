package slope.report.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import slope.report.text.Prose;
import slope.report.text.TextTable;

/// A text of blocks, told once and shown twice: as lines for a terminal and as HTML for a page.
public final class Story {
    private final List<Block> blocks = new ArrayList<>();

    /// Starts with nothing said.
    Story() {}

    /// What the whole text is about.
    Story title(String title) {
        return add(new Block.Title(title));
    }

    /// What the next part is about.
    public Story heading(String heading) {
        return add(new Block.Heading(heading));
    }

    /// A paragraph.
    public Story say(String paragraph) {
        return add(new Block.Paragraph(paragraph));
    }

    /// Formulas or commands, a line each.
    public Story lines(List<String> lines) {
        return add(new Block.Lines(lines));
    }

    Story lines(String... lines) {
        return lines(List.of(lines));
    }

    /// A table whose first row names its columns.
    Story table(TextTable table) {
        return add(new Block.Table(table, true));
    }

    /// A table without names of columns.
    Story listing(TextTable table) {
        return add(new Block.Table(table, false));
    }

    Story calculations(List<Calculation> calculations) {
        return add(new Block.Calculations(calculations));
    }

    Story add(Block block) {
        blocks.add(block);
        return this;
    }

    /// The headings, in order.
    List<String> headings() {
        return blocks.stream()
                .flatMap(block -> block instanceof Block.Heading heading ? Stream.of(heading.text()) : Stream.empty())
                .toList();
    }

    /// The written-out calculations, in order.
    List<Calculation> calculations() {
        return blocks.stream()
                .flatMap(block -> block instanceof Block.Calculations shown ? shown.all().stream() : Stream.empty())
                .toList();
    }

    /// As lines for a terminal, ended by a line break.
    public String text() {
        Prose prose = new Prose();
        blocks.forEach(block -> block.tell(prose));
        return prose.toString();
    }

    /// As the body of a page, without the title.
    String html() {
        StringBuilder html = new StringBuilder();
        blocks.forEach(block -> html.append(block.html()));
        return html.toString();
    }
}
