package slope.table;

/// Data that cannot be used as asked. The message is one sentence for the person who brought the data:
/// where, what was found, what was wanted, what to do. It may quote the data: see [Sentence].
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DataException(String message) {
        super(Sentence.of(message));
    }

    /// @param cause for those who look after the program; the message has to do without it
    public DataException(String message, Throwable cause) {
        super(Sentence.of(message), cause);
    }
}
