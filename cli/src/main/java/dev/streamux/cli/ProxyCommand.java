package dev.streamux.cli;

import dev.streamux.simulations.proxy.ImpairmentProxy;
import dev.streamux.simulations.proxy.ProxyConfig;
import dev.streamux.simulations.proxy.policy.Policy;
import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./streamux proxy}: the impairment proxy as a program of its own. */
@Command(
        name = "proxy",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a reverse proxy that impairs answers on purpose, until Ctrl-C.",
            "The first line on standard output is \"listening on http://127.0.0.1:PORT\"."
        },
        footerHeading = "%nPolicies (joined by + they act one after the other):%n",
        footer = {
            "  pass                  every byte at once",
            "  full, full-length     store and forward; the second states the length",
            "  size:N                blocks of N bytes, such as size:4096 or size:16k",
            "  time:T                a flush every T, such as time:1s",
            "  one-shot:T            a flush T after the first byte held; 200ms is the kernel's cork",
            "  hold-one              each event leaves when the next one comes",
            "  hold-first:N          the first N bytes are held, then everything passes",
            "  headers-late          headers wait for the first byte of the body",
            "  gzip, gzip-flush      compresses if the client offers it, without and with flushes",
            "  truncate-clean        a broken origin looks like a finished answer",
            "  hang-on-reset         a broken origin leaves the client waiting",
            "  never-cancel          the origin goes on when the client has left",
            "  retry                 a broken request is sent again and its answer appended",
            "  queue:K               K requests at a time",
            "  idle-cut:T            silence of T ends the answer",
            "  network:delay=T,jitter=T,bandwidth=R,stall=P%%/T",
            "Presets that imitate real proxies: nginx-default, haproxy-default, lighttpd-default and more;",
            "see docs/routes.md. Example:",
            "  ./streamux proxy --to http://127.0.0.1:8080 --policy size:4096+headers-late"
        })
final class ProxyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--to", required = true, paramLabel = "URL", description = "The origin, http or https.")
    private URI target;

    @Option(
            names = "--policy",
            defaultValue = "pass",
            paramLabel = "POLICY",
            description = "Default: ${DEFAULT-VALUE}.")
    private String policy;

    @Option(
            names = "--port",
            defaultValue = "0",
            paramLabel = "N",
            description = "Port on the loopback address; 0 lets the system choose. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Seed of the network profile's jitter and stalls. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public Integer call() {
        ProxyConfig config = new ProxyConfig(target, Policy.parse(policy), port, seed);
        try (ImpairmentProxy proxy = ImpairmentProxy.start(config)) {
            PrintWriter out = spec.commandLine().getOut();
            out.println("listening on " + proxy.baseUrl());
            out.flush();
            new CountDownLatch(1).await();
            return ExitCodes.PASS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCodes.PASS;
        }
    }
}
