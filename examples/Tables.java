import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/// Makes the invented tables of this folder, the same bytes each time. Each has a rule that a network can
/// find, noise that it cannot, and cells that are missing.
void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    write(folder.resolve("houses.csv"), houses(new SplittableRandom(1), 240));
    write(folder.resolve("claims.csv.gz"), claims(new SplittableRandom(2), 400));
    write(folder.resolve("newer-claims.csv.gz"), claims(new SplittableRandom(3), 100));
    write(folder.resolve("sales.csv"), sales(new SplittableRandom(4), 365));
}

/// A price by area, age and distance; the zone is a number that counts nothing.
String houses(SplittableRandom random, int rows) {
    StringBuilder table = new StringBuilder("id,area,rooms,built,zone,distance,price\n");
    int[] zones = {10, 20, 30, 40, 55};
    for (int id = 1; id <= rows; id++) {
        int area = random.nextInt(40, 220);
        int rooms = Math.clamp(area / 30 + random.nextInt(-1, 2), 1, 8);
        int built = random.nextInt(1900, 2025);
        int zone = random.nextInt(zones.length);
        double distance = random.nextInt(1, 300) / 10.0;
        double price = (area * (3000 - 60 * distance + 400 * (zone % 3)) + rooms * 4000 - (2025 - built) * 500)
                * (0.9 + 0.2 * random.nextDouble());
        String year = random.nextInt(20) == 0 ? "" : Integer.toString(built);
        table.append(line("%d,%d,%d,%s,%d,%.1f,%d", id, area, rooms, year, zones[zone], distance, (long) price));
    }
    return table.toString();
}

/// Whether a driver had a claim: the young and the old, the strong cars, the city.
String claims(SplittableRandom random, int rows) {
    StringBuilder table = new StringBuilder("age,car_age,power,region,claim\n");
    String[] regions = {"city", "suburb", "country"};
    for (int row = 0; row < rows; row++) {
        int age = random.nextInt(18, 85);
        int carAge = random.nextInt(0, 20);
        int power = random.nextInt(40, 200);
        int region = random.nextInt(regions.length);
        double risk = 0.08 + 0.4 * Math.abs(age - 50) / 35.0 + 0.25 * (power - 40) / 160.0 - 0.12 * region;
        String car = random.nextInt(25) == 0 ? "" : Integer.toString(carAge);
        String claim = random.nextDouble() < risk ? "yes" : "no";
        table.append(line("%d,%s,%d,%s,%s", age, car, power, regions[region], claim));
    }
    return table.toString();
}

/// What a shop takes each day: more at weekends, in summer, and when it advertises.
String sales(SplittableRandom random, int days) {
    StringBuilder table = new StringBuilder("day,weekday,temperature,advertised,revenue\n");
    LocalDate first = LocalDate.of(2025, 1, 1);
    for (int number = 0; number < days; number++) {
        LocalDate day = first.plusDays(number);
        int fromSummer = Math.abs(day.getDayOfYear() - 197);
        int temperature = 24 - fromSummer / 8 + random.nextInt(-5, 6);
        boolean advertised = random.nextInt(4) == 0;
        int weekend = day.getDayOfWeek().getValue() >= 6 ? 900 : 0;
        int revenue = 1500 + weekend + 30 * temperature + (advertised ? 600 : 0) + random.nextInt(-200, 201);
        String weekday = day.getDayOfWeek().name().substring(0, 3).toLowerCase(Locale.ROOT);
        table.append(line("%s,%s,%d,%b,%d", day, weekday, temperature, advertised, revenue));
    }
    return table.toString();
}

String line(String format, Object... cells) {
    return String.format(Locale.ROOT, format, cells) + "\n";
}

void write(Path file, String table) throws IOException {
    boolean packed = file.toString().endsWith(".gz");
    try (OutputStream plain = Files.newOutputStream(file);
            OutputStream out = packed ? new GZIPOutputStream(plain) : plain) {
        out.write(table.getBytes(StandardCharsets.UTF_8));
    }
}
