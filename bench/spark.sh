#!/usr/bin/env bash
# Slope on Spark, beside what Spark has itself; on this machine's cores alone, which Spark is told to be two.
#
#   bench/spark.sh all                       what follows, at full size: about half an hour on two quiet cores
#   bench/spark.sh steps                     the time of a step by the number of parameters, beside tree aggregation
#   bench/spark.sh network [ROWS]            Spark's perceptron and Slope on the same layers: seconds and accuracy
#   bench/spark.sh scoring [ROWS]            rows/s of SlopeTransformer, Spark's perceptron and slope predict
#   bench/spark.sh rows [ROWS]               seconds of a fit, 28 columns, one worker, two, and in the driver
#   bench/spark.sh level TRAIN TEST TARGET   scores of test rows, trained in one process and by workers
#
# SLOPE_SPARK_CLASSPATH skips the build; SLOPE_SPARK_MASTER is another cluster, SLOPE_SPARK_MEMORY the heap of a JVM (6g).
set -euo pipefail
home=$(cd "$(dirname "$0")/.." && pwd)
what=${1:?steps, network, scoring, rows, level or all}
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

measure() {
    (cd "$home/spark" && "$java" "-Xmx${SLOPE_SPARK_MEMORY:-6g}" -XX:+UseSerialGC --add-modules jdk.incubator.vector \
        --add-opens=java.base/sun.util.calendar=ALL-UNNAMED --enable-native-access=ALL-UNNAMED \
        --sun-misc-unsafe-memory-access=allow "-Dslope.spark.master=${SLOPE_SPARK_MASTER:-local[2]}" \
        -cp "$classes:$path" Measurements "$@" 2> >(grep -v '^WARNING' >&2))
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
    all)
        measure steps
        measure network 100000
        measure scoring 1000000 && predict 1000000
        measure rows 5000000
        ;;
    *)
        echo "steps, network, scoring, rows, level or all, not $what" >&2
        exit 2
        ;;
esac
