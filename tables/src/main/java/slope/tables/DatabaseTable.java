package slope.tables;

import java.nio.file.Path;
import java.util.List;
import slope.tables.Database.Access;

/// A table of a database that rows are written to. It is made; one that is there already is refused,
/// unless rows are to be appended.
///
///     TableFiles.write(DatabaseTable.of("jdbc:postgresql://host/shop", "scores"), pieces);
///
/// A value: each method with a choice gives another. Numbers are doubles there, true/false booleans,
/// dates timestamps, and the rest text.
public final class DatabaseTable {
    private final Access access;
    private final String name;
    private final Existing existing;

    /// What to do with a table that is there already.
    public enum Existing {
        REFUSED,
        /// Its columns have the names of those that are written; the database converts what fits.
        APPENDED
    }

    private DatabaseTable(Access access, String name, Existing existing) {
        this.access = access;
        this.name = name;
        this.existing = existing;
    }

    /// A table that is not there yet.
    ///
    /// @param location the `jdbc:` address of the database
    /// @param name of the table; a point parts the schema from it
    /// @throws IllegalArgumentException if it is no such address
    public static DatabaseTable of(String location, String name) {
        if (!JdbcUrl.isOne(location)) {
            throw new IllegalArgumentException("the address of a database begins with jdbc:");
        }
        return new DatabaseTable(new Access(new JdbcUrl(location), Login.none(), List.of()), name, Existing.REFUSED);
    }

    /// Where drivers of databases are, besides the class path.
    ///
    /// @param drivers jars, or folders of jars
    public DatabaseTable drivers(List<Path> drivers) {
        return new DatabaseTable(new Access(access.url(), access.login(), List.copyOf(drivers)), name, existing);
    }

    /// Whom the database lets in.
    public DatabaseTable login(Login login) {
        return new DatabaseTable(new Access(access.url(), login, access.drivers()), name, existing);
    }

    public DatabaseTable existing(Existing existing) {
        return new DatabaseTable(access, name, existing);
    }

    Access access() {
        return access;
    }

    String name() {
        return name;
    }

    Existing existing() {
        return existing;
    }

    @Override
    public String toString() {
        return "the table " + name;
    }
}
