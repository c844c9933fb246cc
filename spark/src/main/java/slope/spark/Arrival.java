package slope.spark;

/// What a worker tells all others when it has its rows: where it listens, from which epoch it would go on and which
/// rows Spark has brought, or why it cannot train. It is a text because the tasks of a barrier stage tell texts.
///
/// @param problem a sentence, or empty
record Arrival(String address, int newestEpoch, RowChecksum rows, String problem) {
    private static final String SEPARATOR = "\n";
    private static final int PARTS = 5;

    static Arrival failed(String problem) {
        return new Arrival("", 0, RowChecksum.NONE, problem);
    }

    String text() {
        return String.join(
                SEPARATOR,
                address,
                Integer.toString(newestEpoch),
                Long.toString(rows.rows()),
                Long.toString(rows.check()),
                problem);
    }

    static Arrival parse(String text) {
        String[] parts = text.split(SEPARATOR, PARTS);
        RowChecksum rows = new RowChecksum(Long.parseLong(parts[2]), Long.parseLong(parts[3]));
        return new Arrival(parts[0], Integer.parseInt(parts[1]), rows, parts[4]);
    }
}
