/* A light and true sender for measuring clients: answers every POST with an OpenAI chat stream of TOKENS events, one each
 * GAP_US, from a heap of absolute deadlines. Each event carries CLOCK_MONOTONIC, read just before its write, in the mock's
 * mark. Deadlines lie on a grid of GRID_US: an inference server emits one token for every stream of a batch in the same
 * step, so 1,000 streams of 40 tokens/s on a grid of 1 ms are like 25 servers with batches of 40. 0 is no grid: every
 * token on its own. A request whose path has "hold" is answered without the end of its body. usage: sender TOKENS GAP_US
 * GRID_US; prints its port; at SIGTERM its own lateness and processor time go to standard error. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define DIGITS 19
#define BUCKETS 200000 /* of a microsecond: lateness up to 0.2 s */

struct stream { int fd, sent, hold; long long due; };
static struct stream *heap[65536];
static int size;
static long late[BUCKETS], sends;
static volatile sig_atomic_t over;

static long long now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static void down(int i, struct stream *s) {
    for (int c; (c = 2 * i + 1) < size; i = c) {
        if (c + 1 < size && heap[c + 1]->due < heap[c]->due) c++;
        if (s->due <= heap[c]->due) break;
        heap[i] = heap[c];
    }
    heap[i] = s;
}

static void push(struct stream *s) {
    int i = size++;
    for (; i && heap[(i - 1) / 2]->due > s->due; i = (i - 1) / 2) heap[i] = heap[(i - 1) / 2];
    heap[i] = s;
}

static long percentile(double share) {
    long left = sends * share;
    int i = 0;
    while (i < BUCKETS - 1 && (left -= late[i]) > 0) i++;
    return i;
}

static void stop(int signal) { (void)signal; over = 1; }

static void report(void) {
    struct rusage used;
    getrusage(RUSAGE_SELF, &used);
    double cpu = used.ru_utime.tv_sec + used.ru_stime.tv_sec + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
    fprintf(stderr, "sender: %ld events, late us p50 %ld p99 %ld p99.9 %ld, CPU us an event %.2f\n", sends,
        percentile(.5), percentile(.99), percentile(.999), sends ? cpu * 1e6 / sends : 0);
}

static int begin(int fd, const char *request, long long gap, long long grid) {
    const char *ok = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-cache\r\n"
                     "Transfer-Encoding: chunked\r\n\r\n";
    if (!strstr(request, "POST ")) return 0; /* the rest of a request that came in two pieces */
    if (write(fd, ok, strlen(ok)) < 0) return -1;
    struct stream *s = malloc(sizeof *s);
    long long due = now() + 100000000 + random() % gap;
    *s = (struct stream){fd, 0, strstr(request, "hold") != NULL, grid ? due - due % grid : due};
    push(s);
    return 0;
}

int main(int argc, char **argv) {
    if (argc < 4) return 2;
    int tokens = atoi(argv[1]), one = 1;
    long long gap = atoll(argv[2]) * 1000, grid = atoll(argv[3]) * 1000;
    char event[1024], chunk[1200], in[65536];
    int length = snprintf(event, sizeof event,
        "data: {\"id\":\"chatcmpl-0001\",\"object\":\"chat.completion.chunk\",\"created\":1700000000,\"model\":\"mock\","
        "\"choices\":[{\"index\":0,\"delta\":{\"content\":\" token\"},\"logprobs\":null,\"finish_reason\":null}],"
        "\"streamux\":{\"id\":\"b\",\"event\":1,\"nanos\":%*s}}\n\n", DIGITS, "");
    length = snprintf(chunk, sizeof chunk, "%x\r\n%s\r\n", length, event);
    char *stamp = strstr(chunk, "nanos\":") + 7;
    const char *done = "data: {\"id\":\"chatcmpl-0001\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                       "data: [DONE]\n\n";
    char end[400];
    int head = snprintf(end, sizeof end, "%zx\r\n%s\r\n", strlen(done), done);
    int whole = snprintf(end + head, sizeof end - head, "0\r\n\r\n") + head;
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t room = sizeof at;
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), poll = epoll_create1(0);
    if (bind(listener, (struct sockaddr *)&at, sizeof at) || listen(listener, 4096)) return 1;
    getsockname(listener, (struct sockaddr *)&at, &room);
    printf("%d\n", ntohs(at.sin_port));
    fflush(stdout);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGTERM, stop);
    prctl(PR_SET_TIMERSLACK, 1);
    srandom(1);
    struct epoll_event ask = {.events = EPOLLIN, .data.fd = listener}, ready[256];
    epoll_ctl(poll, EPOLL_CTL_ADD, listener, &ask);
    while (!over) {
        long long wait = size ? heap[0]->due - now() : 100000000;
        struct timespec limit = {0, wait < 0 ? 0 : wait > 999999999 ? 999999999 : wait};
        int n = epoll_pwait2(poll, ready, 256, &limit, NULL);
        for (int i = 0; i < n; i++) {
            int fd = ready[i].data.fd;
            if (fd == listener) {
                fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
                setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
                ask = (struct epoll_event){.events = EPOLLIN, .data.fd = fd};
                epoll_ctl(poll, EPOLL_CTL_ADD, fd, &ask);
                continue;
            }
            ssize_t got = read(fd, in, sizeof in - 1);
            in[got > 0 ? got : 0] = 0;
            if (got <= 0 || begin(fd, in, gap, grid)) epoll_ctl(poll, EPOLL_CTL_DEL, fd, NULL), shutdown(fd, SHUT_RDWR);
        }
        for (int k = 0; k < 256 && size && heap[0]->due <= now(); k++) {
            struct stream *s = heap[0];
            int last = ++s->sent > tokens;
            long long at_last = now();
            if (last) {
                if (write(s->fd, end, s->hold ? head : whole) < 0) shutdown(s->fd, SHUT_RDWR);
            } else {
                long slip = (at_last - s->due) / 1000;
                late[slip < BUCKETS ? slip : BUCKETS - 1]++;
                sends++;
                char *digit = stamp + DIGITS;
                for (long long rest = at_last = now(); rest; rest /= 10) *--digit = '0' + rest % 10;
                if (write(s->fd, chunk, length) < 0) last = 1;
            }
            s->due += gap;
            if (last) { free(s); s = heap[--size]; if (!size) continue; }
            down(0, s);
        }
    }
    report();
    return 0;
}
