// Nothing but Jetty's ProxyServlet: what passes through it waits in a buffer of 32 KiB.
import org.eclipse.jetty.ee10.proxy.ProxyServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

class JettyDefault {
    public static void main(String[] args) throws Exception {
        Server server = new Server();
        ServerConnector readers = new ServerConnector(server);
        readers.setHost("127.0.0.1");
        readers.setPort(@PORT@);
        server.addConnector(readers);
        ServletHolder proxy = new ServletHolder(new ProxyServlet.Transparent());
        proxy.setInitParameter("proxyTo", "http://127.0.0.1:@ORIGIN@/");
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(proxy, "/*");
        server.setHandler(context);
        server.start();
        server.join();
    }
}
