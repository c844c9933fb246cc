#!/usr/bin/env bash
# Slope on Spark, beside what Spark has itself; on this machine's cores alone, which Spark is told to be two.
#
#   bench/spark.sh all                       what follows, at full size: about half an hour on two quiet cores
#   bench/spark.sh steps                     the time of a step by the number of parameters, beside tree aggregation
#   bench/spark.sh network [ROWS]            Spark's perceptron and Slope on the same layers: seconds and accuracy
#   bench/spark.sh scoring [ROWS]            rows/s of SlopeTransformer, Spark's perceptron and slope predict
#   bench/spark.sh rows [ROWS]               seconds of a fit, 28 columns, one worker, two, and in the driver
#   bench/spark.sh processes [ROWS]          the same on two workers that are processes of their own
#   bench/spark.sh level TRAIN TEST TARGET   scores of test rows, trained in one process and by workers
#
# SLOPE_SPARK_CLASSPATH skips the build; SLOPE_SPARK_MASTER is another cluster, SLOPE_SPARK_MEMORY the heap of a JVM (6g).
set -euo pipefail
home=$(cd "$(dirname "$0")/.." && pwd)
what=${1:?steps, network, scoring, rows, processes, level or all}
shift
java=${SLOPE_SPARK_JAVA:-$("$home/slope" --java-home)/bin/java}
path=${SLOPE_SPARK_CLASSPATH:-}
if [ -z "$path" ]; then
    (cd "$home" && ./mvnw -q compile dependency:build-classpath -pl spark -am \
        -Dmdep.outputFile=target/test.classpath -Dmdep.includeScope=test)
    path=$home/spark/target/classes:$(cat "$home/spark/target/test.classpath")
fi
classes=$home/spark/target/measured/classes
mkdir -p "$classes"
"${java}c" -d "$classes" -cp "$path" "$home"/bench/spark/*.java

settings=()
measure() {
    (cd "$home/spark" && "$java" "-Xmx${SLOPE_SPARK_MEMORY:-6g}" -XX:+UseSerialGC --add-modules jdk.incubator.vector \
        --add-opens=java.base/sun.util.calendar=ALL-UNNAMED --enable-native-access=ALL-UNNAMED \
        --sun-misc-unsafe-memory-access=allow "-Dslope.spark.master=${SLOPE_SPARK_MASTER:-local[2]}" \
        "${settings[@]}" -cp "$classes:$path" Measurements "$@" 2> >(grep -v '^WARNING' >&2))
}

# A program of Spark's own, whose home needs nothing but its jars; it ends with this script.
daemon() {
    local name=$1
    shift
    SPARK_HOME=$scratch/home SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1 JAVA_HOME=$(dirname "$(dirname "$java")") \
        "$java" -Xmx512m -XX:+UseSerialGC -cp "$path" "$@" >"$scratch/$name.txt" 2>&1 &
    daemons+=($!)
}

# A master and two workers of one core, each a process with an executor of its own.
start_cluster() {
    local port entry
    scratch=$(mktemp -d)
    daemons=()
    trap 'kill "${daemons[@]}" 2>/dev/null || true; wait; rm -rf "$scratch"' EXIT
    mkdir -p "$scratch/home/jars"
    for entry in ${path//:/ }; do
        [ -f "$entry" ] && ln -sf "$entry" "$scratch/home/jars/"
    done
    port=${SLOPE_SPARK_PORT:-7077}
    daemon master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$port" --webui-port 0
    for name in first second; do
        daemon "$name" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 \
            --memory "${SLOPE_SPARK_MEMORY:-6g}" --port 0 --webui-port 0 --work-dir "$scratch/$name" "spark://127.0.0.1:$port"
    done
    SLOPE_SPARK_MASTER=spark://127.0.0.1:$port
    settings=("-Dspark.executor.memory=${SLOPE_SPARK_MEMORY:-6g}" -Dspark.executor.cores=1
        "-Dspark.executor.extraClassPath=$classes:$path")
}

# The model and the rows that were scored, by the command line: its start and the reading of the file are part of it.
predict() {
    local rows=("$home"/spark/target/measured/scoring/part-*.csv)
    local start=$EPOCHREALTIME
    "${SLOPE_COMMAND:-$home/slope}" predict "$home/spark/target/measured/scoring.onnx" "${rows[0]}" >/dev/null
    local end=$EPOCHREALTIME
    awk -v rows="$1" -v start="$start" -v end="$end" \
        'BEGIN { printf "slope predict, CSV to CSV %d rows/s\n", rows / (end - start) }'
}

case $what in
    steps | level) measure "$what" "$@" ;;
    network) measure network "${1:-100000}" ;;
    scoring) measure scoring "${1:-1000000}" && predict "${1:-1000000}" ;;
    rows) measure rows "${1:-5000000}" ;;
    processes) start_cluster && measure rows "${1:-5000000}" ;;
    all)
        measure steps
        measure network 100000
        measure scoring 1000000 && predict 1000000
        measure rows 5000000
        start_cluster && measure rows 5000000
        ;;
    *)
        echo "steps, network, scoring, rows, processes, level or all, not $what" >&2
        exit 2
        ;;
esac
