package slope.tables;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A kind of file that is not read, and how to make one that is.
///
/// @param endings of its name
/// @param words what it is
/// @param way how to convert it
record OtherFormat(List<String> endings, String words, String way) {
    private static final String PANDAS = "in Python pandas.read_%s(…).to_csv(\"table.csv\", index=False)";

    private static final List<OtherFormat> ALL = List.of(
            new OtherFormat(
                    List.of("xls", "xlsb", "xlsm", "ods", "numbers"),
                    "a spreadsheet",
                    "save it as .xlsx or CSV in the program that made it"),
            new OtherFormat(List.of("sav", "zsav", "por"), "an SPSS file", PANDAS.formatted("spss")),
            new OtherFormat(List.of("dta"), "a Stata file", PANDAS.formatted("stata")),
            new OtherFormat(List.of("sas7bdat", "xpt"), "a SAS file", PANDAS.formatted("sas")),
            new OtherFormat(
                    List.of("rds", "rda", "rdata"),
                    "an R file",
                    "in R write.csv(readRDS(…), \"table.csv\", row.names = FALSE)"),
            new OtherFormat(List.of("pkl", "pickle"), "a Python pickle", PANDAS.formatted("pickle")),
            new OtherFormat(List.of("feather", "arrow", "ipc"), "an Arrow file", PANDAS.formatted("feather")),
            new OtherFormat(List.of("orc"), "an ORC file", PANDAS.formatted("orc")),
            new OtherFormat(List.of("avro"), "an Avro file", "write it as Parquet, with Spark for one"),
            new OtherFormat(List.of("h5", "hdf", "hdf5"), "an HDF5 file", PANDAS.formatted("hdf")),
            new OtherFormat(List.of("mat"), "a MATLAB file", "in MATLAB writetable(…, 'table.csv')"),
            new OtherFormat(
                    List.of("npy", "npz"),
                    "a NumPy file",
                    "in Python numpy.savetxt(\"table.csv\", …, delimiter=\",\")"),
            new OtherFormat(
                    List.of("html", "htm", "xml", "yaml", "yml", "toml", "pdf", "doc", "docx", "md"),
                    "a document",
                    "write its table as CSV"),
            new OtherFormat(List.of("sql", "dump"), "a dump of a database", "load it into the database and query that"),
            new OtherFormat(
                    List.of("bz2", "xz", "zst", "7z", "rar", "tar", "tgz", "lz4"),
                    "a packed file",
                    "unpack it, or pack it with gzip or zip"));

    static Optional<OtherFormat> of(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(format -> format.endings.stream().anyMatch(ending -> name.endsWith("." + ending)))
                .findFirst();
    }
}
