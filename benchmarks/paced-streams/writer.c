/* The floor: a minimal paced writer. Answers every request with TOKENS chunks of BYTES bytes, one each GAP_US, the first
 * after 200 ms, from a heap of absolute deadlines. It wakes for each deadline, or at most every QUANTUM_US.
 * usage: writer TOKENS GAP_US BYTES [QUANTUM_US]; prints its port. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

struct stream { int fd, sent; long long due; };
static struct stream *heap[65536];
static int size;

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

int main(int argc, char **argv) {
    if (argc < 4) return 2;
    int tokens = atoi(argv[1]), bytes = atoi(argv[3]), one = 1;
    long long gap = atoll(argv[2]) * 1000, quantum = argc > 4 ? atoll(argv[4]) * 1000 : 0, woke = 0;
    char chunk[4096], in[65536];
    int head = snprintf(chunk, sizeof chunk, "%x\r\n{\"content\"", bytes);
    memset(chunk + head, '.', bytes);
    memcpy(chunk + head + bytes - 10, "\r\n", 2);
    int length = head + bytes - 8;
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t room = sizeof at;
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), poll = epoll_create1(0);
    bind(listener, (struct sockaddr *)&at, sizeof at);
    listen(listener, 4096);
    getsockname(listener, (struct sockaddr *)&at, &room);
    printf("%d\n", ntohs(at.sin_port));
    fflush(stdout);
    prctl(PR_SET_TIMERSLACK, 1);
    struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, ready[256];
    epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
    for (;;) {
        long long next = size ? heap[0]->due : now() + 100000000;
        long long wait = (next < woke + quantum ? woke + quantum : next) - now();
        struct timespec limit = {0, wait < 0 ? 0 : wait > 999999999 ? 999999999 : wait};
        int n = epoll_pwait2(poll, ready, 256, &limit, NULL);
        for (int i = 0; i < n; i++) {
            if (ready[i].data.fd == listener) {
                int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
                setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
                event = (struct epoll_event){.events = EPOLLIN, .data.fd = fd};
                epoll_ctl(poll, EPOLL_CTL_ADD, fd, &event);
            } else if (read(ready[i].data.fd, in, sizeof in) > 0) {
                const char *ok = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
                if (write(ready[i].data.fd, ok, strlen(ok)) < 0) continue;
                struct stream *s = malloc(sizeof *s);
                *s = (struct stream){ready[i].data.fd, 0, now() + 200000000};
                push(s);
            } else {
                close(ready[i].data.fd);
            }
        }
        if (now() < woke + quantum) continue;
        if (size && heap[0]->due <= now()) woke = now();
        for (int k = 0; k < 256 && size && heap[0]->due <= now(); k++) {
            struct stream *s = heap[0];
            int last = ++s->sent == tokens;
            if (write(s->fd, chunk, length) < 0) last = 1;
            if (last && write(s->fd, "6\r\n[DONE]\r\n0\r\n\r\n", 16) < 0) close(s->fd);
            s->due += gap;
            if (last) { free(s); s = heap[--size]; if (!size) continue; }
            down(0, s);
        }
    }
}
