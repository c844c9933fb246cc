package slope.tables;

import java.util.Optional;
import java.util.function.Supplier;

/// Whom a database lets in. It is used to connect, and never written, printed or told.
public final class Login {
    private final Optional<String> user;
    private final Optional<String> password;
    private final Supplier<Optional<String>> question;

    private Login(Optional<String> user, Optional<String> password, Supplier<Optional<String>> question) {
        this.user = user;
        this.password = password;
        this.question = question;
    }

    /// Nothing but what the address says.
    public static Login none() {
        return new Login(Optional.empty(), Optional.empty(), Optional::empty);
    }

    public Login user(String user) {
        return new Login(Optional.of(user), password, question);
    }

    public Login password(String password) {
        return new Login(user, Optional.of(password), question);
    }

    /// With somebody to ask for the password if the database wants one and none is given.
    public Login asking(Supplier<Optional<String>> question) {
        return new Login(user, password, question);
    }

    Optional<String> user() {
        return user;
    }

    Optional<String> password() {
        return password;
    }

    /// The same with the password that was asked for, if there is one.
    Optional<Login> asked() {
        return password.isPresent() ? Optional.empty() : question.get().map(this::password);
    }

    @Override
    public String toString() {
        return "a login";
    }
}
