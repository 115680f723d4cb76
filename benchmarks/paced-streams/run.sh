#!/usr/bin/env bash
# Measures the mock: streams x tokens/s, stream length against schedule, the mock's own lateness, CPU per token.
# usage: run.sh STREAMS TOKENS_PER_SECOND [TOKENS]   (needs gcc, curl; run it on an idle machine)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../.." && pwd)
streams=$1 rate=$2 tokens=${3:-200}
work=$(mktemp -d)
trap 'kill "$mock" 2>/dev/null || true; rm -rf "$work"' EXIT
gcc -O2 -o "$work/client" "$here/client.c"
"$home/streamux" mock >"$work/out" 2>"$work/err" &
mock=$!
until [ -s "$work/out" ]; do sleep 0.2; done
port=$(sed -n 's/.*://p' "$work/out" | head -1)
"$work/client" "$port" 100 100 20000 500 >/dev/null      # warms the paths up
ticks() { awk '{print $14 + $15}' "/proc/$1/stat"; }
per_token() { # name, ticks, tokens
    awk -v name="$1" -v t="$2" -v n="$3" -v hz="$(getconf CLK_TCK)" \
        'BEGIN { printf "%s: CPU %.2f us per token over %d tokens\n", name, t / hz * 1e6 / n, n }'
}
load() { "$work/client" "$1" "$streams" "$tokens" $((1000000 / rate)) 2000; }

before=$(ticks "$mock")
load "$port"
per_token mock $(($(ticks "$mock") - before)) $((streams * tokens))
curl -s "http://127.0.0.1:$port/_mock/health"
echo

# The floor, with events as long as the mock's.
gcc -O2 -o "$work/writer" "$here/writer.c"
"$work/writer" "$tokens" $((1000000 / rate)) 300 >"$work/floor" 2>/dev/null &
floor=$!
trap 'kill "$mock" "$floor" 2>/dev/null || true; rm -rf "$work"' EXIT
until [ -s "$work/floor" ]; do sleep 0.1; done
before=$(ticks "$floor")
load "$(cat "$work/floor")"
per_token "C writer" $(($(ticks "$floor") - before)) $((streams * tokens))
echo "load average: $(cut -d' ' -f1-3 /proc/loadavg)"
