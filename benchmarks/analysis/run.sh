#!/usr/bin/env bash
# How fast traces are analysed, and in how much heap. usage: run.sh [RESPONSES] [RESPONSES_WITH_TEXT], 200 tokens each
# HEAP sets the limit (default 512m). Run it on an idle machine.
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
if [ -z "${SKIP_BUILD:-}" ]; then
    mvn -q -B -ntp -f "$home/pom.xml" -Dquick -Pbenchmarks -DskipTests -pl benchmarks -am package
fi
exec java -Xmx"${HEAP:-512m}" -XX:+UseSerialGC -cp "$home/benchmarks/target/classes:$home/benchmarks/target/lib/*" \
    dev.streamux.benchmarks.AnalysisSpeed "$@"
