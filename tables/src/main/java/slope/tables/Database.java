package slope.tables;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import slope.table.DataException;
import slope.table.Remedy;

/// A connection to a database, by a driver on the class path or in a given place.
///
/// What a driver says is told without the address and the password: see [JdbcUrl#scrubbed].
final class Database implements AutoCloseable {
    private final Access access;
    private final Connection connection;
    private final URLClassLoader drivers;

    private Database(Access access, Connection connection, URLClassLoader drivers) {
        this.access = access;
        this.connection = connection;
        this.drivers = drivers;
    }

    /// What is needed to connect.
    ///
    /// @param drivers jars of drivers, or folders of them
    record Access(JdbcUrl url, Login login, List<Path> drivers) {
        /// The sentence of a driver, which says what is wrong and nothing secret.
        DataException refusal(String what, SQLException failure, Remedy... remedies) {
            String reason = String.valueOf(failure.getMessage()).strip().replaceFirst("(?s)\\s*\\R.*", "");
            return new DataException(what + ": " + url.scrubbed(reason, login.password()), remedies);
        }
    }

    /// For what a connection is used.
    enum Purpose {
        READING,
        WRITING
    }

    /// Connects. A password is asked for if the database wants one and there is none.
    ///
    /// @throws DataException if there is no driver, or the database refuses
    static Database open(Access access, Purpose purpose) {
        URLClassLoader drivers = loader(access.drivers);
        try {
            Driver driver = driver(access, drivers);
            return new Database(access, connection(access, driver, purpose), drivers);
        } catch (RuntimeException failure) {
            close(drivers);
            throw failure;
        }
    }

    private static Connection connection(Access access, Driver driver, Purpose purpose) {
        try {
            return connected(access, driver, purpose);
        } catch (SQLException failure) {
            boolean isOfLogin = isOfLogin(failure);
            Optional<Login> asked = isOfLogin ? access.login.asked() : Optional.empty();
            if (asked.isPresent()) {
                return connection(new Access(access.url, asked.get(), access.drivers), driver, purpose);
            }
            throw isOfLogin
                    ? access.refusal(access.url + " refuses the login", failure, new Remedy.GiveLogin())
                    : access.refusal(access.url + " cannot be reached", failure);
        }
    }

    private static Connection connected(Access access, Driver driver, Purpose purpose) throws SQLException {
        Connection connection = driver.connect(access.url.whole(), settings(access, purpose));
        if (connection == null) {
            throw new SQLException("its driver takes no such address");
        }
        try {
            connection.setAutoCommit(false); // PostgreSQL sends rows bit by bit only inside a transaction.
            if (purpose == Purpose.READING && !access.url.kind().equals("jdbc:sqlite:")) {
                connection.setReadOnly(true);
            }
            return connection;
        } catch (SQLFeatureNotSupportedException without) {
            if (purpose == Purpose.READING) {
                return connection; // A database without transactions is read all the same.
            }
            connection.close();
            throw without;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    private static Properties settings(Access access, Purpose purpose) {
        Properties settings = new Properties();
        access.login.user().ifPresent(user -> settings.put("user", user));
        access.login.password().ifPresent(password -> settings.put("password", password));
        boolean reads = purpose == Purpose.READING;
        switch (access.url.kind()) {
            // Text goes into whatever type a column has.
            case "jdbc:postgresql:" -> settings.put("stringtype", "unspecified");
            // A name that leads nowhere is refused, not made a new database.
            case "jdbc:h2:" -> settings.put("IFEXISTS", "TRUE");
            case "jdbc:sqlite:" -> settings.put("open_mode", reads ? "1" : "2");
            // Without it all rows would be in memory before the first is read.
            case "jdbc:mysql:" -> settings.put("useCursorFetch", "true");
            default -> {}
        }
        return settings;
    }

    /// Wrong, missing or refused: class 28 of the SQL standard, and what PostgreSQL says of none.
    private static boolean isOfLogin(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("28") || state.equals("08004");
    }

    private static Driver driver(Access access, ClassLoader drivers) {
        if (access.url.kind().equals("jdbc:duckdb:")) {
            throw new DataException("a DuckDB file is read by its name alone, such as my.duckdb, without jdbc:duckdb:");
        }
        for (Driver driver : ServiceLoader.load(Driver.class, drivers)) {
            try {
                if (driver.acceptsURL(access.url.whole())) {
                    return driver;
                }
            } catch (SQLException | ServiceConfigurationError ignored) {
                // One that cannot say so is not meant.
            }
        }
        throw new DataException("there is no driver for " + access.url.kind(), new Remedy.NameDriver());
    }

    private static URLClassLoader loader(List<Path> places) {
        List<URL> jars = new ArrayList<>();
        for (Path place : places) {
            for (Path jar : jars(place)) {
                try {
                    jars.add(jar.toUri().toURL());
                } catch (MalformedURLException impossible) {
                    throw new DataException("\"%s\" cannot be read".formatted(jar), impossible);
                }
            }
        }
        return new URLClassLoader("drivers", jars.toArray(URL[]::new), Database.class.getClassLoader());
    }

    private static List<Path> jars(Path place) {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new DataException("there is no driver \"%s\": no such jar or folder".formatted(place), failure);
        }
    }

    Connection connection() {
        return connection;
    }

    /// The sentence of a driver.
    DataException refusal(String what, SQLException failure) {
        return access.refusal(what, failure);
    }

    /// The full name of a table as SQL writes it, if there is one: also where the database writes it
    /// with other capitals.
    Optional<String> table(String name) throws SQLException {
        DatabaseMetaData facts = connection.getMetaData();
        int dot = name.lastIndexOf('.');
        String bare = name.substring(dot + 1);
        List<String> alike = new ArrayList<>();
        try (ResultSet tables = facts.getTables(connection.getCatalog(), null, null, null)) {
            while (tables.next()) {
                String schema = tables.getString("TABLE_SCHEM");
                String table = tables.getString("TABLE_NAME");
                boolean inSchema =
                        dot < 0 ? isUsual(schema) : name.substring(0, dot).equalsIgnoreCase(schema);
                if (inSchema && table.equalsIgnoreCase(bare)) {
                    String full = schema == null ? quoted(table) : quoted(schema) + "." + quoted(table);
                    if (table.equals(bare)) {
                        return Optional.of(full);
                    }
                    alike.add(full);
                }
            }
        }
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    private boolean isUsual(@Nullable String schema) throws SQLException {
        String usual = connection.getSchema();
        return schema == null || usual == null || schema.equals(usual);
    }

    /// The names of a table's columns.
    ///
    /// @param table as SQL writes its name
    List<String> columns(String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM %s WHERE 1 = 0".formatted(table))) {
            for (int index = 1; index <= none.getMetaData().getColumnCount(); index++) {
                names.add(none.getMetaData().getColumnName(index));
            }
        }
        return names;
    }

    /// A name as SQL writes it.
    String quoted(String name) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString().strip();
        if (quote.isEmpty()) {
            throw new DataException("the database cannot quote the name \"%s\"; ask by a query".formatted(name));
        }
        return quote + name.replace(quote, quote + quote) + quote;
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException ignored) {
            // Nothing is left to be done.
        }
        close(drivers);
    }

    private static void close(URLClassLoader drivers) {
        try {
            drivers.close();
        } catch (IOException ignored) {
            // It was read from alone.
        }
    }
}
