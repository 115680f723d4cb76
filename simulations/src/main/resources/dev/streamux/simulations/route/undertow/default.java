// Nothing but Undertow's ProxyHandler.
import io.undertow.Undertow;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.net.URI;

class UndertowDefault {
    public static void main(String[] args) {
        LoadBalancingProxyClient origin = new LoadBalancingProxyClient().addHost(URI.create("http://127.0.0.1:@ORIGIN@"));
        Undertow.builder()
                .addHttpListener(@PORT@, "127.0.0.1")
                .setHandler(ProxyHandler.builder().setProxyClient(origin).build())
                .build()
                .start();
    }
}
