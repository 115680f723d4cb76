# Known bad: fetches the whole answer first.
vcl 4.1;

backend origin {
  .host = "127.0.0.1";
  .port = "@ORIGIN@";
}
sub vcl_backend_response {
  set beresp.do_stream = false;
}
