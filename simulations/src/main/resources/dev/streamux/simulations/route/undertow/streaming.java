// Recommended: as many connections to the origin as there are streams at once.
import io.undertow.Undertow;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.net.URI;

class UndertowStreaming {
    public static void main(String[] args) {
        LoadBalancingProxyClient origin = new LoadBalancingProxyClient()
                .setConnectionsPerThread(2000)
                .addHost(URI.create("http://127.0.0.1:@ORIGIN@"));
        Undertow.builder()
                .addHttpListener(@PORT@, "127.0.0.1")
                .setHandler(ProxyHandler.builder()
                        .setProxyClient(origin)
                        .setMaxRequestTime(-1)
                        .build())
                .build()
                .start();
    }
}
