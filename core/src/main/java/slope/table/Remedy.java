package slope.table;

import java.io.Serializable;
import java.util.List;
import slope.internal.text.Sentence;

/// A remedy for unusable data or a failed training. A library gives it in words, a program in its
/// own way: the command line as an option, a page as a button.
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

    /// A database holds many tables: rows are chosen by SQL, or a table by its name.
    record NameQuery() implements Remedy {
        @Override
        public String text() {
            return "choose the rows by a query, or name a table";
        }
    }

    /// The jar of a database's driver is not on the class path.
    record NameDriver() implements Remedy {
        @Override
        public String text() {
            return "put its jar on the class path, or name it";
        }
    }

    /// A database wants a user and a password.
    record GiveLogin() implements Remedy {
        @Override
        public String text() {
            return "give the user and the password";
        }
    }

    /// The name of a file does not tell what is in it.
    record NameFormat() implements Remedy {
        @Override
        public String text() {
            return "say what the file holds";
        }
    }

    /// The column's cells are categories, as they are written.
    record ReadAsCategory(String column) implements Remedy {
        @Override
        public String text() {
            return "read the column as categories";
        }
    }

    /// The column's cells are numbers, although some have leading zeros.
    record ReadAsNumber(String column) implements Remedy {
        @Override
        public String text() {
            return "read the column as numbers";
        }
    }

    /// The column is not read and is no input.
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

    /// Columns that predict the target on their own are not inputs.
    record DropLeaks(String column) implements Remedy {
        @Override
        public String text() {
            return "drop such columns";
        }
    }

    /// The order of day and month in the column's dates is given, not guessed.
    record GiveDateOrder(String column) implements Remedy {
        @Override
        public String text() {
            return "say whether the day or the month comes first";
        }
    }

    /// What a mark between digits means is said, not guessed.
    ///
    /// @param mark a comma or a point
    record GiveDecimalMark(String mark) implements Remedy {
        @Override
        public String text() {
            return "say whether '%s' is the decimal mark or stands between thousands".formatted(mark);
        }
    }

    /// The column's cells are dates that begin with the year, such as 20110131.
    record ReadAsDates(String column) implements Remedy {
        @Override
        public String text() {
            return "read the column as dates that begin with the year";
        }
    }

    /// Spaces around a category make no other one of it.
    record IgnoreSpaces() implements Remedy {
        @Override
        public String text() {
            return "ignore spaces around categories";
        }
    }

    /// The first line of the file is a row; it has no names.
    record ReadFirstLine() implements Remedy {
        @Override
        public String text() {
            return "if so, read the first line as a row";
        }
    }

    /// Lines of a file that have another number of fields than its header are no rows.
    record SkipBadLines() implements Remedy {
        @Override
        public String text() {
            return "skip such lines";
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

    /// Other recipes have the setting that was chosen.
    record TakeRecipe(List<String> titles) implements Remedy {
        public TakeRecipe {
            titles = List.copyOf(titles);
        }

        @Override
        public String text() {
            return "take the recipe " + String.join(" or ", titles);
        }
    }

    /// The target may be of another kind than its values tell.
    ///
    /// @param title the kind's name in options
    record TakeTask(String title) implements Remedy {
        @Override
        public String text() {
            return "take the task " + title;
        }
    }

    /// A training that diverges returns to its best epoch and takes smaller steps.
    record Recover() implements Remedy {
        @Override
        public String text() {
            return "let the training recover, which goes back and takes smaller steps";
        }
    }

    /// Read a column that is ignored, because it is needed.
    ///
    /// @param column its name
    record ReadIgnored(String column) implements Remedy {
        @Override
        public String text() {
            return "take it out of the ignored columns";
        }
    }

    /// Name the network that a training started from.
    record NameStart() implements Remedy {
        @Override
        public String text() {
            return "name that one too";
        }
    }

    /// Name the file of class weights, or give them.
    record NameClassWeights() implements Remedy {
        @Override
        public String text() {
            return "give them again";
        }
    }

    /// A new training writes its checkpoints to another folder.
    record StartOver() implements Remedy {
        @Override
        public String text() {
            return "start again in another checkpoint folder";
        }
    }
}
