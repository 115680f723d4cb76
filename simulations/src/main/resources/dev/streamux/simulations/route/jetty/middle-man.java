// Known bad: the proxy servlet that can change content, with a change that changes nothing.
import org.eclipse.jetty.ee10.proxy.AsyncMiddleManServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

class JettyMiddleMan {
    public static void main(String[] args) throws Exception {
        Server server = new Server();
        ServerConnector readers = new ServerConnector(server);
        readers.setHost("127.0.0.1");
        readers.setPort(@PORT@);
        server.addConnector(readers);
        ServletHolder proxy = new ServletHolder(new AsyncMiddleManServlet.Transparent());
        proxy.setInitParameter("proxyTo", "http://127.0.0.1:@ORIGIN@/");
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(proxy, "/*");
        server.setHandler(context);
        server.start();
        server.join();
    }
}
