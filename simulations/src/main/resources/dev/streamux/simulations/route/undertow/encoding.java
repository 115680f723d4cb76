// Known bad: compresses whatever passes, and does not flush.
import io.undertow.Undertow;
import io.undertow.server.handlers.encoding.ContentEncodingRepository;
import io.undertow.server.handlers.encoding.EncodingHandler;
import io.undertow.server.handlers.encoding.GzipEncodingProvider;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.net.URI;

class UndertowEncoding {
    public static void main(String[] args) {
        LoadBalancingProxyClient origin = new LoadBalancingProxyClient()
                .setConnectionsPerThread(2000)
                .addHost(URI.create("http://127.0.0.1:@ORIGIN@"));
        ContentEncodingRepository gzip =
                new ContentEncodingRepository().addEncodingHandler("gzip", new GzipEncodingProvider(), 50);
        Undertow.builder()
                .addHttpListener(@PORT@, "127.0.0.1")
                .setHandler(new EncodingHandler(
                        ProxyHandler.builder().setProxyClient(origin).build(), gzip))
                .build()
                .start();
    }
}
