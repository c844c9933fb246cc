package slope.table;

import java.io.Serializable;

/// What a person can do about data or a training that does not work. A library says it in words, a program offers
/// it in its own way: the command line as an option, a page as a button.
public sealed interface Remedy extends Serializable {

    /// What to do, as half a sentence.
    String text();

    /// A cell's text stands for a missing value.
    record TreatAsMissing(String cell) implements Remedy {
        @Override
        public String text() {
            return "treat \"%s\" as missing".formatted(Sentence.quote(cell));
        }
    }

    /// The column's cells are categories, as they are written.
    record ReadAsCategory(String column) implements Remedy {
        @Override
        public String text() {
            return "read the column as categories";
        }
    }

    /// The column is no input and is not read.
    record LeaveOutColumn(String column) implements Remedy {
        @Override
        public String text() {
            return "leave the column out";
        }
    }

    /// A network takes fewer columns than the table has.
    record LeaveOutOthers(int count) implements Remedy {
        @Override
        public String text() {
            return "leave %s of them out".formatted(count);
        }
    }

    /// Columns that alone predict the target are no inputs.
    record DropLeaks(String column) implements Remedy {
        @Override
        public String text() {
            return "drop such columns";
        }
    }

    /// Whether the day or the month comes first in the column's dates is told, not guessed.
    record GiveDateOrder(String column) implements Remedy {
        @Override
        public String text() {
            return "say whether the day or the month comes first";
        }
    }

    /// The names of a file's folders are no columns.
    record IgnoreFolders() implements Remedy {
        @Override
        public String text() {
            return "read no columns from the names of folders";
        }
    }

    /// The recipe or the target knows no such setting.
    record LeaveOutSetting(String title) implements Remedy {
        @Override
        public String text() {
            return "leave it out";
        }
    }

    /// A training that diverges goes back to its best epoch and takes smaller steps.
    record Recover() implements Remedy {
        @Override
        public String text() {
            return "let the training recover, which goes back and takes smaller steps";
        }
    }

    /// A new training, with its checkpoints in another folder than those that do not suit it.
    record BeginAnew() implements Remedy {
        @Override
        public String text() {
            return "begin anew in another checkpoint folder";
        }
    }
}
