#!/usr/bin/env bash
# Measures the mock beside a minimal writer in C: stream length against schedule, the mock's own lateness, CPU per token.
# usage: run.sh STREAMS TOKENS_PER_SECOND [TOKENS] [PAIRS]   (needs gcc, curl; run it on an idle machine)
# Prints CPU per token of each whole process and of the thread that writes; a JVM compiles and collects beside it.
# Both wake at most once in QUANTUM_US; unless set, it is what the mock chooses by itself at this rate. The mock is warmed up with
# the same load for WARM_SECONDS (25), because a JVM compiles for so long. The writing threads of both are bound to the first
# core and the client to the second one: where the scheduler puts writer and reader on one core, a token costs half as much.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../.." && pwd)
streams=$1 rate=$2 tokens=${3:-250} pairs=${4:-5}
gap=$((1000000 / rate))
total=$((streams * rate))
# The same steps as the mock's own: see Quantum.java.
quantum=${QUANTUM_US:-$((total < 25000 ? 0 : total < 100000 ? 100 : 250))}
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT
# shellcheck source=../measure.sh
. "$here/../measure.sh"
gcc -O2 -o "$work/client" "$here/client.c"
gcc -O2 -o "$work/writer" "$here/writer.c"

printf 'loops: 1\nquantum: %sms\n' "$(awk -v us="$quantum" 'BEGIN { print us / 1000 }')" >"$work/mock.yaml"
"$home/streamux" mock --config "$work/mock.yaml" >"$work/mock" 2>"$work/err" &
mock=$!
port=$(port_in "$work/mock")
taskset -c 0 "$work/writer" "$tokens" "$gap" 300 "$quantum" >"$work/floor" &
floor=$!
floor_port=$(port_in "$work/floor")

for task in /proc/"$mock"/task/*; do
    if grep -q mock-loop "$task/comm" 2>/dev/null; then
        loop=${task##*/}
        taskset -cp 0 "$loop" >/dev/null
    fi
done
taskset -c 1 "$work/client" "$port" "$streams" $((rate * ${WARM_SECONDS:-25})) "$gap" 2000 >/dev/null
echo "quantum: $quantum us"
measured_columns
for _ in $(seq "$pairs"); do
    measured mock "$mock" "$port" "$streams" "$tokens" "$gap" "$loop" | tee -a "$work/rows"
    measured "C writer" "$floor" "$floor_port" "$streams" "$tokens" "$gap" "$floor" | tee -a "$work/rows"
done
of() { awk -F'\t' -v name="$1" -v column="$2" '$1 == name { print $column }' "$work/rows"; }
compared() { # NAME COLUMN
    local ratio
    ratio=$(paste <(of mock "$2") <(of "C writer" "$2") | awk '{ print $1 / $2 }' | median)
    echo "medians, steady, $1: mock $(of mock "$2" | median), C writer $(of "C writer" "$2" | median) us a token; ratio of pairs $ratio"
}
compared "whole process" 2
compared "writing thread" 7
curl -s "http://127.0.0.1:$port/_mock/health"
echo
echo "load average: $(cut -d' ' -f1-3 /proc/loadavg)"
