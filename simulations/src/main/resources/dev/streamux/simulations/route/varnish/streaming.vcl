# Recommended: pass, no caching, long timeouts.
vcl 4.1;

backend origin {
  .host = "127.0.0.1";
  .port = "@ORIGIN@";
  .first_byte_timeout = 3600s;
  .between_bytes_timeout = 3600s;
}
sub vcl_recv {
  return (pass);
}

sub vcl_backend_response {
  set beresp.do_stream = true;
  set beresp.uncacheable = true;
  set beresp.ttl = 0s;
}
