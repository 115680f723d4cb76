# Shared by the runs of servers in this folder; sourced, not run.

# CPU of a process so far, all threads, in clock ticks.
ticks() { awk '{print $14 + $15}' "/proc/$1/stat"; }

# Median of the numbers on standard input.
median() { sort -g | awk '{ v[NR] = $1 } END { if (NR) print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# Waits for a port in a file that a server writes; fails after a minute.
port_in() {
    for _ in $(seq 300); do
        if [ -s "$1" ]; then grep -oE '[0-9]+$' "$1" | head -1; return 0; fi
        sleep 0.2
    done
    return 1
}

# measured NAME PID PORT STREAMS TOKENS GAP_US: one load; prints "NAME, CPU us a token, p50, p99, streams" and what the client said.
measured() {
    local before after line events
    before=$(ticks "$2")
    line=$("$work/client" "$3" "$4" "$5" "$6" 2000) || true
    after=$(ticks "$2")
    events=$(sed -n 's/.*events \([0-9]*\).*/\1/p' <<<"$line")
    awk -v name="$1" -v t=$((after - before)) -v n="${events:-0}" -v hz="$(getconf CLK_TCK)" -v line="$line" 'BEGIN {
        match(line, /p50 [-0-9.]+/); p50 = substr(line, RSTART + 4, RLENGTH - 4)
        match(line, /p99 [-0-9.]+/); p99 = substr(line, RSTART + 4, RLENGTH - 4)
        match(line, /streams [0-9]+ of [0-9]+/); ended = substr(line, RSTART + 8, RLENGTH - 8)
        printf "%s\t%s\t%s\t%s\t%s\n", name, n ? sprintf("%.2f", t / hz * 1e6 / n) : "-", p50, p99, ended
    }'
}
