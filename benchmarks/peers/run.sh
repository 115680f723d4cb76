#!/usr/bin/env bash
# Measures other mocks with the client and the streams of paced-streams: pacing error and CPU per token, medians of several loads.
# usage: run.sh STREAMS TOKENS_PER_SECOND TOKENS RUNS [PEER...]
# Peers: streamux, c-writer, aimock, mockserver, wiremock, ai-mocks; all of them unless named. Needs gcc, Java, Maven, Node with npm.
# Downloads the peers from Maven Central and npm at the first run, into target and node_modules beside this file.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../.." && pwd)
streams=$1 rate=$2 tokens=$3 runs=$4
shift 4
peers=${*:-streamux c-writer aimock mockserver wiremock ai-mocks}
gap=$((1000000 / rate))
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT
# shellcheck source=../measure.sh
. "$here/../measure.sh"
gcc -O2 -o "$work/client" "$here/../paced-streams/client.c"
gcc -O2 -o "$work/writer" "$here/../paced-streams/writer.c"

fetch() {
    case $1 in
        aimock) [ -d "$here/aimock/node_modules" ] || npm install --no-package-lock --prefix "$here/aimock" --silent --no-audit --no-fund >&2 ;;
        mockserver | wiremock | ai-mocks)
            [ -d "$here/$1/target/lib" ] || mvn -q -B -ntp -f "$here/$1/pom.xml" \
                org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies \
                -DoutputDirectory=target/lib -DincludeScope=runtime >&2 ;;
    esac
}

start() { # prints nothing; the server writes its port, or an address that ends with it, to $work/port
    local arguments=("$streams" "$tokens" "$gap")
    case $1 in
        streamux) exec "$home/streamux" mock ;;
        c-writer) exec "$work/writer" "$tokens" "$gap" 300 ;;
        aimock) cd "$here/aimock" && exec node peer.js "${arguments[@]}" ;;
        mockserver | wiremock | ai-mocks)
            exec java -Xmx2g -cp "$here/$1/target/lib/*" "$here/$1/Peer.java" "${arguments[@]}" ;;
        *) echo "unknown peer $1; known: streamux, c-writer, aimock, mockserver, wiremock, ai-mocks" >&2; exit 2 ;;
    esac
}

for peer in $peers; do fetch "$peer"; done
measured_columns
for peer in $peers; do
    rm -f "$work/port"
    (start "$peer") >"$work/port" 2>"$work/err.$peer" &
    server=$!
    if ! port=$(port_in "$work/port"); then
        echo "$peer did not start:"; grep -v "^\sat " "$work/err.$peer"; continue
    fi
    # Warm-ups like the load: most of these compile while they run.
    for _ in 1 2 3 4; do "$work/client" "$port" "$streams" "$tokens" "$gap" 2000 >/dev/null || true; done
    : >"$work/rows"
    for _ in $(seq "$runs"); do measured "$peer" "$server" "$port" "$streams" "$tokens" "$gap" >>"$work/rows"; done
    printf '%s' "$peer"
    for column in 2 3 4 5; do printf '\t%s' "$(cut -f "$column" "$work/rows" | median)"; done
    printf '\t%s\n' "$(cut -f 6 "$work/rows" | sort | head -1)"
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
done
echo "load average: $(cut -d' ' -f1-3 /proc/loadavg)"
