#!/usr/bin/env bash
# How fast `slope serve` answers, beside the thinnest server around ONNX Runtime (bench/peers/RuntimeServer.java), on Linux
# with two cores or more: the server has the first core for itself, who asks has the second.
#
#   bench/serve.sh compare MODEL.onnx ROWS.csv TARGET             each server by 1, 8, 64 connections, and 1,000 rows
#   bench/serve.sh soak MODEL.onnx ROWS.csv TARGET [SECONDS]      Slope at 80 % of its highest rate, 30 minutes
#
# The highest rate of the soak is one at which nobody waits for answers before asking again: the first of 90, 85, 80 ... % of
# what 64 connections get that do wait, with a p99 below 10 ms for a minute.
#
# Build before: ./mvnw -Dquick package -pl bench -am, and run ./slope once. ONNXRUNTIME names ONNX Runtime's jar.
set -euo pipefail
home=$(cd "$(dirname "$0")/.." && pwd)
kind=${1:?compare or soak} model=${2:?MODEL.onnx} rows=${3:?ROWS.csv} target=${4:?TARGET} seconds=${5:-1800}
java=$("$home/slope" --java-home)/bin/java
bench=${SLOPE_BENCH_PATH:-$home/bench/target/modules/*:$(printf '%s' "$home"/bench/target/slope-bench-*.jar)}
slope=${SLOPE_COMMAND:-$home/slope}
runtime=${ONNXRUNTIME:-$(find "$HOME/.m2" -name 'onnxruntime-[0-9]*.jar' ! -name '*sources*' 2>/dev/null | head -n 1)}
port=${SLOPE_BENCH_PORT:-9180}
server=""
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true' EXIT

load() {
    taskset -c 1 "$java" -XX:+UseSerialGC -Xmx512m -cp "$bench" slope.bench.serve.OpenLoop --port "$port" \
        --path /v2/models/m/infer --table "$rows" --target "$target" "$@"
}

# Waits until the server answers.
await() {
    local tries=0
    until load --answer >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ "$tries" -lt 60 ] || { echo "no server at port $port" >&2 && exit 1; }
        sleep 1
    done
}

start_slope() {
    SLOPE_JAVA_OPTIONS="${SLOPE_JAVA_OPTIONS:-} -Xmx1g" taskset -c 0 "$slope" serve "m=$model" --port "$port" >/dev/null &
    server=$!
    await
}

start_runtime() {
    taskset -c 0 chrt -b 0 "$java" -XX:+UseSerialGC -Xmx1g --enable-native-access=ALL-UNNAMED -cp "$runtime" \
        "$home/bench/peers/RuntimeServer.java" "$model" "$port" &
    server=$!
    await
}

stop() {
    kill "$server"
    wait "$server" 2>/dev/null || true
    server=""
}

# The highest rate by so many connections, in requests a second.
highest() {
    load "$@" | sed -n 's/.*: \([0-9,]*\)\/s,.*/\1/p' | tail -n 1 | tr -d ,
}

# Once to warm up, then at the highest rate, then at 70 % of the lower of both highest rates: the same load for both.
measure() {
    local connections
    load --connections 8 --seconds "${WARM_SECONDS:-20}" >/dev/null
    for connections in 1 8 64; do
        load --connections "$connections"
    done
    for connections in 8 64; do
        load --connections "$connections" --rate "$rate"
    done
    load --connections 1 --rows 1000
}

case $kind in
    compare)
        start_runtime
        load --connections 8 --seconds "${WARM_SECONDS:-20}" >/dev/null
        rate=$(($(highest --connections 8) * 7 / 10))
        echo "ONNX Runtime, open loop at $rate requests a second:"
        load --answer | tail -n 1
        measure
        stop
        start_slope
        echo "Slope, the same:"
        load --answer | tail -n 1
        measure
        stop
        ;;
    soak)
        start_slope
        load --connections 64 --seconds "${WARM_SECONDS:-60}" >/dev/null
        most=$(highest --connections 64)
        for percent in $(seq 90 -5 50); do
            result=$(load --connections 64 --rate $((most * percent / 100)) --seconds 60 | tail -n 1)
            echo "$percent % of $most: $result"
            p99=$(sed -n 's/.*p99 \([0-9,]*\), p99.9.*/\1/p' <<<"$result" | tr -d ,)
            [ "$p99" -ge 10000 ] || break
        done
        rate=$((most * percent / 100 * 8 / 10))
        echo "Slope at $rate requests a second by 64 connections:"
        load --connections 64 --rate "$rate" --seconds "$seconds" --pid "$server"
        stop
        ;;
    *)
        echo "compare or soak, not $kind" >&2
        exit 2
        ;;
esac
