package slope.excel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook that a test writes, sheet by sheet, as XML.
final class Workbook {
    /// The styles of a day, of a moment, of a time of day and of a word in quotes that only looks like a date.
    private static final String STYLES = """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
        <numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/>
        <numFmt numFmtId="165" formatCode="h:mm"/><numFmt numFmtId="166" formatCode="0.00&quot; days&quot;"/>
        <numFmt numFmtId="167" formatCode="[Red]0;[h]"/></numFmts>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>
        <xf numFmtId="167"/></cellXfs>
        </styleSheet>\
        """;

    private static final String FORMATS = "<Override PartName=\"/xl/styles.xml\""
            + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>";

    private final List<String> sheets = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> states = new ArrayList<>(); // of the sheets, such as visible
    private String properties = "";
    private boolean hasFormats = true;

    /// Days are counted from 1904.
    Workbook since1904() {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /// As programs write it that know no formats.
    Workbook withoutFormats() {
        hasFormats = false;
        return this;
    }

    /// @param rows as `<row r="1">…</row>`
    Workbook sheet(String name, String... rows) {
        return sheetIn("visible", name, rows);
    }

    Workbook hidden(String name, String... rows) {
        return sheetIn("hidden", name, rows);
    }

    private Workbook sheetIn(String state, String name, String... rows) {
        names.add(name);
        states.add(state);
        sheets.add(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>%s</sheetData></worksheet>"
                        .formatted(String.join("", rows)));
        return this;
    }

    static String row(int number, String... cells) {
        return "<row r=\"%s\">%s</row>".formatted(number, String.join("", cells));
    }

    static String text(String address, String text) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(address, text);
    }

    static String number(String address, String number) {
        return number(address, number, 0);
    }

    static String number(String address, String number, int style) {
        return "<c r=\"%s\" s=\"%s\"><v>%s</v></c>".formatted(address, style, number);
    }

    /// @param type b for true/false, e for an error, str for the text of a formula
    static String typed(String address, String type, String value) {
        return "<c r=\"%s\" t=\"%s\"><v>%s</v></c>".formatted(address, type, value);
    }

    static String formula(String address, String type, String formula, String value) {
        return "<c r=\"%s\" t=\"%s\"><f>%s</f><v>%s</v></c>".formatted(address, type, formula, value);
    }

    /// As programs leave it that do not compute.
    static String withoutValue(String address, String formula) {
        return "<c r=\"%s\"><f>%s</f></c>".formatted(address, formula);
    }

    void write(Path file) throws IOException {
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int index = 0; index < sheets.size(); index++) {
                int number = index + 1;
                list.append("<sheet name=\"%s\" sheetId=\"%s\" state=\"%s\" r:id=\"rId%s\"/>"
                        .formatted(names.get(index), number, states.get(index), number));
                relations.append(("<Relationship Id=\"rId%s\" Target=\"worksheets/sheet%s.xml\""
                    + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\"/>")
                        .formatted(number, number));
                add(zip, "xl/worksheets/sheet%s.xml".formatted(number), sheets.get(index));
            }
            relations.append("<Relationship Id=\"rId99\" Target=\"styles.xml\""
                    + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\"/>");
            add(zip, "[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Override PartName="/xl/workbook.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                %s</Types>\
                """.formatted(hasFormats ? FORMATS : ""));
            add(zip, "_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Target="xl/workbook.xml"
                 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
                </Relationships>\
                """);
            add(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>"
                            .formatted(relations));
            add(zip, "xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">%s<sheets>%s</sheets></workbook>\
                """.formatted(properties, list));
            if (hasFormats) {
                add(zip, "xl/styles.xml", STYLES);
            }
        }
    }

    private static void add(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(UTF_8));
        zip.closeEntry();
    }
}
