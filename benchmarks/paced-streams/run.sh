#!/usr/bin/env bash
# Measures the mock beside a minimal writer in C: stream length against schedule, the mock's own lateness, CPU per token.
# usage: run.sh STREAMS TOKENS_PER_SECOND [TOKENS] [RUNS]   (needs gcc, curl; run it on an idle machine)
# The mock is warmed up with the same load first: a JVM compiles for some 15 seconds. MOCK_ARGS goes to the mock.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../.." && pwd)
streams=$1 rate=$2 tokens=${3:-200} runs=${4:-3}
gap=$((1000000 / rate))
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT
# shellcheck source=../measure.sh
. "$here/../measure.sh"
gcc -O2 -o "$work/client" "$here/client.c"
gcc -O2 -o "$work/writer" "$here/writer.c"

# shellcheck disable=SC2086
"$home/streamux" mock ${MOCK_ARGS:-} >"$work/mock" 2>"$work/err" &
mock=$!
port=$(port_in "$work/mock")
"$work/writer" "$tokens" "$gap" 300 >"$work/floor" &
floor=$!
floor_port=$(port_in "$work/floor")

"$work/client" "$port" "$streams" $((rate * 15)) "$gap" 2000 >/dev/null
printf 'server\tCPU us/token\tlength minus schedule ms p50\tp99\tstreams\n'
for _ in $(seq "$runs"); do
    measured mock "$mock" "$port" "$streams" "$tokens" "$gap" | tee -a "$work/rows"
    measured "C writer" "$floor" "$floor_port" "$streams" "$tokens" "$gap" | tee -a "$work/rows"
done
ours=$(awk -F'\t' '$1 == "mock" { print $2 }' "$work/rows" | median)
c=$(awk -F'\t' '$1 == "C writer" { print $2 }' "$work/rows" | median)
paste <(awk -F'\t' '$1 == "mock" { print $2 }' "$work/rows") <(awk -F'\t' '$1 == "C writer" { print $2 }' "$work/rows") |
    awk '{ print $1 / $2 }' | median >"$work/ratio"
echo "medians: mock $ours, C writer $c us a token; ratio of pairs $(cat "$work/ratio")"
curl -s "http://127.0.0.1:$port/_mock/health"
echo
echo "load average: $(cut -d' ' -f1-3 /proc/loadavg)"
