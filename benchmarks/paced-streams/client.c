/* Opens N streams on a mock and measures how long each was, from its first content event to its last.
 * usage: client PORT STREAMS TOKENS GAP_US RAMP_MS [SERVER_PID [THREAD_ID]]
 * Prints one line: streams that ended, median and p99 of (measured - scheduled) length in ms, content events, reads, bytes; and,
 * if it knows the server's process, the CPU of that process a content event: of the steady part, from half a second after the
 * last stream was opened to the first end of a stream, so that set-up is not in it, and of the whole load. With the thread that
 * writes, its own share of the steady part as well: the rest is what compiles and collects beside it.
 * The schedule is the gap times the content events that came, less one. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

struct stream { int fd, done, events; double first, last; };

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

/* CPU of a process so far, or of one of its threads, in microseconds. */
static double cpu(int pid, int thread) {
    char path[64], line[1024];
    long user = 0, kernel = 0;
    if (thread) snprintf(path, sizeof path, "/proc/%d/task/%d/stat", pid, thread);
    else snprintf(path, sizeof path, "/proc/%d/stat", pid);
    FILE *file = fopen(path, "r");
    if (file && fgets(line, sizeof line, file))
        sscanf(strrchr(line, ')') + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld", &user, &kernel);
    if (file) fclose(file);
    return (user + kernel) * 1e6 / sysconf(_SC_CLK_TCK);
}

static const char *const CONTENT = "{\"content\"";

static int contents(const char *from, size_t length) {
    int count = 0;
    for (const char *at, *end = from + length; (at = memmem(from, end - from, CONTENT, 10)); from = at + 10) count++;
    return count;
}

static int by_value(const void *a, const void *b) {
    double d = *(const double *)a - *(const double *)b;
    return d < 0 ? -1 : d > 0;
}

static void start(struct stream *s, int poll, int port, int tokens, int gap, int index) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    char body[512], request[1024];
    int length = snprintf(body, sizeof body,
        "{\"model\":\"mock-ttft200-itl%gms-len%d-seed%d\",\"stream\":true,\"stream_options\":{\"include_obfuscation\":false},"
        "\"messages\":[{\"role\":\"user\",\"content\":\"go\"}]}", gap / 1e3, tokens, index + 1);
    length = snprintf(request, sizeof request,
        "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
        length, body);
    s->fd = socket(AF_INET, SOCK_STREAM, 0);
    if (s->fd < 0 || connect(s->fd, (struct sockaddr *)&to, sizeof to) || write(s->fd, request, length) != length) {
        perror("connect");
        exit(1);
    }
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = s};
    epoll_ctl(poll, EPOLL_CTL_ADD, s->fd, &event);
}

int main(int argc, char **argv) {
    if (argc < 6) return 2;
    int port = atoi(argv[1]), count = atoi(argv[2]), tokens = atoi(argv[3]), gap = atoi(argv[4]), ramp = atoi(argv[5]);
    struct stream *all = calloc(count, sizeof *all);
    struct epoll_event events[512];
    char buffer[65536];
    int poll = epoll_create1(0), started = 0, ended = 0, poor = 0;
    long reads = 0, bytes = 0;
    int pid = argc > 6 ? atoi(argv[6]) : 0, thread = argc > 7 ? atoi(argv[7]) : 0;
    long content_now = 0, steady_events = 0;
    double steady_from = 0, steady_cpu = 0, steady_thread = 0, steady_ms = 0, all_open = 0;
    double whole_cpu = pid ? -cpu(pid, 0) : 0;
    double origin = now(), limit = ramp + tokens * gap / 1e3 * 2 + 20000;
    while (ended < count && now() - origin < limit) {
        while (started < count && now() - origin >= (double)ramp * started / count) {
            start(&all[started], poll, port, tokens, gap, started);
            started++;
        }
        if (started == count && !all_open) all_open = now();
        if (pid && all_open && !steady_from && now() >= all_open + 500) {
            steady_from = now();
            steady_events = -content_now;
            steady_cpu = -cpu(pid, 0);
            steady_thread = -cpu(pid, thread);
        }
        int ready = epoll_wait(poll, events, 512, started < count ? 1 : 100);
        for (int i = 0; i < ready; i++) {
            struct stream *s = events[i].data.ptr;
            ssize_t n = read(s->fd, buffer, sizeof buffer);
            double t = now();
            if (n <= 0) { close(s->fd); if (!s->done) { s->done = 2; ended++; poor++; } continue; }
            reads++;
            bytes += n;
            int found = contents(buffer, n);
            if (found && !s->events) s->first = t;
            if (found) s->last = t;
            s->events += found;
            content_now += found;
            if (steady_from && !steady_ms && memmem(buffer, n, "[DONE]", 6)) {
                steady_ms = t - steady_from;
                steady_events += content_now;
                steady_cpu += cpu(pid, 0);
                steady_thread += cpu(pid, thread);
            }
            if (memmem(buffer, n, "[DONE]", 6)) { s->done = 1; ended++; close(s->fd); }
        }
    }
    double *off = calloc(count, sizeof *off);
    int good = 0;
    long content = 0;
    for (int i = 0; i < count; i++) {
        content += all[i].events;
        if (all[i].done == 1 && all[i].events) off[good++] = all[i].last - all[i].first - (all[i].events - 1) * gap / 1e3;
    }
    qsort(off, good, sizeof *off, by_value);
    if (!good) { printf("no stream ended\n"); return 1; }
    printf("streams %d of %d; length minus schedule ms p50 %.2f p99 %.2f max %.2f; events %ld; reads %ld; bytes %ld\n",
        good, count, off[good / 2], off[good * 99 / 100], off[good - 1], content, reads, bytes);
    if (pid) printf("whole %.2f us a token\n", (whole_cpu + cpu(pid, 0)) / content);
    if (steady_ms) printf("steady %.2f us a token over %.0f ms, %ld events\n", steady_cpu / steady_events, steady_ms, steady_events);
    if (steady_ms && thread) printf("writing %.2f us a token\n", steady_thread / steady_events);
    return poor > 0;
}
