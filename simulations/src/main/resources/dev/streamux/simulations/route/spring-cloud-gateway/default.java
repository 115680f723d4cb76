// Nothing but one route of Spring Cloud Gateway (WebFlux).

import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Gateway {
    @Bean
    RouteLocator routes(RouteLocatorBuilder builder) {
        return builder.routes()
                .route("model", route -> route.path("/**").uri("http://127.0.0.1:@ORIGIN@"))
                .build();
    }

    public static void main(String[] args) {
        new SpringApplicationBuilder(Gateway.class)
                .properties(Map.of(
                        "server.address", "127.0.0.1",
                        "server.port", "@PORT@"))
                .run(args);
    }
}
