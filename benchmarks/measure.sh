# Shared by the runs of servers in this folder; sourced, not run.

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

# measured NAME PID PORT STREAMS TOKENS GAP_US [THREAD]: one load; prints "NAME, CPU us a token while all streams run,
# of the whole load, length minus schedule ms p50, p99, streams that ended, CPU of the thread while all streams run". The
# client is bound to the second core.
measured() {
    local line
    line=$(taskset -c 1 "$work/client" "$3" "$4" "$5" "$6" 2000 "$2" ${7:+"$7"} | tr '\n' ' ') || true
    awk -v name="$1" -v line="$line" '
        function after(word) { return match(line, word " [-0-9.]+") ? substr(line, RSTART + length(word) + 1, RLENGTH - length(word) - 1) : "-" }
        BEGIN {
            ended = match(line, /streams [0-9]+ of [0-9]+/) ? substr(line, RSTART + 8, RLENGTH - 8) : "none"
            printf "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", name, after("steady"), after("whole"), after("p50"), after("p99"), ended, after("writing")
        }'
}

# What measured prints, column by column.
measured_columns() { printf 'server\tCPU us/token, steady\twhole load\tlength minus schedule ms p50\tp99\tstreams\twriting thread\n'; }
