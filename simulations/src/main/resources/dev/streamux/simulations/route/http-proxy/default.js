// Nothing but http-proxy.
const http = require('http');
const proxy = require('http-proxy').createProxyServer({ target: 'http://127.0.0.1:@ORIGIN@' });
proxy.on('error', (error, request, response) => {
  if (!response.headersSent) response.writeHead(502);
  response.end();
});
http.createServer((request, response) => proxy.web(request, response)).listen(@PORT@, '127.0.0.1');
