#!/usr/bin/env python3
"""Whether `slope tune` is better than the defaults, on rows that neither has seen.

    bench/tune.py DATA TIME-LIMIT NAME:TARGET[:OPTION…]…  >bench/results/tune.md

For each table DATA/NAME.csv.gz, whose test rows DATA/NAME.test-rows.txt lists (numbers from 0), both learn
the other rows, and each test row gets a loss: -ln p of its class, or the squared error of its number. Prints the mean
losses, their mean difference and its standard error, which takes rows as independent. Needs ./slope and a quiet
machine; five tables at 20 minutes take two hours. Wanted: nowhere worse by one standard error, better on two.

    bench/tune.py data 20m churn:Exited:--ignore=Surname california:MedHouseVal adult:income \\
        diamonds:price wine:target
"""

import csv
import gzip
import math
import pathlib
import subprocess
import sys
import tempfile
import time

SLOPE = pathlib.Path(__file__).resolve().parent.parent / "slope"


def split(data, name, folder):
    """Writes the training and the test rows as CSV."""
    test = {int(line) for line in (data / f"{name}.test-rows.txt").read_text().split()}
    with gzip.open(data / f"{name}.csv.gz", "rt", encoding="utf-8", newline="") as table:
        rows = csv.reader(table)
        header = next(rows)
        files = [open(folder / f"{name}-{part}.csv", "w", encoding="utf-8", newline="") for part in ("training", "test")]
        writers = [csv.writer(file) for file in files]
        for writer in writers:
            writer.writerow(header)
        for number, row in enumerate(rows):
            writers[number in test].writerow(row)
        for file in files:
            file.close()


def slope(*arguments):
    """Runs a command, and says how long it took."""
    began = time.monotonic()
    subprocess.run([SLOPE, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - began


def losses(model, test, target, folder):
    """The loss of each test row."""
    predicted = folder / "predicted.csv"
    slope("predict", model, test, "--probabilities", "--keep", target, "-o", predicted)
    with open(predicted, encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            probability = row.get(f"probability_{row[target]}")
            if probability is not None:
                yield -math.log(max(float(probability), 1e-15))
            else:
                yield (float(row["prediction"]) - float(row[target])) ** 2


def main(data, limit, *tables):
    data = pathlib.Path(data)
    print("| table | defaults | tuned | difference | standard error | seconds of both |")
    print("|---|---|---|---|---|---|")
    for table in tables:
        name, target, *options = table.split(":")
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place)
            split(data, name, folder)
            rows, test = folder / f"{name}-training.csv", folder / f"{name}-test.csv"
            common = [rows, "--target", target, *options]
            took = slope("train", *common, "--out", folder / "default.onnx")
            tuned = slope(
                "tune", *common, "--time-limit", limit, "--runs", folder / "runs", "--out", folder / "tuned.onnx")
            before = list(losses(folder / "default.onnx", test, target, folder))
            after = list(losses(folder / "tuned.onnx", test, target, folder))
        differences = [late - early for early, late in zip(before, after, strict=True)]
        count = len(differences)
        mean = sum(differences) / count
        error = math.sqrt(sum((each - mean) ** 2 for each in differences) / (count - 1) / count)
        print(
            f"| {name} | {sum(before) / count:.4f} | {sum(after) / count:.4f} | {mean:+.4f} | {error:.4f}"
            f" | {took:.0f}, {tuned:.0f} |",
            flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
