#!/usr/bin/env python3
"""How long the whole job takes: a table is read, learned and predicted, each in a process of its own.

    bench/whole.py DATA RUNS [--before SLOPE] [--busy] NAME:TARGET[:OPTION…]…  >bench/results/whole.md

DATA/NAME.csv.gz with its test rows DATA/NAME.test-rows.txt (numbers from 0) is learned by `./slope train` with nothing
chosen, and the test rows are predicted; beside it, in turn, RUNS times:

    before     another build: SLOPE is its launcher
    one        this build with --threads 1
    hist       scikit-learn's HistGradientBoosting, if python3 has it (bench/peers/hist_gradient_boosting.py)
    xgboost    XGBoost for the JVM, if XGBOOST is its class path (bench/peers/XgboostJob.java)

Prints medians in seconds (wall, and of all cores) and the ratios of wall times to those of this build. With --busy one
process keeps a core busy meanwhile. Needs a quiet machine.

    bench/whole.py data 5 --before ../before/slope penguins:species churn:Exited:--ignore=Surname \\
        california:MedHouseVal adult:income
"""

import argparse
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

from tune import split

BENCH = pathlib.Path(__file__).resolve().parent
SLOPE = BENCH.parent / "slope"


def slope(launcher, rows, test, target, folder, options):
    model, predicted = folder / "m.onnx", folder / "p.csv"
    for old in (model, predicted):
        old.unlink(missing_ok=True)
    return [
        [launcher, "train", rows, "--target", target, *options, "--out", model],
        [launcher, "predict", model, test, "-o", predicted],
    ]


def peers():
    """The other programs that this machine has, by name: each reads ROWS TEST TARGET PREDICTIONS."""
    found = {}
    if subprocess.run([sys.executable, "-c", "import sklearn"], stderr=subprocess.DEVNULL).returncode == 0:
        found["hist"] = [sys.executable, BENCH / "peers" / "hist_gradient_boosting.py"]
    if "XGBOOST" in os.environ:
        java = subprocess.run([SLOPE, "--java-home"], check=True, capture_output=True, text=True).stdout.strip()
        found["xgboost"] = [f"{java}/bin/java", "-cp", os.environ["XGBOOST"], BENCH / "peers" / "XgboostJob.java"]
    return found


def seconds(commands):
    """The wall time of commands one after another, and the time of all cores."""
    began, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    for command in commands:
        subprocess.run(list(map(str, command)), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cores = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.monotonic() - began, cores


def contenders(before, rows, test, target, folder, options):
    jobs = {"slope": slope(SLOPE, rows, test, target, folder, options)}
    if before:
        jobs["before"] = slope(before, rows, test, target, folder, options)
    jobs["one"] = slope(SLOPE, rows, test, target, folder, [*options, "--threads", "1"])
    for name, command in peers().items():
        jobs[name] = [[*command, rows, test, target, folder / "p.csv"]]
    return jobs


def compare(table, asked):
    name, target, *options = table.split(":")
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        split(pathlib.Path(asked.data), name, folder)
        rows, test = folder / f"{name}-training.csv", folder / f"{name}-test.csv"
        jobs = contenders(asked.before, rows, test, target, folder, options)
        times = {job: [] for job in jobs}
        for _ in range(asked.runs):
            for job, commands in jobs.items():
                times[job].append(seconds(commands))
    own = statistics.median(wall for wall, _ in times["slope"])
    for job, runs in times.items():
        wall = statistics.median(wall for wall, _ in runs)
        cores = statistics.median(cores for _, cores in runs)
        print(f"| {name} | {job} | {wall:.2f} | {cores:.2f} | {wall / own:.2f} |", flush=True)


def main():
    reading = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reading.add_argument("data")
    reading.add_argument("runs", type=int)
    reading.add_argument("--before")
    reading.add_argument("--busy", action="store_true")
    reading.add_argument("tables", nargs="+")
    asked = reading.parse_args()
    for launcher in filter(None, [SLOPE, asked.before]):  # builds itself when it is first used
        subprocess.run([launcher, "--version"], check=True, stdout=subprocess.DEVNULL)
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"]) if asked.busy else None
    try:
        print("| table | job | seconds | of all cores | beside slope |\n|---|---|---|---|---|")
        for table in asked.tables:
            compare(table, asked)
    finally:
        if busy:
            busy.kill()


if __name__ == "__main__":
    main()
