#!/usr/bin/env python3
"""How fast a CSV file is read for the first time in a process, by Slope and by DuckDB into a table of its own.

    bench/read.py [--rows 1000000] [--runs 5] [--keep FOLDER] [TABLE...] >bench/results/read.md

Writes the tables, reads each by both programs in turn (slope.bench.ReadTimes), and prints medians: seconds by the clock,
of all cores, the most memory of the process, and the ratios to DuckDB's. What Java compiles counts, the loading of
DuckDB's library does not. With --keep the tables stay in a folder, and are used again if they are there.

Build before: ./mvnw -Dquick package -pl bench -am, and run ./slope once. Needs Linux and a quiet machine.
"""

import argparse
import datetime
import os
import pathlib
import random
import statistics
import string
import subprocess
import tempfile

BENCH = pathlib.Path(__file__).resolve().parent
SLOPE = BENCH.parent / "slope"
FIRST_DAY = datetime.datetime(2018, 1, 1)


def word(chance):
    return "".join(chance.choices(string.ascii_lowercase, k=chance.randint(2, 9)))


def quoted(cell):
    return '"' + cell.replace('"', '""') + '"' if "," in cell or '"' in cell else cell


def sentence(chance, words):
    some = [chance.choice(words) for _ in range(chance.randint(4, 12))]
    return (", " if chance.random() < 0.1 else " ").join(some).capitalize() + "."


def moment(chance):
    return FIRST_DAY + datetime.timedelta(seconds=chance.randrange(150_000_000))


def text(chance):
    """Categories, ids, sentences, days, quotes, a number and a truth."""
    words = [word(chance) for _ in range(3000)]
    products = [f"{word(chance)}_{number}" for number in range(1000)]
    cities = [f"{word(chance).capitalize()}, {chance.choice(string.ascii_uppercase)}" for _ in range(400)]
    yield "colour,product,customer,comment,ordered,city,status,note,amount,paid"
    while True:
        yield [
            chance.choice(["red", "green", "blue", "Yellow", "black"]),
            chance.choice(products),
            f"C-{chance.randrange(100_000):06}",
            sentence(chance, words),
            f"{moment(chance):%Y-%m-%d}",
            chance.choice(cities),
            "" if chance.random() < 0.05 else f"state {chance.randrange(12)}",
            "" if chance.random() < 0.33 else f'see "{chance.choice(words)}" {chance.randrange(50)}',
            f"{chance.randrange(1_000_000) / 100}",
            chance.choice(["true", "false"]),
        ]


def numbers(chance):
    """Ten whole numbers and nineteen with decimals."""
    yield ",".join(f"x{column}" for column in range(29))
    while True:
        whole = [str(chance.randrange(100_000)) for _ in range(10)]
        yield whole + [f"{chance.gauss(0, 10):.4f}" for _ in range(19)]


def moments(chance):
    yield "id,at,day,y"
    row = 0
    while True:
        yield [str(row), f"{moment(chance):%Y-%m-%d %H:%M:%S}", f"{moment(chance):%Y-%m-%d}", str(chance.randrange(2))]
        row += 1


def amounts(chance):
    yield "price,share,y"
    while True:
        share = f"{chance.randrange(10_000) / 100}%"
        yield [f"${chance.randrange(1_000_000):,}.{chance.randrange(100):02}", share, str(chance.randrange(2))]


def codes(chance):
    """Numbers among which some have letters."""
    yield "code,ticket,y"
    while True:
        code = ("A" if chance.random() < 0.02 else "") + str(chance.randrange(100_000))
        ticket = str(chance.randrange(9000)) + ("b" if chance.random() < 0.1 else "")
        yield [code, ticket, str(chance.randrange(2))]


def accents(chance):
    words = [word(chance).replace("e", "\u00e9") for _ in range(3000)]
    yield "name,street,text,n"
    row = 0
    while True:
        street = f"{word(chance)}stra\u00dfe {chance.randrange(200)}"
        yield [f"Zo\u00eb {word(chance)} {row}", street, sentence(chance, words), str(chance.randrange(1000))]
        row += 1


TABLES = {table.__name__: table for table in (text, numbers, moments, amounts, codes, accents)}


def write(file, table, rows):
    records = TABLES[table](random.Random(7))
    unfinished = file.with_suffix(".part")
    with open(unfinished, "w", encoding="utf-8", newline="") as out:
        out.write(next(records) + "\n")
        for _ in range(rows):
            out.write(",".join(map(quoted, next(records))) + "\n")
    unfinished.rename(file)


def reading(program, file):
    """Seconds, seconds of all cores, and megabytes."""
    java = subprocess.run([SLOPE, "--java-home"], check=True, capture_output=True, text=True).stdout.strip()
    built = f"{BENCH}/target/modules/*:" + ":".join(map(str, BENCH.glob("target/slope-bench-*.jar")))
    path = os.environ.get("SLOPE_BENCH_PATH", built)
    command = [f"{java}/bin/java", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", path]
    done = subprocess.run(
        [*command, "slope.bench.ReadTimes", program, str(file)], check=True, stdout=subprocess.PIPE, text=True
    )
    return tuple(map(float, done.stdout.split()))


def compare(table, file, runs):
    found = {"slope": [], "duckdb": []}
    for _ in range(runs):
        for program, readings in found.items():
            readings.append(reading(program, file))
    medians = {program: [statistics.median(each) for each in zip(*readings)] for program, readings in found.items()}
    for program, (seconds, cores, megabytes) in medians.items():
        ratios = [own / other for own, other in zip(medians[program], medians["duckdb"])]
        told = " | ".join(f"{ratio:.2f}" for ratio in ratios)
        print(f"| {table} | {program} | {seconds:.2f} | {cores:.2f} | {megabytes:.0f} | {told} |", flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--keep", type=pathlib.Path)
    options.add_argument("tables", nargs="*", metavar="TABLE", help=", ".join(TABLES))
    asked = options.parse_args()
    unknown = [table for table in asked.tables if table not in TABLES]
    if unknown:
        options.error(f"there is no table {unknown[0]}; there are {', '.join(TABLES)}")
    with tempfile.TemporaryDirectory() as place:
        folder = asked.keep or pathlib.Path(place)
        folder.mkdir(parents=True, exist_ok=True)
        print("| table | program | seconds | of all cores | MB | ratios to DuckDB: seconds | cores | MB |")
        print("|---|---|---|---|---|---|---|---|")
        for table in asked.tables or TABLES:
            file = folder / f"{table}-{asked.rows}.csv"
            if not file.exists():
                write(file, table, asked.rows)
            compare(table, file, asked.runs)


if __name__ == "__main__":
    main()
