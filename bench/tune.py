#!/usr/bin/env python3
"""Whether `slope tune` is better than the defaults, on rows that neither has seen.

    bench/tune.py DATA >bench/results/tune.md

For each table DATA/NAME.csv.gz, whose test rows DATA/NAME.test-rows.txt lists (numbers from 0), both learn
the other rows, and each test row gets a loss: -ln p of its class, or the squared error of its number; of several columns
the sum. Prints the mean losses, their mean difference and its standard error, which takes rows as independent, and
whether the must holds: nowhere worse by one standard error, better by one on two tables. Progress goes to standard error.

A search ends after --trials, which gives the same result on any machine, or by a --limit of time, which needs a quiet
one: it waits for a load below a half before each table, and the largest load of the last minute that it saw at the end
of a step stands in the table. Five tables at 20 minutes take two to three hours. With --work a run that was stopped goes
on where it was, also with more trials.

    bench/tune.py DATA --trials 6 --tables iris:target wine:target   # a try
    bench/tune.py DATA --trials 30 --tables energy_2out:Y1,Y2 titanic:Survived:--ignore=Name
"""

import argparse
import csv
import gzip
import math
import os
import pathlib
import subprocess
import sys
import tempfile
import time

SLOPE = pathlib.Path(__file__).resolve().parent.parent / "slope"

# Classes and numbers, small and large: NAME:TARGET[,TARGET...][:OPTION...]
TABLES = ["churn:Exited:--ignore=Surname", "california:MedHouseVal", "adult:income", "diamonds:price", "wine:target"]

QUIET = 0.5  # of the load of the last minute
PATIENCE = 600  # seconds to wait for it


def say(sentence):
    print(sentence, file=sys.stderr, flush=True)


def wait_until_quiet():
    """Waits until other programs are done, but not forever."""
    until = time.monotonic() + PATIENCE
    while os.getloadavg()[0] > QUIET:
        if time.monotonic() > until:
            say(f"the load is still {os.getloadavg()[0]:.1f}; the time limits will buy less than they should")
            return
        time.sleep(5)


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


def slope(launcher, *arguments):
    """Runs a command, and says how long it took and how loaded the machine was then."""
    began = time.monotonic()
    ran = subprocess.run([launcher.resolve(), *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if ran.returncode:
        sys.exit(f"slope {arguments[0]} failed: {ran.stderr.strip().splitlines()[-1:]}")
    return time.monotonic() - began, os.getloadavg()[0]


def loss(row, target, alone):
    """The loss of a row in one of its targets."""
    label = row.get(f"probability_{target}")
    if label is not None:
        present = float(label)
        return -math.log(max(present if row[target].lower() in ("1", "true", "yes") else 1 - present, 1e-15))
    probability = row.get(f"probability_{row[target]}")
    if probability is not None:
        return -math.log(max(float(probability), 1e-15))
    return (float(row["prediction" if alone else f"prediction_{target}"]) - float(row[target])) ** 2


def losses(launcher, model, test, target, folder):
    """The loss of each test row."""
    predicted = folder / "predicted.csv"
    slope(launcher, "predict", model, test, "--probabilities", "--keep", target, "-o", predicted)
    targets = target.split(",")
    with open(predicted, encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            yield sum(loss(row, each, len(targets) == 1) for each in targets)


def compare(asked, table, folder):
    """The losses of each test row by both, the seconds of both, and the largest load."""
    name, target, *options = table.split(":")
    split(asked.data, name, folder)
    rows, test = folder / f"{name}-training.csv", folder / f"{name}-test.csv"
    default, tuned = folder / f"{name}-default.onnx", folder / f"{name}-tuned.onnx"
    common = [rows, "--target", target, *options]
    end = ["--trials", asked.trials] if asked.trials else ["--time-limit", asked.limit]
    steps = []
    for model, command in (
        (default, ["train", *common]),
        (tuned, ["tune", *common, *end, "--runs", folder / f"{name}-runs"]),
    ):
        if model.exists() and not (asked.trials and model == tuned):
            say(f"{name}: {model.name} is there already")
            continue
        if not asked.trials:
            wait_until_quiet()
        say(f"{name}: slope {command[0]} began at {time.strftime('%H:%M')}")
        steps.append(slope(asked.slope, *command, "--out", model))
    both = [list(losses(asked.slope, model, test, target, folder)) for model in (default, tuned)]
    return *both, [took for took, _ in steps], max((load for _, load in steps), default=float("nan"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=pathlib.Path, help="the folder of the tables")
    parser.add_argument("--trials", type=int, help="of each search, in place of a limit of time")
    parser.add_argument("--limit", default="20m", help="the time of each search (default: 20m)")
    parser.add_argument("--tables", nargs="+", default=TABLES, metavar="NAME:TARGET[,TARGET...][:OPTION...]")
    parser.add_argument("--work", type=pathlib.Path, help="a folder for models and runs, to go on from")
    parser.add_argument("--slope", type=pathlib.Path, default=SLOPE, help="the launcher (default: ./slope)")
    asked = parser.parse_args()
    worse, better = [], []
    print("| table | defaults | tuned | difference | standard error | seconds of both | load |")
    print("|---|---|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as place:
        folder = asked.work or pathlib.Path(place)
        folder.mkdir(parents=True, exist_ok=True)
        for table in asked.tables:
            before, after, took, load = compare(asked, table, folder)
            name = table.split(":")[0]
            differences = [late - early for early, late in zip(before, after, strict=True)]
            count = len(differences)
            mean = sum(differences) / count
            error = math.sqrt(sum((each - mean) ** 2 for each in differences) / (count - 1) / count)
            worse += [name] if mean >= error > 0 else []
            better += [name] if -mean >= error > 0 else []
            print(
                f"| {name} | {sum(before) / count:.4f} | {sum(after) / count:.4f} | {mean:+.4f} | {error:.4f}"
                f" | {', '.join(f'{each:.0f}' for each in took) or 'before'} | {load:.1f} |",
                flush=True)
    holds = not worse and len(better) >= 2
    print(f"\nWorse by one standard error: {', '.join(worse) or 'none'}. Better: {', '.join(better) or 'none'}."
          f" The must {'holds' if holds else 'does not hold'}.")


if __name__ == "__main__":
    main()
