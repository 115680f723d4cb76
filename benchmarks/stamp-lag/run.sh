#!/usr/bin/env bash
# How late each client stamps what was sent, and what a token costs it: all clients on the same stream, one after another.
# usage: run.sh STREAMS TOKENS_PER_SECOND GRID_US CLIENT...
# CLIENT: user, kernel, java.net.http, gatling; user-2 and kernel-2 have two event loops. GRID_US: see sender.c.
# Needs gcc and `mvn -Pbenchmarks package`; JAVA_HOME chooses the JDK (22 or newer for kernel). Use an idle machine.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=$here/../target
streams=$1 rate=$2 grid=$3
shift 3
work=$(mktemp -d)
sender=
trap '[ -z "$sender" ] || kill "$sender" 2>/dev/null || true; rm -rf "$work"' EXIT
gcc -O2 -o "$work/sender" "$here/sender.c"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
flags=(-Xms1g -Xmx1g)
case $("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p') in
    2[2-9]*) flags+=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow) ;;
esac
[ -z "${RECORD:-}" ] || flags+=("-XX:StartFlightRecording=filename=$RECORD,settings=profile")
path="$target/classes:$target/lib/*"
ulimit -n "$(ulimit -Hn)"
echo '| client | load | tokens | lag p50 µs | p90 | p99 | p99.9 | max | CPU µs a token |'
echo '|---|---|---|---|---|---|---|---|---|'
for client in "$@"; do
    # 28 s of tokens: warm-up and window of StreamLoad, and a little more.
    "$work/sender" $((rate * 28)) $((1000000 / rate)) "$grid" >"$work/port" &
    sender=$!
    until [ -s "$work/port" ]; do sleep 0.1; done
    address=http://127.0.0.1:$(cat "$work/port")
    if [ "$client" = gatling ]; then
        "$java" "${flags[@]}" --add-opens=java.base/java.lang=ALL-UNNAMED -Dgatling.data.enableAnalytics=false \
            -Dgatling.http.warmUpUrl= -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=9 -Djava.util.prefs.userRoot="$work" \
            "-Dsender=$address" "-Dstreams=$streams" "-Drate=$rate" -cp "$path" io.gatling.app.Gatling \
            -s dev.streamux.benchmarks.GatlingSse -rf "$work" -nr >"$work/gatling.log" 2>"$work/gatling.err" || true
        grep -a '^|' "$work/gatling.err" || tail -5 "$work/gatling.log" "$work/gatling.err" >&2
    else
        "$java" "${flags[@]}" -cp "$path" dev.streamux.benchmarks.StampLag "$address" "$streams" "$rate" "$client"
    fi
    kill "$sender"
    wait "$sender" || true
    sender=
    : >"$work/port"
done
