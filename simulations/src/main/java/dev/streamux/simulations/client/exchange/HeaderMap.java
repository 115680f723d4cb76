package dev.streamux.simulations.client.exchange;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Response headers for observers. */
final class HeaderMap {
    private HeaderMap() {}

    /** Names in lower case, in order of first appearance, with every value. */
    static Map<String, List<String>> of(HttpHeaders headers) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        headers.forEach(
                header -> map.computeIfAbsent(header.getKey().toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                        .add(header.getValue()));
        return map;
    }
}
