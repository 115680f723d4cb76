// Recommended: flushes after each piece of an event stream, no limit on an answer's total time, an hour of silence.
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.ee10.proxy.ProxyServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

class JettyStreaming {
    static class FlushingProxy extends ProxyServlet.Transparent {
        @Override
        protected void onResponseContent(
                HttpServletRequest request,
                HttpServletResponse response,
                Response proxied,
                byte[] buffer,
                int offset,
                int length,
                Callback callback) {
            super.onResponseContent(request, response, proxied, buffer, offset, length, new Callback() {
                @Override
                public void succeeded() {
                    try {
                        response.flushBuffer();
                        callback.succeeded();
                    } catch (IOException e) {
                        callback.failed(e);
                    }
                }

                @Override
                public void failed(Throwable cause) {
                    callback.failed(cause);
                }
            });
        }
    }

    public static void main(String[] args) throws Exception {
        Server server = new Server();
        ServerConnector readers = new ServerConnector(server);
        readers.setHost("127.0.0.1");
        readers.setPort(@PORT@);
        readers.setIdleTimeout(3_600_000);
        server.addConnector(readers);
        ServletHolder proxy = new ServletHolder(new FlushingProxy());
        proxy.setInitParameter("proxyTo", "http://127.0.0.1:@ORIGIN@/");
        proxy.setInitParameter("timeout", "0");
        proxy.setInitParameter("idleTimeout", "3600000");
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(proxy, "/*");
        server.setHandler(context);
        server.start();
        server.join();
    }
}
