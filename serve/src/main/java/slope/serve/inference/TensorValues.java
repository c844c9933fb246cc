package slope.serve.inference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import slope.serve.http.HttpException;
import slope.table.Column;
import slope.table.ColumnKind;
import slope.table.NumberColumn;
import slope.tables.GivenColumn;
import slope.tables.ReadOptions;

/// The values of one input on their way to a column of the model.
final class TensorValues {
    private static final int LENGTH_BYTES = 4;

    private final String name;
    private final Datatype datatype;
    private final ColumnKind kind;
    private final GivenColumn column;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();

    /// @param kind of the column
    TensorValues(String name, Datatype datatype, ColumnKind kind, ReadOptions reading) {
        this.name = name;
        this.datatype = datatype;
        this.kind = kind;
        this.column = new GivenColumn(name, kind, reading, 0);
    }

    /// The column of JSON's values.
    ///
    /// @throws HttpException if a value is none of the datatype
    Column ofJson(List<@Nullable Object> values) {
        if (datatype.isBinaryOnly()) {
            throw new HttpException(
                    400,
                    "\"%s\" is %s, which JSON has no form for; send it in binary, or as FP32"
                            .formatted(name, datatype));
        }
        int row = 0;
        for (Object value : values) {
            row++;
            switch (value) {
                case null -> column.addMissing();
                case Boolean truth when datatype == Datatype.BOOL -> add(truth, row);
                case String text when datatype == Datatype.BYTES -> column.addText(text);
                case Double number when datatype.isFloat() -> add(rounded(number), row);
                case Number number when datatype.isFloat() -> add(wholeFloat(number, row), row);
                case Number number
                when datatype.bytes() > 0 && datatype != Datatype.BOOL -> add(whole(number, row), row);
                default -> throw wrong(value, row, "which is no " + datatype);
            }
        }
        return column.column();
    }

    /// What the datatype makes of a number: FP32 rounds it, so that JSON and binary data are the same value.
    private double rounded(double number) {
        return datatype == Datatype.FP32 ? (float) number : number;
    }

    /// Whole numbers may be codes, so none is rounded.
    private double wholeFloat(Number number, int row) {
        double exact = exact(number, row);
        if (rounded(exact) != exact) {
            throw wrong(number, row, "which no " + datatype + " holds exactly");
        }
        return exact;
    }

    private Number whole(Number number, int row) {
        BigDecimal exact = number instanceof Double value
                ? Double.isFinite(value) ? new BigDecimal(value) : BigDecimal.valueOf(0.5)
                : new BigDecimal(number.toString());
        if (exact.stripTrailingZeros().scale() > 0 || !datatype.holds(exact.toBigInteger())) {
            throw wrong(number, row, "which is no " + datatype);
        }
        return exact.toBigInteger();
    }

    /// The column of binary values.
    ///
    /// @throws HttpException if they are not as many as there are rows
    Column ofBinary(ByteBuffer bytes, int rows) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        int length = bytes.remaining();
        if (datatype.bytes() > 0 && length != (long) rows * datatype.bytes()) {
            throw new HttpException(
                    400,
                    "\"%s\" has %s bytes; %s rows of %s are %s"
                            .formatted(name, length, rows, datatype, (long) rows * datatype.bytes()));
        }
        for (int row = 1; row <= rows; row++) {
            if (datatype == Datatype.BYTES) {
                column.addText(text(bytes, row));
            } else {
                add(datatype.next(bytes), row);
            }
        }
        if (bytes.hasRemaining()) {
            throw new HttpException(
                    400, "\"%s\" has %s bytes more than its %s texts".formatted(name, bytes.remaining(), rows));
        }
        return column.column();
    }

    private String text(ByteBuffer bytes, int row) {
        int length = bytes.remaining() < LENGTH_BYTES ? -1 : bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw new HttpException(
                    400,
                    "\"%s\" ends within row %s; each text needs its length, four bytes, and as many bytes"
                            .formatted(name, row));
        }
        byte[] text = new byte[length];
        bytes.get(text);
        try {
            return utf8.decode(ByteBuffer.wrap(text)).toString();
        } catch (CharacterCodingException wrong) {
            throw new HttpException(400, "\"%s\" has bytes in row %s that are no UTF-8".formatted(name, row));
        }
    }

    private void add(Object value, int row) {
        switch (value) {
            case Boolean truth -> column.addBoolean(truth);
            case Number number when kind == ColumnKind.CATEGORY -> addWord(number);
            case Number number when kind == ColumnKind.BOOLEAN -> addTruth(number, row);
            case Number number
            when kind == ColumnKind.DATE && !isMissing(number) ->
                throw wrong(number, row, "and the model wants dates; send text such as 2011-01-31 as BYTES");
            case Number number -> column.addNumber(exact(number, row));
            default -> throw new IllegalArgumentException("a tensor has no " + value.getClass());
        }
    }

    private static boolean isMissing(Number number) {
        return Double.isNaN(number.doubleValue());
    }

    /// A code that is a word to the model.
    private void addWord(Number number) {
        if (number instanceof Double value) {
            column.addNumber(value);
        } else {
            column.addText(number.toString());
        }
    }

    private void addTruth(Number number, int row) {
        double value = number.doubleValue();
        if (Double.isNaN(value)) {
            column.addMissing();
        } else if (value == 0 || value == 1) {
            column.addBoolean(value == 1);
        } else {
            throw wrong(number, row, "and the model wants true/false; send BOOL, or 1 and 0");
        }
    }

    /// The number as the model computes with it.
    private double exact(Number number, int row) {
        double value = number.doubleValue();
        if (!(number instanceof Double)
                && (Double.isInfinite(value)
                        || new BigDecimal(value).compareTo(new BigDecimal(new BigInteger(number.toString()))) != 0)) {
            throw wrong(number, row, "which no FP64 holds exactly");
        }
        return value;
    }

    private HttpException wrong(Object value, int row, String why) {
        String shown = value instanceof Double number ? NumberColumn.text(number) : String.valueOf(value);
        return new HttpException(400, "\"%s\" has %s in row %s, %s".formatted(name, shown, row, why));
    }
}
